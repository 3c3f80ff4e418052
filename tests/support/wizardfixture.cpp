// SPDX-License-Identifier: Apache-2.0
#include "tests/support/wizardfixture.h"

#include "tests/support/forminput.h"
#include "tests/support/guideform.h"
#include "tests/support/signedin.h"

#include <QApplication>
#include <QJsonDocument>
#include <QListView>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

namespace {

QString idOf(const Account *account)
{
    return account ? account->id() : QString();
}

bool isOpen(PipelineWizard *wizard)
{
    wizard->show();
    return QTest::qWaitForWindowActive(wizard);
}

bool hasRunner(PipelineWizard *wizard)
{
    return QTest::qWaitFor([wizard] { return !wizard->form()->value(u"agentId"_s).isUndefined(); });
}

QModelIndex indexOf(const PipelineWizard &wizard, WizardPages::Page page)
{
    return wizard.findChild<QListView *>(u"pageList"_s)->model()->index(page, 0);
}

} // namespace

SandboxStage::SandboxStage(const QStringList &options)
    : sandbox(QStringList{u"--seed"_s, u"guide"_s} + options)
    , account(sandbox.isReady() ? signIn(&fleet, sandbox) : nullptr)
    , wizard(&fleet, {idOf(account), guideProject, guideEnvironment})
    , created(&wizard, &PipelineWizard::created)
{}

bool SandboxStage::isReady()
{
    return account && isOpen(&wizard) && hasRunner(&wizard);
}

PeerStage::PeerStage()
{
    api.addProject(guideProject, u"Test-project"_s);
    api.addEnvironment(guideProject, guideEnvironment, guideRunner);
    account = fleet.addAccount(api.makeAccount());
}

bool PeerStage::openAnywhere()
{
    wizard = std::make_unique<PipelineWizard>(&fleet);
    return isOpen(wizard.get());
}

bool PeerStage::isReady()
{
    wizard = std::make_unique<PipelineWizard>(
        &fleet, ProjectPlace{account->id(), guideProject, guideEnvironment});
    return isOpen(wizard.get()) && hasRunner(wizard.get());
}

void PeerStage::create(const QByteArray &json)
{
    QJsonObject created = QJsonDocument::fromJson(json).object();
    created.insert(u"streamingPipelineId"_s, u"p1"_s);
    api.pipelines[guideProject].append(created);
}

bool PeerStage::canCreate() const
{
    return FormInput::find(wizard.get(), u"create"_s)->isEnabled();
}

QString text(const QModelIndex &index, int role)
{
    return index.data(role).toString();
}

WizardPages::State stateOf(const PipelineWizard &wizard, WizardPages::Page page)
{
    return indexOf(wizard, page).data(WizardPages::StateRole).value<WizardPages::State>();
}

int problemsOf(const PipelineWizard &wizard, WizardPages::Page page)
{
    return indexOf(wizard, page).data(WizardPages::ProblemsRole).toInt();
}

QString focused()
{
    const QWidget *widget = QApplication::focusWidget();
    return widget ? widget->objectName() : QString();
}

} // namespace Sluice::Test
