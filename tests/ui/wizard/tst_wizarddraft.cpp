// SPDX-License-Identifier: Apache-2.0
#include "models/form/formmodel.h"
#include "models/store/localstore.h"
#include "tests/support/testprogram.h"
#include "ui/widgets/questionbox.h"
#include "ui/wizard/wizarddraft.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

// A form that is being filled in, and the store that it is kept in.
struct DraftStage {
    DraftStage()
    {
        form.startNew();
        draft.setUntouched();
    }

    QList<Draft> kept()
    {
        std::optional<QList<Draft>> drafts;
        store.drafts()->flush();
        store.drafts()->all(&window, [&drafts](const auto &all) {
            QVERIFY(all);
            drafts = *all;
        });
        [&drafts] { QTRY_VERIFY(drafts.has_value()); }();
        return drafts.value_or(QList<Draft>());
    }

    QuestionBox *question() const { return window.findChild<QuestionBox *>(u"leaveQuestion"_s); }

    QTemporaryDir dir;
    LocalStore store{dir.filePath(u"store.sqlite"_s)};
    FormModel form;
    QWidget window;
    WizardDraft draft{&form, &window};
};

} // namespace

// What is kept of a wizard, when it asks, and what the answers do, without the wizard.
class TestWizardDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsTyped();
    void keepsNothingThatNobodyTyped();
    void leavesWithoutAQuestion();
    void asksToKeep();
    void discardsForGood();
    void asksToDiscardWithoutAStore();
};

void TestWizardDraft::keepsWhatIsTyped()
{
    DraftStage stage;
    stage.draft.setStore(&stage.store);
    stage.form.setValue(u"name"_s, u"orders"_s);
    stage.draft.setPlace({u"a"_s, u"p"_s, u"e"_s});
    stage.draft.setPage(2);
    const QList<Draft> kept = stage.kept();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().edited, stage.form.definition());
    QCOMPARE(WizardDraft::pageOf(kept.first()), 2);
    const ProjectPlace place = WizardDraft::placeOf(kept.first());
    QCOMPARE(place.account, u"a"_s);
    QCOMPARE(place.project, u"p"_s);
    QCOMPARE(place.environment, u"e"_s);
}

void TestWizardDraft::keepsNothingThatNobodyTyped()
{
    DraftStage stage;
    stage.draft.setStore(&stage.store);
    const QJsonObject begun = stage.form.definition();
    stage.form.setValue(u"name"_s, u"orders"_s);
    QCOMPARE(stage.kept().size(), 1);
    stage.form.setEdited(begun); // taken back
    QVERIFY(!stage.draft.isTyped());
    QVERIFY(stage.kept().isEmpty());
    stage.form.setValue(u"agentId"_s, u"runner"_s);
    stage.draft.setUntouched(); // it came with the environment
    QVERIFY(stage.kept().isEmpty());
    stage.draft.noteSent(u"orders"_s, [] {});
    QCOMPARE(stage.kept().size(), 1);
}

void TestWizardDraft::leavesWithoutAQuestion()
{
    DraftStage stage;
    QSignalSpy left(&stage.draft, &WizardDraft::left);
    stage.draft.askToLeave({});
    QVERIFY(!stage.question());
    QCOMPARE(left.size(), 1);
    QVERIFY(!left.first().first().toBool());
}

void TestWizardDraft::asksToKeep()
{
    DraftStage stage;
    stage.draft.setStore(&stage.store);
    QSignalSpy left(&stage.draft, &WizardDraft::left);
    stage.form.setValue(u"name"_s, u"orders"_s);
    stage.draft.askToLeave(u"Nothing was sent."_s);
    QVERIFY(stage.question());
    QVERIFY(stage.question()->detail().endsWith(u"Nothing was sent."_s));
    stage.question()->cancelButton()->click();
    QVERIFY(left.isEmpty());
    QTRY_VERIFY(!stage.question());
    stage.draft.askToLeave({});
    stage.question()->confirmButton()->click();
    QCOMPARE(left.size(), 1);
    QVERIFY(left.first().first().toBool());
    QCOMPARE(stage.kept().size(), 1);
}

// A field that is left as the wizard closes is marked; that is no reason to keep it after all.
void TestWizardDraft::discardsForGood()
{
    DraftStage stage;
    stage.draft.setStore(&stage.store);
    stage.form.setValue(u"description"_s, u"typed"_s);
    QCOMPARE(stage.kept().size(), 1);
    connect(&stage.draft, &WizardDraft::left, this,
            [&stage] { stage.form.markVisited(stage.form.indexOf(u"name"_s)); });
    QSignalSpy marked(&stage.form, &FormModel::problemsChanged);
    stage.draft.askToLeave({});
    stage.question()->findChild<QPushButton *>(u"leave"_s)->click();
    QCOMPARE(marked.size(), 1);
    QVERIFY(stage.kept().isEmpty());
}

void TestWizardDraft::asksToDiscardWithoutAStore()
{
    DraftStage stage;
    QVERIFY(!stage.draft.keep());
    QSignalSpy left(&stage.draft, &WizardDraft::left);
    stage.form.setValue(u"name"_s, u"orders"_s);
    stage.draft.askToLeave({});
    QVERIFY(stage.question());
    stage.question()->confirmButton()->click();
    QCOMPARE(left.size(), 1);
    QVERIFY(!left.first().first().toBool());
}

SLUICE_TEST(TestWizardDraft, Widgets)
#include "tst_wizarddraft.moc"
