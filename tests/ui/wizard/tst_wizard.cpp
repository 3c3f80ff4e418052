// SPDX-License-Identifier: Apache-2.0
#include "tests/support/forminput.h"
#include "tests/support/guideform.h"
#include "tests/support/signedin.h"
#include "tests/support/testprogram.h"
#include "tests/support/wizardfixture.h"

#include <QApplication>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// "New pipeline" against a sandbox: what it posts, and what it shows of the answer.
class TestWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void postsTheGuidesExample();
    void showsTheGuidesErrorsAtTheirFields();
    void pageStaysWhereItIsWhenABannerComes();
    void keepsWhatWasTypedWhenTheTypeChanges();
    void warnsOfATakenNameAndRunner();
    void createsAndStarts();
};

void TestWizard::postsTheGuidesExample()
{
    SandboxStage stage;
    QVERIFY2(stage.isReady(), qPrintable(stage.sandbox.errorOutput()));

    fillGuideForm(&stage.wizard);
    FormInput::click(&stage.wizard, u"pageList"_s);
    stage.wizard.showPage(WizardPages::Review);
    const auto *json = FormInput::find<QPlainTextEdit>(&stage.wizard, u"jsonText"_s);
    QCOMPARE(QJsonDocument::fromJson(json->toPlainText().toUtf8()).object(), guideRequest());
    QVERIFY(!FormInput::find(&stage.wizard, u"problemLinks"_s));

    FormInput::click(&stage.wizard, u"create"_s);
    QVERIFY(stage.created.wait());
    QVERIFY(!stage.wizard.isVisible());
    const auto key = stage.created.first().first().value<PipelineKey>();
    QJsonObject stored = readPipeline(stage.account, key);
    QCOMPARE(stored.take(u"streamingPipelineId"_s).toString(), key.pipeline);
    stored.remove(u"projectId"_s);
    QCOMPARE(stored, guideRequest());
}

void TestWizard::showsTheGuidesErrorsAtTheirFields()
{
    SandboxStage stage;
    QVERIFY2(stage.isReady(), qPrintable(stage.sandbox.errorOutput()));
    fillGuideForm(&stage.wizard, GuideForm::Invalid);
    QCOMPARE(stage.wizard.form()->definition(), guideInvalidRequest());

    stage.wizard.showPage(WizardPages::Review);
    FormInput::click(&stage.wizard, u"create"_s);
    QTRY_COMPARE(stage.wizard.page(), WizardPages::SourceConnection);
    const FormModel *form = stage.wizard.form();
    QVERIFY(text(form->indexOf(u"streamingSource.connection.username"_s))
                .contains(u"must not be empty"_s));
    QVERIFY(text(form->indexOf(u"streamingTarget.connection.authentication"_s))
                .contains(u"must not be null"_s));
    QTRY_COMPARE(focused(), u"streamingSource.connection.username"_s);
    QVERIFY(QApplication::focusWidget()->accessibleDescription().contains(u"must not be empty"_s));

    QCOMPARE(problemsOf(stage.wizard, WizardPages::SourceConnection), 1);
    QCOMPARE(problemsOf(stage.wizard, WizardPages::TargetConnection), 1);
    QVERIFY(FormInput::find(&stage.wizard, u"creationBanner"_s));

    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8);
    QCOMPARE(stage.wizard.page(), WizardPages::TargetConnection);
    QVERIFY(FormInput::find(&stage.wizard, u"streamingTarget.connection.authentication"_s)
                ->isAncestorOf(QApplication::focusWidget()));
    fillGuideAuthentication(&stage.wizard);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(stage.wizard.page(), WizardPages::SourceConnection);
    FormInput::type(&stage.wizard, u"streamingSource.connection.username"_s, u"sa"_s);
    QCOMPARE(problemsOf(stage.wizard, WizardPages::SourceConnection), 0);
    QCOMPARE(problemsOf(stage.wizard, WizardPages::TargetConnection), 0);

    stage.wizard.showPage(WizardPages::Review);
    FormInput::click(&stage.wizard, u"create"_s);
    QVERIFY(stage.created.wait());
}

void TestWizard::pageStaysWhereItIsWhenABannerComes()
{
    SandboxStage stage;
    QVERIFY2(stage.isReady(), qPrintable(stage.sandbox.errorOutput()));
    fillGuideForm(&stage.wizard, GuideForm::Invalid);
    stage.wizard.showPage(WizardPages::Review);
    const auto *pages = stage.wizard.findChild<QStackedWidget *>();
    const auto *next = FormInput::find(&stage.wizard, u"create"_s);
    const QPoint page = pages->mapTo(&stage.wizard, QPoint());
    const QPoint button = next->mapTo(&stage.wizard, QPoint());
    FormInput::click(&stage.wizard, u"create"_s);
    QTRY_VERIFY(FormInput::find(&stage.wizard, u"creationBanner"_s));
    QTRY_VERIFY(FormInput::find(&stage.wizard, u"creationBanner"_s)->height() > 20);
    QCoreApplication::processEvents();
    QCOMPARE(pages->mapTo(&stage.wizard, QPoint()), page);
    stage.wizard.showPage(WizardPages::Review);
    QCOMPARE(next->mapTo(&stage.wizard, QPoint()), button);
}

void TestWizard::keepsWhatWasTypedWhenTheTypeChanges()
{
    SandboxStage stage;
    QVERIFY2(stage.isReady(), qPrintable(stage.sandbox.errorOutput()));
    fillGuideForm(&stage.wizard);
    const QJsonObject before = stage.wizard.form()->definition();

    stage.wizard.showPage(WizardPages::SourceType);
    FormInput::click(&stage.wizard, u"streamingSource.type.mysql"_s);
    stage.wizard.showPage(WizardPages::SourceConnection);
    QVERIFY(!FormInput::find(&stage.wizard, u"streamingSource.connection.database"_s));
    QCOMPARE(stage.wizard.form()->value(u"streamingSource.connection.host"_s).toString(),
             u"sqlserver.my-org.com"_s);
    stage.wizard.showPage(WizardPages::TargetConnection);
    FormInput::click(&stage.wizard, u"streamingTarget.type.s3"_s);
    FormInput::type(&stage.wizard, u"streamingTarget.bucket"_s, u"landing"_s);
    FormInput::click(&stage.wizard, u"streamingTarget.type.snowflake"_s);
    stage.wizard.showPage(WizardPages::SourceType);
    FormInput::click(&stage.wizard, u"streamingSource.type.sqlserver"_s);

    QCOMPARE(stage.wizard.form()->definition(), before);
}

void TestWizard::warnsOfATakenNameAndRunner()
{
    SandboxStage first;
    QVERIFY2(first.isReady(), qPrintable(first.sandbox.errorOutput()));
    fillGuideForm(&first.wizard);
    first.wizard.showPage(WizardPages::Review);
    FormInput::click(&first.wizard, u"create"_s);
    QVERIFY(first.created.wait());

    PipelineWizard second(&first.fleet, {first.account->id(), guideProject, guideEnvironment});
    second.show();
    QVERIFY(QTest::qWaitForWindowActive(&second));
    FormInput::type(&second, u"name"_s, u"my-streaming-pipeline"_s);
    const FormModel *form = second.form();
    QTRY_VERIFY(!text(form->indexOf(u"name"_s), FormModel::AdviceRole).isEmpty());
    QVERIFY(text(form->indexOf(u"agentId"_s), FormModel::AdviceRole)
                .contains(u"my-streaming-pipeline"_s));
}

void TestWizard::createsAndStarts()
{
    SandboxStage stage({u"--speed"_s, u"20"_s});
    QVERIFY2(stage.isReady(), qPrintable(stage.sandbox.errorOutput()));
    fillGuideForm(&stage.wizard);
    stage.wizard.showPage(WizardPages::Review);
    QSignalSpy accepted(&stage.fleet, &Fleet::commandAccepted);
    FormInput::click(&stage.wizard, u"createAndStart"_s);
    QVERIFY(stage.created.wait());
    const auto key = stage.created.first().first().value<PipelineKey>();
    QTRY_COMPARE(accepted.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(stage.fleet.pipelines()->state(key), PipelineState::Streaming,
                              30'000);
}

SLUICE_TEST(TestWizard, Widgets)
#include "tst_wizard.moc"
