// SPDX-License-Identifier: Apache-2.0
#include "tests/support/repointstage.h"

#include "models/account/account.h"
#include "models/json/jsontext.h"
#include "models/references/referencesmodel.h"
#include "models/references/repoint/repointmodel.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/forminput.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/signedin.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

void RepointStage::prepare()
{
    m_keys.clear();
    m_before.clear();
    other.setPolling(false);
    const QList<Account *> formers = other.accounts();
    for (const Account *former : formers)
        other.removeAccount(former->id());
    m_second = signIn(&other, sandbox());
    const QString project = account()->projects().first().id;
    QObject context;
    for (int number = 0; number < pipelineCount; ++number) {
        const QString name = u"pipeline %1"_s.arg(number, 2, 10, QLatin1Char('0'));
        Test::createPipeline(other, m_second->id(), project,
                             jsonText(with(guideDefinition(), "name", name)), &context,
                             [this](const Result<QJsonObject> &created) {
                                 QVERIFY(created);
                                 m_before.append(*created);
                             });
    }
    QTRY_COMPARE(m_before.size(), pipelineCount);
    std::sort(m_before.begin(), m_before.end(), [](const QJsonObject &one, const QJsonObject &two) {
        return one["name"_L1].toString() < two["name"_L1].toString();
    });
    for (const QJsonObject &each : std::as_const(m_before))
        m_keys.append({account()->id(), project, each["streamingPipelineId"_L1].toString()});
    m->fleet()->refreshAll();
    QTRY_VERIFY(m->fleet()->pipelines()->rowCount() >= pipelineCount);
    m_saved = std::make_unique<QSignalSpy>(m->fleet(), &Fleet::pipelineSaved);
    m_failed = std::make_unique<QSignalSpy>(m->fleet(), &Fleet::saveFailed);
    QVERIFY(m->trigger(u"secretsAction"_s));
}

void RepointStage::openDialog(const QStringList &secrets)
{
    auto *table = m->find<QTableView>(u"secretsTable"_s);
    QTRY_VERIFY(table->isVisible() && table->model()->rowCount() >= int(secrets.size()));
    table->clearSelection();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, ReferencesModel::NameColumn);
        if (secrets.contains(index.data().toString()))
            table->selectionModel()->select(index, QItemSelectionModel::Select |
                                                       QItemSelectionModel::Rows);
    }
    QTRY_VERIFY(m->find<QPushButton>(u"repointButton"_s)->isEnabled());
    QVERIFY(m->click(u"repointButton"_s));
    QVERIFY(dialog());
    QTRY_COMPARE(QApplication::activeWindow(), dialog());
}

void RepointStage::reviewAll()
{
    openDialog();
    FormInput::type(dialog(), u"repointTo.secretName"_s, repointedName);
    click(u"repointNext"_s);
    QCOMPARE(button(u"repointGo"_s)->text(), u"Re-point %1 pipelines"_s.arg(pipelineCount));
}

QString RepointStage::text(const QString &label) const
{
    return dialog()->findChild<QLabel *>(label)->text();
}

QPushButton *RepointStage::button(const QString &name) const
{
    return dialog()->findChild<QPushButton *>(name);
}

void RepointStage::click(const QString &name)
{
    FormInput::click(dialog(), name);
}

void RepointStage::go()
{
    QTRY_VERIFY_WITH_TIMEOUT(button(u"repointGo"_s)->isEnabled(), 20'000);
    click(u"repointGo"_s);
}

bool RepointStage::waitForEnd()
{
    return QTest::qWaitFor([this] { return button(u"copyRepointReport"_s)->isVisible(); }, 60'000);
}

QStringList RepointStage::results() const
{
    const QAbstractItemModel *rows = dialog()->findChild<QTableView *>(u"repointRows"_s)->model();
    QStringList all;
    for (int row = 0; row < rows->rowCount(); ++row)
        all.append(rows->index(row, RepointModel::ResultColumn).data().toString());
    return all;
}

QJsonObject RepointStage::onServer(int number) const
{
    return readPipeline(m_second, key(number));
}

QByteArray RepointStage::expected(const QJsonObject &definition)
{
    return jsonText(definition)
        .replace("\"sqlserver-password\"", '"' + repointedName.toLatin1() + '"');
}

void RepointStage::saveElsewhere(int number, const QJsonObject &definition)
{
    bool isSaved = false;
    QObject context;
    Test::savePipeline(other, key(number), jsonText(definition), &context,
                       [&isSaved](const Result<QJsonObject> &result) { isSaved = bool(result); });
    QTRY_VERIFY(isSaved);
}

void RepointStage::deleteElsewhere(int number)
{
    QSignalSpy deleted(&other, &Fleet::pipelineDeleted);
    QTRY_VERIFY(other.pipelines()->find(key(number)));
    other.deletePipeline(key(number));
    QVERIFY(deleted.wait());
}

int RepointStage::saves(int number) const
{
    const auto isOfIt = [this, number](const QList<QVariant> &told) {
        return told.first().value<PipelineKey>() == key(number);
    };
    return int(std::count_if(m_saved->begin(), m_saved->end(), isOfIt) +
               std::count_if(m_failed->begin(), m_failed->end(), isOfIt));
}

} // namespace Sluice::Test
