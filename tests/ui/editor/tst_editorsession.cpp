// SPDX-License-Identifier: Apache-2.0
// What the window remembers of its editors, and what it forgets.
#include "models/store/accountrecords.h"
#include "models/store/versions/versionsmodel.h"
#include "tests/support/editorfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"
#include "ui/navigation/navigationbutton.h"

#include <QLabel>
#include <QSettings>
#include <QTabBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestEditorSession : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<EditorStage> m_stage;

    QStringList remembered()
    {
        return m_stage->f.settings()->value(u"editor/open"_s).toStringList();
    }

    AccountRecords records(const QString &account)
    {
        std::optional<AccountRecords> found;
        countAccountRecords(m_stage->f.store(), account, this,
                            [&found](const StoreResult<AccountRecords> &all) { found = *all; });
        return QTest::qWaitFor([&found] { return found.has_value(); }) ? *found : AccountRecords();
    }

    static QStringList textsOf(const QList<QWidget *> &banners)
    {
        QStringList texts;
        for (const QWidget *banner : banners) {
            const QList<QLabel *> labels = banner->findChildren<QLabel *>();
            for (const QLabel *label : labels)
                texts += label->text();
        }
        return texts;
    }

private Q_SLOTS:

    void init() { m_stage = std::make_unique<EditorStage>(); }

    void cleanup() { m_stage.reset(); }

    // Edits that are open are not replaced unasked by those of a former session.
    void keptEditsDoNotReplaceOpenOnes()
    {
        QVERIFY(m_stage->isReady());
        const PipelineKey key = m_stage->create(u"orders-copy"_s);
        m_stage->open(key);
        Draft former;
        former.id = u"former"_s;
        former.key = key;
        former.base = m_stage->editor()->document()->base();
        former.edited = former.base;
        former.edited.insert(u"name"_s, u"kept"_s);
        m_stage->f.store()->drafts()->save(former);
        m_stage->f.store()->drafts()->flush();
        m_stage->f.reopen();
        QTRY_VERIFY(!m_stage->f.banners().isEmpty());
        QTRY_COMPARE(m_stage->page()->openKeys(), QList{key}); // open again, without the draft
        m_stage->page()->open(key);
        PipelineDocument *document = m_stage->page()->editor(key)->document();
        QVERIFY(document->form()->setValue(u"name"_s, u"open"_s));

        QVERIFY(m_stage->f.clickInBanner(u"Go on editing"_s));
        QTRY_VERIFY(m_stage->f.question());
        QVERIFY(m_stage->f.answer(false));
        QTRY_VERIFY(!m_stage->f.question());
        QCOMPARE(document->form()->value(u"name"_s), QJsonValue(u"open"_s));

        QVERIFY(m_stage->f.clickInBanner(u"Go on editing"_s));
        QTRY_VERIFY(m_stage->f.question());
        QVERIFY(m_stage->f.answer(true));
        QTRY_COMPARE(document->form()->value(u"name"_s), QJsonValue(u"kept"_s));
        QTRY_VERIFY(!m_stage->f.question());
        document->undo();
        QCOMPARE(document->form()->value(u"name"_s), QJsonValue(u"open"_s));
    }

    // What the server has still is put back; of the rest the editor tells.
    void keptEditsTellWhatTheyLack()
    {
        QVERIFY(m_stage->isReady());
        const PipelineKey key = m_stage->create(u"orders-copy"_s);
        m_stage->open(key);
        Draft former;
        former.id = u"former"_s;
        former.key = key;
        former.base = m_stage->editor()->document()->base();
        former.base.insert(u"onServer"_s, u"mongodb://u:p@h"_s);
        former.edited = former.base;
        former.edited.insert(u"jdbc.url"_s, u"jdbc:x://h;user=u;password=p"_s);
        former.edited.insert(u"description"_s, u"password: see the wiki"_s);
        m_stage->f.store()->drafts()->save(former);
        m_stage->f.store()->drafts()->flush();
        m_stage->f.reopen();
        QTRY_VERIFY(!m_stage->f.banners().isEmpty());
        const QString offer = m_stage->f.banners().constFirst()->accessibleName();
        QVERIFY2(offer.contains(u"2 values are left out, as secrets are not kept: jdbc.url, "
                                "onServer."_s),
                 qPrintable(offer));
        QVERIFY(m_stage->f.clickInBanner(u"Go on editing"_s));
        QTRY_VERIFY(m_stage->page()->editor(key));
        PipelineEditor *editor = m_stage->page()->editor(key);
        const auto *banner = editor->findChild<QWidget *>(u"leftOutBanner"_s);
        QTRY_VERIFY(banner->isVisible());
        QVERIFY(banner->accessibleName().contains(u"jdbc.url"_s));
        QCOMPARE(editor->document()->mine().value(u"description"_s),
                 QJsonValue(u"password: see the wiki"_s));
        editor->giveUpEdits();
        QVERIFY(!banner->isVisible());
    }

    // Unsaved edits are seen where the pipelines are, whether their editor is open or not.
    void unsavedEditsAreMarkedInTheFleet()
    {
        const PipelineKey key = m_stage->begin();
        QVERIFY(key.isValid());
        const auto isMarked = [this] {
            const QModelIndex row = m_stage->f.row(u"orders"_s);
            return row.siblingAtColumn(PipelineModel::NameColumn)
                       .data(PipelineFilter::EditedRole)
                       .toBool() &&
                   row.siblingAtColumn(PipelineModel::NameColumn)
                       .data(Qt::AccessibleTextRole)
                       .toString()
                       .contains(u"not saved"_s);
        };
        const auto count = [this] {
            auto *button = m_stage->f.find<NavigationButton>(u"unsavedButton"_s);
            return button->isHidden() ? 0 : button->count();
        };
        QAction *next = m_stage->f.action(u"unsavedAction"_s);
        QVERIFY(!isMarked());
        QCOMPARE(count(), 0);
        QVERIFY(!next->isEnabled());

        m_stage->type(hostPath, u"db2"_s);
        QVERIFY(isMarked());
        QCOMPARE(count(), 1);
        m_stage->press(QKeySequence::Undo);
        QVERIFY(!isMarked());
        QCOMPARE(count(), 0);
        m_stage->press(QKeySequence::Redo);
        QVERIFY(isMarked());

        m_stage->page()->close(m_stage->editor()); // kept as a draft
        QVERIFY(isMarked());
        QCOMPARE(count(), 1);
        m_stage->f.reopen();
        QTRY_VERIFY(isMarked());
        QCOMPARE(count(), 1);
        QVERIFY(m_stage->f.trigger(u"unsavedAction"_s));
        QCOMPARE(m_stage->text(hostPath), u"db2"_s);
        QVERIFY(isMarked());
        m_stage->editor()->giveUpEdits();
        QVERIFY(!isMarked());
        QCOMPARE(count(), 0);
    }

    void escLeavesTheFieldBeforeThePage_data()
    {
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("field");
        const int form = PipelineEditor::FormTab;
        QTest::newRow("name") << form << u"name"_s;
        QTest::newRow("host") << form << hostPath;
        QTest::newRow("port") << form << portPath;
        QTest::newRow("runner") << form << u"agentId"_s;
        QTest::newRow("table to add") << form << u"streamingSource.tables.table"_s;
        QTest::newRow("tables") << form << u"streamingSource.tables.grid"_s;
        QTest::newRow("properties") << form << u"advancedProperties"_s;
        QTest::newRow("JSON") << int(PipelineEditor::TextTab) << u"jsonEditor"_s;
    }

    void escLeavesTheFieldBeforeThePage()
    {
        QFETCH(const int, tab);
        QFETCH(const QString, field);
        QVERIFY(m_stage->begin().isValid());
        m_stage->showTab(PipelineEditor::Tab(tab));
        auto *widget = m_stage->find<QWidget>(field);
        QVERIFY(widget);
        widget->setFocus();
        QVERIFY(widget->hasFocus() || widget->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(m_stage->page()->isVisible());
        QVERIFY(!widget->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!m_stage->page()->isVisible());
    }

    // Without its account the editor goes; the question must not stay behind with dead buttons.
    void theQuestionGoesOnWithoutItsAccount_data()
    {
        QTest::addColumn<bool>("closesWindow");
        QTest::newRow("closing the pipeline") << false;
        QTest::newRow("closing the window") << true;
    }

    void theQuestionGoesOnWithoutItsAccount()
    {
        QFETCH(const bool, closesWindow);
        const PipelineKey key = m_stage->begin();
        QVERIFY(key.isValid());
        m_stage->type(hostPath, u"db2"_s);
        if (closesWindow)
            QVERIFY(!m_stage->window()->close());
        else
            QVERIFY(m_stage->f.trigger(u"closePipelineAction"_s));
        QTRY_VERIFY(m_stage->find<QWidget>(u"closeQuestion"_s));
        m_stage->f.fleet()->removeAccount(key.account);
        QTRY_VERIFY(!m_stage->find<QWidget>(u"closeQuestion"_s));
        QTRY_VERIFY(m_stage->page()->openKeys().isEmpty());
        QTRY_COMPARE(m_stage->window()->isVisible(), !closesWindow);
        QCOMPARE(records(key.account).drafts, 1);
    }

    // A restart with many open pipelines makes none of their editors; each is made when it is seen.
    void whatIsNotSeenIsNotMade()
    {
        QVERIFY(m_stage->isReady());
        QList<PipelineKey> keys;
        for (int number = 0; number < 6; ++number) {
            keys += m_stage->create(u"orders %1"_s.arg(number));
            m_stage->open(keys.constLast(), PipelineEditor::OverviewTab);
        }
        m_stage->f.reopen();
        QTRY_COMPARE(m_stage->page()->openKeys(), keys);
        const auto made = [this] {
            return m_stage->page()->findChildren<PipelineEditor *>().size();
        };
        QCOMPARE(made(), 0);
        auto *tabs = m_stage->f.find<QTabBar>(u"openPipelines"_s);
        QCOMPARE(tabs->tabText(4), u"orders 4"_s);
        m_stage->open(keys.at(2));
        QCOMPARE(made(), 1);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(4).center());
        QCOMPARE(made(), 2);
        QCOMPARE(m_stage->editor()->key(), keys.at(4));

        // Renamed and deleted elsewhere: the tabs know, without an editor.
        m_stage->changeElsewhere(keys.at(0), "name", u"renamed"_s);
        m_stage->deleteElsewhere(keys.at(1));
        m_stage->f.fleet()->refreshAll();
        QTRY_COMPARE(tabs->count(), 5);
        QTRY_COMPARE(tabs->tabText(0), u"renamed"_s);
        // One that was looked at and is not any more catches up when it is shown.
        m_stage->changeElsewhere(keys.at(2), "name", u"moved"_s);
        m_stage->f.fleet()->refreshAll();
        QTRY_COMPARE(tabs->tabText(1), u"moved"_s);
        m_stage->open(keys.at(2));
        QCOMPARE(m_stage->editor()->name(), u"moved"_s);
        QVERIFY(!m_stage->editor()->hasEdits());
        QCOMPARE(made(), 2);
    }

    // The tabs come while their page is hidden, and nothing of them changes when it is shown.
    void tabsThatCameUnseenAreSeen()
    {
        QVERIFY(m_stage->isReady());
        ScriptedApi api;
        api.addProject(u"p1"_s, u"Orders"_s);
        for (const QString &id : {u"a"_s, u"b"_s})
            api.addPipeline(u"p1"_s, id, u"scripted "_s + id, u"r1"_s);
        Draft former;
        former.id = u"former"_s;
        former.key = {u"acc"_s, u"p1"_s, u"gone"_s};
        former.base = api.pipelines[u"p1"_s].at(0).toObject();
        former.edited = former.base;
        former.edited.insert(u"name"_s, u"kept"_s);
        m_stage->f.store()->drafts()->save(former);
        m_stage->f.store()->drafts()->flush();
        m_stage->f.settings()->setValue(
            u"editor/open"_s, QStringList{u"acc/p1/a"_s, u"acc/p1/gone"_s, u"acc/p1/b"_s});
        m_stage->f.reopen();
        m_stage->f.fleet()->addAccount(api.makeAccount());
        QTRY_COMPARE(m_stage->page()->openKeys().size(), 2);
        QTRY_VERIFY(!m_stage->f.banners().isEmpty());
        QVERIFY(m_stage->f.clickInBanner(u"Go on editing"_s));
        const auto *tabs = m_stage->f.find<QTabBar>(u"openPipelines"_s);
        QTRY_COMPARE(tabs->count(), 3);
        QTRY_VERIFY(tabs->isVisible());
        for (int tab = 0; tab < tabs->count(); ++tab)
            QTRY_VERIFY2(tabs->rect().contains(tabs->tabRect(tab)), qPrintable(tabs->tabText(tab)));
    }

    void whatIsGoneIsNotRemembered()
    {
        QVERIFY(m_stage->isReady());
        ScriptedApi api;
        api.addProject(u"p1"_s, u"Orders"_s);
        api.addProject(u"p2"_s, u"Sales"_s);
        api.addPipeline(u"p1"_s, u"a"_s, u"scripted"_s, u"r1"_s);
        api.refusals["/p2/streaming-pipelines"] = 500;
        m_stage->f.settings()->setValue(
            u"editor/open"_s, QStringList{u"acc/p1/a"_s, u"acc/p1/gone"_s, u"acc/p2/unread"_s,
                                          u"acc/gone/b"_s, u"elsewhere/p1/a"_s});
        m_stage->f.reopen();
        QCOMPARE(remembered().size(), 5);
        const Account *account = m_stage->f.fleet()->addAccount(api.makeAccount());
        QTRY_COMPARE(account->pipelinesState(u"p1"_s), LoadState::Loaded);
        QTRY_COMPARE(account->pipelinesState(u"p2"_s), LoadState::Failed);
        const QStringList stays{u"acc/p1/a"_s, u"acc/p2/unread"_s, u"elsewhere/p1/a"_s};
        QTRY_COMPARE(remembered(), stays);
        QCOMPARE(m_stage->page()->openKeys(), (QList{PipelineKey{u"acc"_s, u"p1"_s, u"a"_s}}));
    }

    void aListThatFailsForgetsNothing()
    {
        QVERIFY(m_stage->isReady());
        ScriptedApi api;
        api.refusals["/v1/projects"] = 500;
        m_stage->f.settings()->setValue(u"editor/open"_s, QStringList{u"acc/p1/a"_s});
        m_stage->f.reopen();
        const Account *account = m_stage->f.fleet()->addAccount(api.makeAccount());
        QTRY_COMPARE(account->projectsState(), LoadState::Failed);
        QCOMPARE(remembered(), QStringList{u"acc/p1/a"_s});
    }

    // The window is to be closed, and meanwhile the account of an edited pipeline leaves.
    void aQuestionEndsWithItsAccount()
    {
        QVERIFY(m_stage->isReady());
        ScriptedApi api;
        api.addProject(u"p1"_s, u"Orders"_s);
        api.addPipeline(u"p1"_s, u"a"_s, u"scripted"_s, u"r1"_s);
        m_stage->f.fleet()->addAccount(api.makeAccount());
        const PipelineKey key{u"acc"_s, u"p1"_s, u"a"_s};
        QTRY_COMPARE(m_stage->f.fleet()->pipelines()->state(key), PipelineState::NotRunning);
        m_stage->f.fleet()->pipelines()->flush();
        m_stage->open(key);
        m_stage->type(u"name"_s, u"renamed"_s);
        bool hasLeft = false;
        m_stage->page()->askToLeave([&hasLeft] { hasLeft = true; });
        QTRY_VERIFY(m_stage->find(u"closeQuestion"_s));
        m_stage->f.fleet()->removeAccount(u"acc"_s);
        QTRY_VERIFY(!m_stage->find(u"closeQuestion"_s));
        QVERIFY(hasLeft);
        QCOMPARE(records(key.account).drafts, 1); // kept
    }

    void forgettingAnAccountDeletesWhatIsStored()
    {
        QVERIFY(m_stage->isReady());
        QVERIFY(m_stage->create(u"other"_s).isValid());
        ScriptedApi api;
        api.addProject(u"p1"_s, u"Orders"_s);
        api.addPipeline(u"p1"_s, u"a"_s, u"scripted"_s, u"r1"_s);
        m_stage->f.acceptAccounts();
        m_stage->f.fleet()->addAccount(api.makeAccount());
        const PipelineKey key{u"acc"_s, u"p1"_s, u"a"_s};
        QTRY_COMPARE(m_stage->f.fleet()->pipelines()->state(key), PipelineState::NotRunning);
        m_stage->f.fleet()->pipelines()->flush();
        m_stage->open(key);
        m_stage->type(u"name"_s, u"renamed"_s);
        QTRY_COMPARE(records(key.account).drafts, 1);
        QCOMPARE(records(key.account).versions, 1);
        QCOMPARE(remembered(), QStringList{u"acc/p1/a"_s});
        m_stage->f.silences()->silence(key, ReferenceRule::OtherCloud);
        const int others = records(m_stage->account->id()).versions;
        QVERIFY(others > 0);
        m_stage->f.tree()->setCurrentIndex(m_stage->f.node(u"PROD"_s));

        QVERIFY(m_stage->f.trigger(u"disconnectAction"_s));
        QTRY_VERIFY(m_stage->f.question());
        const QString said = m_stage->find<QLabel>(u"questionDetail"_s)->text();
        QVERIFY2(said.contains(u"deleted: 1 draft, 1 version of a definition."_s),
                 qPrintable(said));
        QVERIFY(m_stage->f.answer(false));
        QCOMPARE(records(key.account).drafts, 1);
        QVERIFY(m_stage->f.silences()->isSilenced(key, ReferenceRule::OtherCloud));
        QVERIFY(m_stage->f.trigger(u"disconnectAction"_s));
        QTRY_VERIFY(m_stage->f.question());
        QVERIFY(m_stage->f.answer(true));
        QVERIFY(records(key.account).isEmpty());
        QVERIFY(!m_stage->f.silences()->isSilenced(key, ReferenceRule::OtherCloud));
        QCOMPARE(remembered(), QStringList());
        QVERIFY(m_stage->page()->openKeys().isEmpty());
        QCOMPARE(records(m_stage->account->id()).versions, others);
    }

    // What the store does not tell is not told as "nothing", neither at the start nor before it is
    // deleted.
    void anUnreadStoreIsNotAnEmptyOne()
    {
        QVERIFY(m_stage->isReady());
        ScriptedApi api;
        api.addProject(u"p1"_s, u"Orders"_s);
        api.addPipeline(u"p1"_s, u"a"_s, u"scripted"_s, u"r1"_s);
        m_stage->f.acceptAccounts();
        m_stage->f.fleet()->addAccount(api.makeAccount());
        m_stage->f.store()->database()->write(
            [](Sql &sql) { sql.run(u"ALTER TABLE draft RENAME TO elsewhere"_s); });
        m_stage->f.reopen();
        QTRY_COMPARE(textsOf(m_stage->f.banners()).filter(u"not known whether"_s).size(), 1);

        m_stage->f.tree()->setCurrentIndex(m_stage->f.node(u"PROD"_s));
        QVERIFY(m_stage->f.trigger(u"disconnectAction"_s));
        QTRY_VERIFY(m_stage->f.question());
        const QString said = m_stage->find<QLabel>(u"questionDetail"_s)->text();
        QVERIFY2(said.contains(u"It is not known what this computer keeps of it"_s),
                 qPrintable(said));
        QVERIFY(m_stage->f.answer(false));

        m_stage->f.store()->database()->write(
            [](Sql &sql) { sql.run(u"ALTER TABLE elsewhere RENAME TO draft"_s); });
        QVERIFY(m_stage->f.clickInBanner(u"Try again"_s));
        QTRY_VERIFY(textsOf(m_stage->f.banners()).filter(u"not known whether"_s).isEmpty());
    }

    // The sandbox is always the same account.
    void theSandboxKeepsItsRecords()
    {
        const PipelineKey key = m_stage->begin();
        QVERIFY(key.isValid());
        m_stage->f.acceptAccounts();
        m_stage->type(hostPath, u"db2"_s);
        QTRY_COMPARE(records(key.account).drafts, 1);
        QVERIFY(m_stage->account->profile().sandbox);
        QVERIFY(m_stage->f.trigger(u"disconnectAction"_s));
        QVERIFY(m_stage->f.answer(true));
        QVERIFY(!m_stage->f.fleet()->account(key.account));
        QCOMPARE(records(key.account).drafts, 1);
    }
};

SLUICE_TEST(TestEditorSession, Widgets)
#include "tst_editorsession.moc"
