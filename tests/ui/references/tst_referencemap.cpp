// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencemapmodel.h"
#include "models/references/repoint/repointmodel.h"
#include "tests/support/forminput.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/widgets/questionbox.h"

#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The map of vaults, secrets and runners on the page of references, and what is exported.
class TestReferenceMap : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void groupsByVault();
    void groupsByRunner();
    void repointsBelowARunner();
    void repointsOneUse();
    void asksAboutWhatTheFilterHides_data();
    void asksAboutWhatTheFilterHides();
    void exports_data();
    void exports();

protected:
    void prepare() override { QVERIFY(m->trigger(u"secretsAction"_s)); }

private:
    QSet<PipelineKey> ticked();

    QTableView *users() const { return m->find<QTableView>(u"secretUsers"_s); }

    int m_listed = 0; // in the dialog
};

void TestReferenceMap::groupsByVault()
{
    FormInput::choose(m->window(), u"secretShape"_s, u"By vault"_s);
    auto *tree = m->find<QTreeView>(u"secretVaults"_s);
    QVERIFY(tree && tree->isVisible());
    const QModelIndex vault = m->child(tree, {}, u"kv-streaming-prod"_s);
    QVERIFY(vault.isValid() && tree->isExpanded(vault));
    auto *repoint = m->find<QPushButton>(u"repointButton"_s);
    QVERIFY(!repoint->isEnabled());
    tree->setCurrentIndex(vault);
    QVERIFY(repoint->isEnabled());
    QVERIFY(!users()->isVisible()); // a vault is no reference
    const QModelIndex secret = m->child(tree, vault, u"snowflake-private-key"_s);
    tree->setCurrentIndex(secret);
    QVERIFY(users()->isVisible());
    QCOMPARE(users()->model()->rowCount(), 3);

    m->type(u"secretFilterEdit"_s, u"as400 kv-streaming"_s);
    QCOMPARE(tree->model()->rowCount(), 1);
    m->type(u"secretFilterEdit"_s, u"nowhere"_s);
    QCOMPARE(tree->model()->rowCount(), 0);
    QVERIFY(!repoint->isEnabled());
    QTest::keyClick(m->find<QLineEdit>(u"secretFilterEdit"_s), Qt::Key_Escape);
    QVERIFY(tree->model()->rowCount() > 2);
    FormInput::choose(m->window(), u"secretShape"_s, u"List"_s);
    QVERIFY(m->find<QTableView>(u"secretsTable"_s)->isVisible());
}

void TestReferenceMap::groupsByRunner()
{
    FormInput::choose(m->window(), u"secretShape"_s, u"By runner"_s);
    auto *tree = m->find<QTreeView>(u"secretRunners"_s);
    QVERIFY(tree && tree->isVisible());
    const QModelIndex runner = m->child(tree, {}, u"finance-erp-prod"_s);
    const QModelIndex vault = m->child(tree, runner, u"kv-streaming-prod"_s);
    const QModelIndex secret = m->child(tree, vault, u"snowflake-private-key"_s);
    QVERIFY(secret.isValid());
    tree->expandAll();
    tree->setFocus();
    tree->setCurrentIndex(tree->model()->index(0, 0, secret));
    QCOMPARE(m->find<QLabel>(u"secretTitle"_s)->text(),
             u"Azure Key Vault › kv-streaming-prod › snowflake-private-key"_s);
    QTest::keyClick(tree, Qt::Key_Return);
    QTRY_VERIFY(m->find<QWidget>(u"pipelineEditor"_s));
}

// In the dialog that "Re-point" opens, which is closed again. The others are there, without a tick.
QSet<PipelineKey> TestReferenceMap::ticked()
{
    QSet<PipelineKey> keys;
    m->click(u"repointButton"_s);
    const auto *table = m->find<QTableView>(u"repointTable"_s);
    if (!table)
        return keys;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        const QModelIndex index = table->model()->index(row, RepointModel::PipelineColumn);
        if (index.data(Qt::CheckStateRole).toInt() == int(Qt::Checked))
            keys.insert(index.data(RepointModel::KeyRole).value<PipelineKey>());
    }
    m_listed = table->model()->rowCount();
    FormInput::click(m->find<QWidget>(u"repointDialog"_s), u"repointClose"_s);
    return QTest::qWaitFor([this] { return !m->find<QWidget>(u"repointDialog"_s); })
               ? keys
               : QSet<PipelineKey>();
}

void TestReferenceMap::repointsBelowARunner()
{
    FormInput::choose(m->window(), u"secretShape"_s, u"By runner"_s);
    auto *tree = m->find<QTreeView>(u"secretRunners"_s);
    const QModelIndex runner = m->child(tree, {}, u"finance-erp-prod"_s);
    const QModelIndex vault = m->child(tree, runner, u"kv-streaming-prod"_s);
    const QModelIndex use =
        tree->model()->index(0, 0, m->child(tree, vault, u"snowflake-private-key"_s));
    const QSet<PipelineKey> own{use.data(ReferenceMapModel::KeyRole).value<PipelineKey>()};
    for (const QModelIndex &row : {runner, vault, use}) {
        tree->setCurrentIndex(row);
        QCOMPARE(ticked(), own);
        QVERIFY(m_listed > 1);
    }
}

void TestReferenceMap::repointsOneUse()
{
    FormInput::choose(m->window(), u"secretShape"_s, u"By vault"_s);
    auto *tree = m->find<QTreeView>(u"secretVaults"_s);
    const QModelIndex vault = m->child(tree, {}, u"kv-streaming-prod"_s);
    const QModelIndex secret = m->child(tree, vault, u"snowflake-private-key"_s);
    const QModelIndex use = tree->model()->index(1, 0, secret);
    tree->setCurrentIndex(use);
    QCOMPARE(ticked(),
             (QSet<PipelineKey>{use.data(ReferenceMapModel::KeyRole).value<PipelineKey>()}));
    QCOMPARE(m_listed, 3);
    tree->setCurrentIndex(secret);
    QCOMPARE(ticked().size(), 3);
    tree->setCurrentIndex(vault);
    QVERIFY(ticked().size() > 3);
    QCOMPARE(ticked().size(), m_listed);
}

void TestReferenceMap::asksAboutWhatTheFilterHides_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("button");
    QTest::addColumn<bool>("all");
    const QString vaults = u"By vault"_s;
    const QString runners = u"By runner"_s;
    QTest::newRow("all of a vault") << vaults << u"snowflake"_s << u"repointHidden"_s << true;
    QTest::newRow("what is shown of a vault")
        << vaults << u"snowflake"_s << u"repointShown"_s << false;
    QTest::newRow("all of another part") << vaults << u"as400"_s << u"repointHidden"_s << true;
    QTest::newRow("all of a runner")
        << runners << u"snowflake-private-key"_s << u"repointHidden"_s << true;
    QTest::newRow("what is shown of a runner")
        << runners << u"snowflake-private-key"_s << u"repointShown"_s << false;
    QTest::newRow("nothing is hidden") << vaults << u"kv-streaming-prod"_s << QString() << true;
    QTest::newRow("no filter") << vaults << QString() << QString() << true;
}

void TestReferenceMap::asksAboutWhatTheFilterHides()
{
    QFETCH(const QString, shape);
    QFETCH(const QString, words);
    QFETCH(const QString, button);
    QFETCH(const bool, all);
    FormInput::choose(m->window(), u"secretShape"_s, shape);
    const bool byVault = shape == u"By vault"_s;
    auto *tree = m->find<QTreeView>(byVault ? u"secretVaults"_s : u"secretRunners"_s);
    const QString top = byVault ? u"kv-streaming-prod"_s : u"finance-erp-prod"_s;
    const auto below = [&] { // references below the row
        const QModelIndex row = m->child(tree, {}, top);
        if (byVault)
            return tree->model()->rowCount(row);
        int count = 0;
        for (int vault = 0; vault < tree->model()->rowCount(row); ++vault)
            count += tree->model()->rowCount(tree->model()->index(vault, 0, row));
        return count;
    };
    const int whole = below();
    m->type(u"secretFilterEdit"_s, words);
    QTRY_COMPARE(below() < whole, !button.isEmpty());
    const int shown = below();
    tree->setCurrentIndex(m->child(tree, {}, top));
    QVERIFY(m->click(u"repointButton"_s));
    if (!button.isEmpty()) {
        auto *box = m->find<QDialog>(u"hiddenQuestion"_s);
        QVERIFY(box && box->isVisible());
        FormInput::click(box, button);
    }
    QTRY_VERIFY(m->find<QDialog>(u"repointDialog"_s));
    const QString said =
        m->find<QDialog>(u"repointDialog"_s)->findChild<QLabel *>(u"repointFrom"_s)->text();
    const int expected = all ? whole : shown;
    QVERIFY2(expected == 1 || said.startsWith(QString::number(expected) + u" references"_s),
             qPrintable(said));
    FormInput::click(m->find<QWidget>(u"repointDialog"_s), u"repointClose"_s);
}

void TestReferenceMap::exports_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<int>("action");
    QTest::addColumn<QByteArray>("begins");
    QTest::addColumn<QByteArray>("holds");
    QTest::newRow("list as CSV") << u"List"_s << 0 << "Provider,"_ba
                                 << "catalog-my-password"_ba;
    QTest::newRow("vaults as CSV") << u"By vault"_s << 0 << "Provider,"_ba
                                   << "catalog-to-s3"_ba;
    QTest::newRow("runners as Markdown") << u"By runner"_s << 1 << "# Secrets that each runner"_ba
                                         << "| finance-erp-prod |"_ba;
}

void TestReferenceMap::exports()
{
    QFETCH(const QString, shape);
    QFETCH(const int, action);
    QFETCH(const QByteArray, begins);
    QFETCH(const QByteArray, holds);
    FormInput::choose(m->window(), u"secretShape"_s, shape);
    m->type(u"secretFilterEdit"_s, u"nowhere"_s); // what is hidden is exported all the same
    QFile file(QDir(m->chooseFolder()).filePath(u"secrets"_s));
    m->setChosenPaths({file.fileName()});
    m->find<QMenu>(u"exportSecretsMenu"_s)->actions().at(action)->trigger();
    QTRY_VERIFY(m->question());
    QVERIFY(m->question()->findChild<QPushButton *>(u"openFolder"_s));
    QVERIFY(m->closeMessage());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY2(text.startsWith(begins), text.left(200).constData());
    QVERIFY2(text.contains(holds), text.left(2000).constData());

    m->setChosenPaths({QDir(file.fileName()).filePath(u"not/a/folder"_s)});
    m->find<QMenu>(u"exportSecretsMenu"_s)->actions().at(action)->trigger();
    QTRY_VERIFY(m->question());
    QVERIFY(m->question()->question().contains(u"not exported"_s));
}

SLUICE_TEST(TestReferenceMap, Widgets)
#include "tst_referencemap.moc"
