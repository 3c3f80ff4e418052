// SPDX-License-Identifier: Apache-2.0
#include "models/form/formmodel.h"
#include "models/store/localstore.h"
#include "models/store/wizarddraft.h"
#include "tests/support/testprogram.h"
#include "tests/support/wizarddraftstage.h"
#include "ui/widgets/questionbox.h"
#include "ui/wizard/leavequestion.h"

#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

// The same with the window that the question is asked over.
struct LeaveStage : WizardDraftStage {
    QuestionBox *question() const { return window.findChild<QuestionBox *>(u"leaveQuestion"_s); }

    QWidget window;
    LeaveQuestion leaving{&draft, &window};
};

} // namespace

// When the wizard asks before it is left, and what the answers do, without the wizard.
class TestLeaveQuestion final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leavesWithoutAQuestion();
    void asksToKeep();
    void asksAgainWhenItCannotKeep();
    void discardsForGood();
    void asksToDiscardWithoutAStore();
};

void TestLeaveQuestion::leavesWithoutAQuestion()
{
    LeaveStage stage;
    QSignalSpy left(&stage.leaving, &LeaveQuestion::left);
    stage.leaving.ask({});
    QVERIFY(!stage.question());
    QCOMPARE(left.size(), 1);
    QVERIFY(!left.first().first().toBool());
}

void TestLeaveQuestion::asksToKeep()
{
    LeaveStage stage;
    stage.draft.setStore(&stage.store);
    QSignalSpy left(&stage.leaving, &LeaveQuestion::left);
    stage.form.setValue(u"name"_s, u"orders"_s);
    stage.leaving.ask(u"Nothing was sent."_s);
    QVERIFY(stage.question());
    QVERIFY(stage.question()->detail().endsWith(u"Nothing was sent."_s));
    QSet<QString> keys; // each answer has its letter
    const auto buttons = stage.question()->findChildren<QPushButton *>();
    for (const QPushButton *button : buttons)
        keys.insert(button->shortcut().toString());
    QCOMPARE(keys, (QSet<QString>{u"Alt+K"_s, u"Alt+E"_s, u"Alt+D"_s}));
    stage.question()->cancelButton()->click();
    QVERIFY(left.isEmpty());
    QTRY_VERIFY(!stage.question());
    stage.leaving.ask({});
    stage.question()->confirmButton()->click();
    QCOMPARE(left.size(), 1);
    QVERIFY(left.first().first().toBool());
    QCOMPARE(stage.kept().size(), 1);
}

// The wizard must not close over what was typed when no draft holds it.
void TestLeaveQuestion::asksAgainWhenItCannotKeep()
{
    LeaveStage stage;
    stage.draft.setStore(&stage.store);
    QSignalSpy left(&stage.leaving, &LeaveQuestion::left);
    stage.form.setValue(u"name"_s, u"orders"_s);
    stage.leaving.ask(u"Nothing was sent."_s);
    const QPointer<QuestionBox> first = stage.question();
    QVERIFY(first);
    stage.draft.setStore(nullptr); // it does not work any more
    first->confirmButton()->click();
    QVERIFY(left.isEmpty());
    QTRY_VERIFY(!first);
    QVERIFY(stage.question());
    QCOMPARE(stage.question()->confirmButton()->objectName(), u"leave"_s);
    QVERIFY(stage.question()->detail().endsWith(u"Nothing was sent."_s));
    stage.question()->confirmButton()->click();
    QCOMPARE(left.size(), 1);
    QVERIFY(!left.first().first().toBool());
}

// A field that is left as the wizard closes is marked; that is no reason to keep it after all.
void TestLeaveQuestion::discardsForGood()
{
    LeaveStage stage;
    stage.draft.setStore(&stage.store);
    stage.form.setValue(u"description"_s, u"typed"_s);
    QCOMPARE(stage.kept().size(), 1);
    connect(&stage.leaving, &LeaveQuestion::left, this,
            [&stage] { stage.form.markVisited(stage.form.indexOf(u"name"_s)); });
    QSignalSpy marked(&stage.form, &FormModel::problemsChanged);
    stage.leaving.ask({});
    stage.question()->findChild<QPushButton *>(u"leave"_s)->click();
    QCOMPARE(marked.size(), 1);
    QVERIFY(stage.kept().isEmpty());
}

void TestLeaveQuestion::asksToDiscardWithoutAStore()
{
    LeaveStage stage;
    QSignalSpy left(&stage.leaving, &LeaveQuestion::left);
    stage.form.setValue(u"name"_s, u"orders"_s);
    stage.leaving.ask({});
    QVERIFY(stage.question());
    stage.question()->confirmButton()->click();
    QCOMPARE(left.size(), 1);
    QVERIFY(!left.first().first().toBool());
}

SLUICE_TEST(TestLeaveQuestion, Widgets)
#include "tst_leavequestion.moc"
