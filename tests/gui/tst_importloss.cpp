// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/importmodel.h"
#include "models/exchange/portable.h"
#include "models/fleet/fleet.h"
#include "tests/support/forminput.h"
#include "tests/support/guideform.h"
#include "tests/unit/scriptedapi.h"
#include "ui/transfer/importdialog.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

QJsonObject named(const QString &name)
{
    QJsonObject definition = guideRequest();
    definition[u"name"_s] = name;
    return definition;
}

QJsonObject withId(QJsonObject definition, const QString &id)
{
    definition[u"streamingPipelineId"_s] = id;
    return definition;
}

QList<ImportEntry> entriesOf(const QJsonArray &definitions)
{
    return readDefinitions(jsonText(definitions), u"all.json"_s);
}

// The import over a peer that loses answers when it is told to.
struct Stage {
    explicit Stage(const QList<ImportEntry> &entries)
    {
        api.addProject(guideProject, u"Test-project"_s);
        api.pipelines[guideProject].append(withId(named(u"there"_s), u"id-there"_s));
        account = fleet.addAccount(api.makeAccount());
        isReady = QTest::qWaitFor(
            [this] { return account->pipelinesState(guideProject) == LoadState::Loaded; });
        dialog =
            std::make_unique<ImportDialog>(&fleet, entries, Place{account->id(), guideProject, {}});
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        isReady = isReady && QTest::qWaitForWindowActive(dialog.get());
    }

    QTableView *table() const { return dialog->findChild<QTableView *>(u"importTable"_s); }

    QString result(int row) const
    {
        return table()->model()->index(row, ImportModel::ResultColumn).data().toString();
    }

    QPushButton *button(const QString &name) const
    {
        return dialog->findChild<QPushButton *>(name);
    }

    // The answer to the first write is lost; "Look for it" is then offered.
    bool loseAnAnswer()
    {
        api.writeAnswer = Act::fault(Act::Kind::Close);
        FormInput::click(dialog.get(), u"importChosen"_s);
        return QTest::qWaitFor([this] { return button(u"lookForIt"_s)->isVisible(); }, 20'000);
    }

    bool look()
    {
        FormInput::click(dialog.get(), u"lookForIt"_s);
        return QTest::qWaitFor([this] { return !button(u"lookForIt"_s)->isVisible(); }, 20'000);
    }

    bool isTickable(int row) const
    {
        return table()->model()->index(row, 0).data(Qt::CheckStateRole).isValid();
    }

    ScriptedApi api;
    Fleet fleet;
    Account *account = nullptr;
    bool isReady = false;
    std::unique_ptr<ImportDialog> dialog;
};

} // namespace

// What an import does when answers do not come, and how it tells what the server said.
class TestImportLoss : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void looksWhetherItWasCreated_data();
    void looksWhetherItWasCreated();
    void looksWhetherItWasUpdated_data();
    void looksWhetherItWasUpdated();
    void looksAgainWhenTheLookFails();
    void showsLongAnswersInFull();
};

void TestImportLoss::looksWhetherItWasCreated_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<QString>("result");
    QTest::newRow("created") << true << u"Created."_s;
    QTest::newRow("not created") << false << u"Not created."_s;
}

void TestImportLoss::looksWhetherItWasCreated()
{
    QFETCH(bool, isThere);
    QFETCH(QString, result);
    Stage stage(entriesOf({named(u"a"_s), named(u"b"_s)}));
    QVERIFY(stage.isReady);
    QVERIFY(stage.loseAnAnswer());
    QCOMPARE(stage.table()->currentIndex().row(), 0);
    QCOMPARE(stage.result(1), u"Not sent."_s);
    // Nothing more is sent before it is known.
    QVERIFY(!stage.button(u"importChosen"_s)->isEnabled());
    QVERIFY(stage.dialog->findChild<QLabel *>(u"importObstacle"_s)
                ->text()
                .contains(u"Look for a first"_s));

    if (isThere)
        stage.api.pipelines[guideProject].append(withId(named(u"a"_s), u"id-a"_s));
    QVERIFY(stage.look());
    QCOMPARE(stage.result(0), result);
    QCOMPARE(stage.isTickable(0), !isThere);
    QVERIFY(stage.button(u"importChosen"_s)->isEnabled());
    QCOMPARE(stage.api.server.count("POST"), 1);
}

void TestImportLoss::looksWhetherItWasUpdated_data()
{
    QTest::addColumn<QString>("runner"); // on the server after the answer was lost
    QTest::addColumn<QString>("result");
    const QString mine = u"11111111-2222-4333-8444-555555555555"_s;
    QTest::newRow("updated") << mine << u"Updated."_s;
    QTest::newRow("not updated") << guideRunner << u"Not updated."_s;
    QTest::newRow("somebody else's") << u"99999999-2222-4333-8444-555555555555"_s
                                     << u"It changed meanwhile. Look at the changes again."_s;
}

void TestImportLoss::looksWhetherItWasUpdated()
{
    QFETCH(QString, runner);
    QFETCH(QString, result);
    QJsonObject mine = named(u"there"_s);
    mine[u"agentId"_s] = u"11111111-2222-4333-8444-555555555555"_s;
    Stage stage(entriesOf({mine}));
    QVERIFY(stage.isReady);
    QVERIFY(stage.loseAnAnswer());
    QJsonObject onServer = withId(named(u"there"_s), u"id-there"_s);
    onServer[u"agentId"_s] = runner;
    stage.api.pipelines[guideProject] = {onServer};
    QVERIFY(stage.look());
    QCOMPARE(stage.result(0), result);
    QCOMPARE(stage.api.server.count("PUT"), 1);
}

void TestImportLoss::looksAgainWhenTheLookFails()
{
    Stage stage(entriesOf({named(u"a"_s)}));
    QVERIFY(stage.isReady);
    QVERIFY(stage.loseAnAnswer());
    const QString lost = stage.result(0);
    stage.api.refusals.insert("/streaming-pipelines", 403);
    FormInput::click(stage.dialog.get(), u"lookForIt"_s);
    QTRY_VERIFY(stage.result(0) != lost);
    QVERIFY(stage.button(u"lookForIt"_s)->isVisible());
    QTRY_VERIFY(stage.button(u"lookForIt"_s)->isEnabled());
    stage.api.refusals.clear();
    QVERIFY(stage.look());
    QCOMPARE(stage.result(0), u"Not created."_s);
}

void TestImportLoss::showsLongAnswersInFull()
{
    Stage stage(entriesOf({named(u"a"_s)}));
    QVERIFY(stage.isReady);
    QJsonArray violations;
    for (int i = 0; i < 60; ++i) {
        violations.append(QJsonObject{{u"field"_s, u"streamingSource.tables[%1].schema"_s.arg(i)},
                                      {u"message"_s, u"must not be empty"_s}});
    }
    const QJsonObject problem{{u"title"_s, u"Bad Request"_s}, {u"validation-errors"_s, violations}};
    stage.api.writeAnswer = Act::reply(400, jsonText(problem));
    FormInput::click(stage.dialog.get(), u"importChosen"_s);
    QTRY_VERIFY(!stage.result(0).isEmpty());
    QVERIFY2(stage.result(0).size() < 500, "the cell shows the beginning");
    const QModelIndex cell = stage.table()->model()->index(0, ImportModel::ResultColumn);
    QVERIFY(cell.data(Qt::ToolTipRole).toString().size() < 500);
    auto *text = FormInput::find<QPlainTextEdit>(stage.dialog.get(), u"importResult"_s);
    QVERIFY(text && text->isVisible());
    QVERIFY(text->toPlainText().endsWith(u"tables[59].schema: must not be empty"_s));
    QVERIFY2(text->height() < stage.dialog->height() / 3, "it scrolls");

    FormInput::click(stage.dialog.get(), u"copyReport"_s);
    const QStringList lines = qApp->clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3); // titles, the row, the last line's end
    QCOMPARE(lines.at(0), u"Name\tFrom\tAction\tProblems\tResult"_s);
    const QStringList cells = lines.at(1).split(u'\t');
    QCOMPARE(cells.size(), 5);
    QCOMPARE(cells.at(0), u"a"_s);
    QVERIFY(cells.at(4).endsWith(u"tables[59].schema: must not be empty"_s));
}

QTEST_MAIN(TestImportLoss)
#include "tst_importloss.moc"
