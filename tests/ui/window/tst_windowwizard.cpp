// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinemodel.h"
#include "tests/support/forminput.h"
#include "tests/support/guideform.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/signedin.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowfixture.h"
#include "ui/theme/theme.h"
#include "ui/wizard/pipelinewizard.h"

#include <QApplication>
#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The wizard as the main window opens it.
class TestWindowWizard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entersTheGuidesExample();
};

void TestWindowWizard::entersTheGuidesExample()
{
    Theme theme(*qApp, Theme::Mode::Light);
    SandboxProcess sandbox({u"--seed"_s, u"guide"_s, u"--rate-limit"_s, u"0"_s});
    QVERIFY2(sandbox.isReady(), qPrintable(sandbox.errorOutput()));
    WindowFixture fixture(&theme);
    fixture.acceptAccounts();
    Account *account = fixture.signIn(sandbox);
    const QString name = guideRequest()[u"name"_s].toString();
    QVERIFY(!fixture.shownNames().contains(name));

    QVERIFY(fixture.trigger(u"newPipelineAction"_s));
    auto *wizard = fixture.window()->findChild<PipelineWizard *>();
    QVERIFY(wizard);
    QVERIFY(QTest::qWaitForWindowActive(wizard));
    QSignalSpy created(wizard, &PipelineWizard::created);
    auto *project = FormInput::find<QComboBox>(wizard, u"project"_s);
    QCOMPARE(project->currentText(), account->project(guideProject)->name);
    auto *environments = FormInput::find<QComboBox>(wizard, u"environment"_s);
    QTRY_VERIFY(environments->findText(guideEnvironment) > 0);
    FormInput::choose(wizard, u"environment"_s, guideEnvironment);
    QTRY_COMPARE(wizard->form()->value(u"agentId"_s), guideRequest()[u"agentId"_s]);

    fillGuideForm(wizard);
    FormInput::click(wizard, u"next"_s);
    QCOMPARE(wizard->page(), WizardPages::Review);
    const auto *json = FormInput::find<QPlainTextEdit>(wizard, u"jsonText"_s);
    QCOMPARE(QJsonDocument::fromJson(json->toPlainText().toUtf8()).object(), guideRequest());
    FormInput::click(wizard, u"create"_s);
    QVERIFY(created.wait());

    const auto key = created.first().first().value<PipelineKey>();
    QJsonObject stored = readPipeline(account, key);
    QCOMPARE(stored.take(u"streamingPipelineId"_s).toString(), key.pipeline);
    stored.remove(u"projectId"_s);
    QCOMPARE(stored, guideRequest());
    QTRY_COMPARE(fixture.table()->currentIndex().siblingAtColumn(PipelineModel::NameColumn),
                 fixture.row(name));
    QVERIFY(fixture.row(name).isValid());
    QVERIFY(fixture.table()->selectionModel()->isRowSelected(fixture.row(name).row(), {}));
    QTRY_VERIFY(!fixture.window()->findChild<PipelineWizard *>());
}

SLUICE_TEST(TestWindowWizard, Widgets)
#include "tst_windowwizard.moc"
