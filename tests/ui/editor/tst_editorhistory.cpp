// SPDX-License-Identifier: Apache-2.0
// Versions in the real window, and what becomes of edits when a pipeline or the window closes.
#include "models/store/versions/versionsmodel.h"
#include "tests/support/editorfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/testprogram.h"
#include "ui/editor/servercopybanner.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestEditorHistory : public EditorTest
{
    Q_OBJECT

private:
    QList<Draft> drafts()
    {
        std::optional<QList<Draft>> found;
        m_stage->f.store()->drafts()->all(
            this, [&](const StoreResult<QList<Draft>> &all) { found = *all; });
        return QTest::qWaitFor([&] { return found.has_value(); }) ? *found : QList<Draft>();
    }

    QString savedHost()
    {
        return DefinitionPath::fromText(hostPath).valueIn(m_stage->onServer(m_key)).toString();
    }

    QStringList origins()
    {
        const auto *table = m_stage->find<QTableView>(u"versionsTable"_s);
        QStringList words;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            words += table->model()->index(row, VersionsModel::OriginColumn).data().toString();
        return words;
    }

private Q_SLOTS:

    void versionsAreComparedAndRestored()
    {
        m_stage->type(hostPath, u"db2"_s);
        m_stage->save();
        m_stage->showTab(PipelineEditor::VersionsTab);
        QTRY_COMPARE(origins().size(), 2);
        QCOMPARE(origins().constFirst(), VersionsModel::originText(Version::Origin::Saved));
        QVERIFY(!m_stage->find(u"restoreVersion"_s)->isEnabled());
        auto *table = m_stage->find<QTableView>(u"versionsTable"_s);
        table->setFocus();
        table->selectRow(1);
        const auto *changes = m_stage->find<QTableView>(u"versionChanges"_s)->model();
        QTRY_COMPARE(changes->rowCount(), 1);
        QCOMPARE(changes->index(0, ChangesModel::WasColumn).data().toString(), u"db2"_s);
        QCOMPARE(changes->index(0, ChangesModel::WillColumn).data().toString(),
                 u"sqlserver.my-org.com"_s);
        m_stage->click(u"restoreVersion"_s);
        QCOMPARE(m_stage->tabText(PipelineEditor::ChangesTab), u"&Changes (1)"_s);
        QVERIFY(m_stage->find(u"revertChange"_s)); // the changes are shown
        QCOMPARE(savedHost(), u"db2"_s);           // an edit, not a save
        m_stage->save();
        QCOMPARE(savedHost(), u"sqlserver.my-org.com"_s);
        m_stage->showTab(PipelineEditor::VersionsTab);
        QTRY_COMPARE(origins().value(0), VersionsModel::originText(Version::Origin::Restored));
    }

    // Secrets are not kept: what is compared and restored is less than what was there.
    void saysWhatAVersionLacks()
    {
        QJsonObject definition = m_stage->onServer(m_key);
        definition[u"jdbc.url"_s] = u"jdbc:x://h;user=u;password=p"_s;
        m_stage->f.store()->versions()->record(m_key, definition, Version::Origin::Read);
        m_stage->showTab(PipelineEditor::VersionsTab);
        QTRY_COMPARE(origins().size(), 2);
        auto *table = m_stage->find<QTableView>(u"versionsTable"_s);
        const auto *title = m_stage->find<QLabel>(u"versionTitle"_s);
        table->selectRow(0);
        QTRY_VERIFY(title->text().contains(u"1 value is left out"_s));
        QVERIFY2(title->text().contains(u"jdbc.url"_s), qPrintable(title->text()));
        QVERIFY2(title->text().contains(u"has to be entered again"_s), qPrintable(title->text()));
        table->selectRow(1);
        QTRY_VERIFY(!title->text().contains(u"left out"_s));
        table->selectAll();
        QTRY_VERIFY2(title->text().contains(u"Newer version: 1 value is left out"_s),
                     qPrintable(title->text()));
    }

    void whatCannotBeDoneIsNotOffered()
    {
        m_stage->showTab(PipelineEditor::VersionsTab);
        QTRY_VERIFY(!origins().isEmpty());
        QVERIFY(!m_stage->find(u"undoLastSave"_s)->isEnabled()); // nothing was saved from here
        const auto *empty =
            m_stage->find<QTableView>(u"versionChanges"_s)->findChild<EmptyState *>();
        QVERIFY(!empty->isVisible()); // no version is chosen: nothing is compared
        m_stage->find<QTableView>(u"versionsTable"_s)->selectRow(0);
        QTRY_VERIFY(empty->isVisible()); // it says the same
    }

    void theLastSaveIsUndone()
    {
        m_stage->type(hostPath, u"db2"_s);
        m_stage->save();
        QCOMPARE(savedHost(), u"db2"_s);
        m_stage->showTab(PipelineEditor::VersionsTab);
        QTRY_COMPARE(origins().size(), 2);
        QTRY_VERIFY(m_stage->find(u"undoLastSave"_s)->isEnabled());
        m_stage->click(u"undoLastSave"_s);
        QTRY_VERIFY(m_stage->find(u"revertChange"_s));
        m_stage->save();
        QCOMPARE(savedHost(), u"sqlserver.my-org.com"_s);
    }

    // Every open editor would look at its definition again at each check of each pipeline.
    void aStatusIsNoOtherCopy()
    {
        const QSignalSpy moved(m_stage->editor()->findChild<ServerCopyBanner *>(),
                               &ServerCopyBanner::serverMoved);
        m_stage->startElsewhere(m_key);
        m_stage->f.fleet()->pipelines()->flush();
        QCOMPARE(moved.size(), 0);
    }

    void aSaveTakesTheDraftAway()
    {
        m_stage->type(hostPath, u"db2"_s);
        QTRY_COMPARE(drafts().size(), 1);
        m_stage->save();
        QTRY_COMPARE(drafts().size(), 0);
    }

    void closingWithEditsCanBeCancelled()
    {
        m_stage->type(hostPath, u"db2"_s);
        m_stage->press(QKeySequence::Close);
        QTRY_VERIFY(m_stage->find(u"closeQuestion"_s));
        m_stage->click(u"cancelClose"_s);
        QVERIFY(!m_stage->find(u"closeQuestion"_s));
        QCOMPARE(m_stage->text(hostPath), u"db2"_s);
        QCOMPARE(m_stage->page()->openKeys(), QList{m_key});
    }

    void closingCanDiscard()
    {
        m_stage->type(hostPath, u"db2"_s);
        QTRY_COMPARE(drafts().size(), 1);
        m_stage->press(QKeySequence::Close);
        m_stage->click(u"discardEdits"_s);
        QVERIFY(m_stage->page()->openKeys().isEmpty());
        QVERIFY(m_stage->f.table()->isVisible());
        QTRY_COMPARE(drafts().size(), 0);
        m_stage->open(m_key);
        QCOMPARE(m_stage->text(hostPath), u"sqlserver.my-org.com"_s);
        QCOMPARE(drafts().size(), 0);
    }

    void closingCanKeepADraft()
    {
        m_stage->type(hostPath, u"db2"_s);
        m_stage->press(QKeySequence::Close);
        m_stage->click(u"keepDraft"_s);
        QVERIFY(m_stage->page()->openKeys().isEmpty());
        QCOMPARE(drafts().size(), 1);
        m_stage->open(m_key); // comes with its draft
        QCOMPARE(m_stage->text(hostPath), u"db2"_s);
        m_stage->click(u"revertAll"_s);
        QTRY_COMPARE(drafts().size(), 0);
    }

    void closingCanSave()
    {
        m_stage->type(hostPath, u"db2"_s);
        m_stage->press(QKeySequence::Close);
        m_stage->click(u"saveEdits"_s);
        QTRY_VERIFY(m_stage->find(u"reviewSave"_s) && m_stage->find(u"reviewSave"_s)->isEnabled());
        m_stage->click(u"reviewBack"_s); // the user goes back: nothing closes, now or later
        QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
        m_stage->save();
        QCOMPARE(m_stage->page()->openKeys(), QList{m_key});
        m_stage->type(hostPath, u"db3"_s);
        m_stage->press(QKeySequence::Close);
        m_stage->click(u"saveEdits"_s);
        QTRY_VERIFY(m_stage->find(u"reviewSave"_s) && m_stage->find(u"reviewSave"_s)->isEnabled());
        m_stage->click(u"reviewSave"_s);
        QTRY_VERIFY(m_stage->page()->openKeys().isEmpty());
        QCOMPARE(savedHost(), u"db3"_s);
    }

    // The chain goes on to its start; the editor waits for it.
    void closingWithASaveWaitsForTheChain()
    {
        m_stage->startElsewhere(m_key);
        m_stage->type(hostPath, u"db2"_s);
        m_stage->press(QKeySequence::Close);
        m_stage->click(u"saveEdits"_s);
        QTRY_VERIFY(m_stage->find(u"reviewSave"_s) && m_stage->find(u"reviewSave"_s)->isEnabled());
        m_stage->click(u"stopSaveStart"_s);
        m_stage->click(u"reviewSave"_s);
        QVERIFY(m_stage->find(u"saveSteps"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->page()->openKeys().isEmpty(), 15'000);
        QCOMPARE(savedHost(), u"db2"_s);
        QTRY_COMPARE(m_stage->f.fleet()->pipelines()->state(m_key), PipelineState::Streaming);
    }

    void theWindowAsksForEachPipeline()
    {
        const PipelineKey second = m_stage->create(u"billing"_s);
        m_stage->type(hostPath, u"db2"_s);
        m_stage->open(second);
        m_stage->type(hostPath, u"db3"_s);
        m_stage->window()->close();
        QVERIFY(m_stage->window()->isVisible());
        m_stage->click(u"keepDraft"_s);
        QTRY_VERIFY(m_stage->find(u"cancelClose"_s));
        m_stage->click(u"cancelClose"_s);
        QVERIFY(m_stage->window()->isVisible());
        QCOMPARE(m_stage->page()->openKeys().size(), 2); // nothing was closed meanwhile
        m_stage->window()->close();
        m_stage->click(u"keepDraft"_s);
        QTRY_VERIFY(m_stage->find(u"discardEdits"_s));
        m_stage->click(u"discardEdits"_s);
        QVERIFY(!m_stage->window()->isVisible());

        m_stage->f.reopen(); // both are open again, the kept draft is offered
        QTRY_COMPARE(m_stage->page()->openKeys().size(), 2);
        QTRY_COMPARE(m_stage->f.banners().size(), 1);
        QVERIFY(m_stage->f.banners().constFirst()->accessibleName().contains(u"orders"_s));
        QTest::mouseClick(m_stage->f.banners().constFirst()->findChild<QPushButton *>(),
                          Qt::LeftButton);
        QCOMPARE(m_stage->editor()->key(), m_key);
        QCOMPARE(m_stage->text(hostPath), u"db2"_s);
        QVERIFY(m_stage->f.banners().isEmpty());
    }

    // Closing one shows the one beside it, and all that is said above it is about that.
    void theHeaderFollowsAClosedTab()
    {
        const PipelineKey second = m_stage->create(u"billing"_s);
        const PipelineKey third = m_stage->create(u"clicks"_s);
        m_stage->open(second);
        m_stage->open(third);
        m_stage->open(second);
        m_stage->press(QKeySequence::Close);
        QTRY_COMPARE(m_stage->page()->openKeys(), (QList{m_key, third}));
        const PipelineEditor *shown = m_stage->page()->current();
        QVERIFY(shown && shown->isVisible());
        QCOMPARE(m_stage->f.find<QLabel>(u"pipelinePageName"_s)->text(), shown->name());
        QTRY_VERIFY(shown->isAncestorOf(QApplication::focusWidget()));
    }

    void openPipelinesAreRemembered()
    {
        const PipelineKey second = m_stage->create(u"billing"_s);
        m_stage->open(second);
        QCOMPARE(m_stage->page()->openKeys(), (QList{m_key, second}));
        m_stage->f.reopen();
        QTRY_COMPARE(m_stage->page()->openKeys().size(), 2);
        m_stage->open(m_key);
        m_stage->press(QKeySequence::Close);
        m_stage->f.reopen();
        QTRY_COMPARE(m_stage->page()->openKeys(), QList{second});
    }

    void aStoreThatDoesNotOpenIsTold()
    {
        cleanup();
        m_stage = std::make_unique<EditorStage>();
        const QDir inTheWay(m_stage->f.storePath()); // a folder where the file goes
        QVERIFY(inTheWay.mkpath(u"."_s));
        QVERIFY(m_stage->isReady());
        QTRY_COMPARE(m_stage->f.banners().size(), 1);
        QVERIFY(m_stage->f.banners().constFirst()->accessibleName().contains(u"not kept"_s));
        m_key = m_stage->create(u"orders"_s);
        m_stage->open(m_key);
        m_stage->type(hostPath, u"db2"_s);
        m_stage->save();
        QCOMPARE(savedHost(), u"db2"_s);
        m_stage->type(hostPath, u"db3"_s);
        QVERIFY(!m_stage->footer().contains(u"draft kept"_s));
        m_stage->press(QKeySequence::Close);
        QTRY_VERIFY(m_stage->find(u"keepDraft"_s));
        QVERIFY(!m_stage->find(u"keepDraft"_s)->isEnabled());
        m_stage->click(u"discardEdits"_s);
        QVERIFY(inTheWay.exists()); // untouched
    }
};

SLUICE_TEST(TestEditorHistory, Widgets)
#include "tst_editorhistory.moc"
