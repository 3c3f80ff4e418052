// SPDX-License-Identifier: Apache-2.0
#include "models/form/formmodel.h"
#include "models/store/localstore.h"
#include "models/store/wizarddraft.h"
#include "tests/support/testprogram.h"
#include "tests/support/wizarddraftstage.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What is kept of a new pipeline, without the wizard.
class TestWizardDraft final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatIsTyped();
    void keepsNothingThatNobodyTyped();
    void keepsNothingWithoutAStore();
};

void TestWizardDraft::keepsWhatIsTyped()
{
    WizardDraftStage stage;
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
    WizardDraftStage stage;
    stage.draft.setStore(&stage.store);
    const QJsonObject begun = stage.form.definition();
    stage.form.setValue(u"name"_s, u"orders"_s);
    QCOMPARE(stage.kept().size(), 1);
    stage.form.setEdited(begun); // taken back
    QVERIFY(!stage.draft.isNeeded());
    QVERIFY(stage.kept().isEmpty());
    stage.form.setValue(u"agentId"_s, u"runner"_s);
    stage.draft.setUntouched(); // it came with the environment
    QVERIFY(stage.kept().isEmpty());
    stage.draft.noteSent(u"orders"_s, [] {});
    QCOMPARE(stage.kept().size(), 1);
}

void TestWizardDraft::keepsNothingWithoutAStore()
{
    WizardDraftStage stage;
    stage.form.setValue(u"name"_s, u"orders"_s);
    QVERIFY(stage.draft.isNeeded());
    QVERIFY(!stage.draft.keep());
    QVERIFY(!stage.draft.kept());
    bool isDone = false;
    stage.draft.noteSent(u"orders"_s, [&isDone] { isDone = true; });
    QVERIFY(isDone);
    stage.draft.discard();
    QVERIFY(stage.kept().isEmpty());
}

SLUICE_TEST(TestWizardDraft, Core)
#include "tst_wizarddraft.moc"
