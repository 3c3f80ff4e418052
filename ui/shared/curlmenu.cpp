// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/curlmenu.h"

#include "models/api/endpoints.h"
#include "models/exchange/files/portable.h"
#include "models/fleet/fleet.h"
#include "models/json/jsontext.h"
#include "ui/shared/curlcopy.h"
#include "ui/widgets/clipboard.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Call = CurlMenu::Call;

struct Offer {
    CurlMenu::About about;
    Call call;
    const char *name; // the end of the action's object name
    const char *text;
};

constexpr Offer offers[] = {
    {CurlMenu::About::Account, Call::Token, "Token",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "Request a &token")},
    {CurlMenu::About::Account, Call::Projects, "Projects",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "List the p&rojects")},
    {CurlMenu::About::Account, Call::Runners, "Runners",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "List the r&unners")},
    {CurlMenu::About::Project, Call::Pipelines, "Pipelines",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "List the p&ipelines")},
    {CurlMenu::About::Project, Call::Environments, "Environments",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "List the &environments")},
    {CurlMenu::About::NewPipeline, Call::Create, "Create",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "&Create")},
    {CurlMenu::About::NewPipeline, Call::CreateFromFile, "CreateFromFile",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "Create, with the definition in a &file…")},
    {CurlMenu::About::Pipeline, Call::Read, "Read",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "Read the &definition")},
    {CurlMenu::About::Pipeline, Call::State, "State",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "Read the stat&e")},
    {CurlMenu::About::Pipeline, Call::Start, "Start",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "&Start")},
    {CurlMenu::About::Pipeline, Call::Stop, "Stop", QT_TRANSLATE_NOOP("Sluice::CurlMenu", "S&top")},
    {CurlMenu::About::Pipeline, Call::Update, "Update",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "&Update with this definition")},
    {CurlMenu::About::Pipeline, Call::UpdateFromFile, "UpdateFromFile",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "Update, with the definition in a &file…")},
    {CurlMenu::About::ChangedPipeline, Call::Update, "Save",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "&Save")},
    {CurlMenu::About::ChangedPipeline, Call::UpdateFromFile, "SaveFromFile",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "Save, with the definition in a &file…")},
    {CurlMenu::About::Pipeline, Call::Delete, "Delete",
     QT_TRANSLATE_NOOP("Sluice::CurlMenu", "De&lete")},
};

// The window that is on screen once all menus are closed.
QWidget *windowBehind(QWidget *menu)
{
    QWidget *widget = menu;
    while (qobject_cast<QMenu *>(widget))
        widget = widget->parentWidget();
    return widget->window();
}

} // namespace

CurlMenu::CurlMenu(About about, Fleet *fleet, const PathChooser &paths, QWidget *parent)
    : QMenu(tr("Copy as cUR&L"), parent)
    , m_about(about)
    , m_fleet(fleet)
    , m_paths(paths)
{
    setObjectName(u"curlMenu"_s);
    setToolTipsVisible(true);
    addCalls(this, Shell::Posix);
    addSeparator();
    QMenu *powerShell = addMenu(tr("For &PowerShell"));
    powerShell->setObjectName(u"powerShellMenu"_s);
    powerShell->setToolTipsVisible(true);
    addCalls(powerShell, Shell::PowerShell);
    connect(this, &QMenu::aboutToShow, this, &CurlMenu::updateToken);
}

void CurlMenu::addCalls(QMenu *menu, Shell shell)
{
    const QString prefix = shell == Shell::Posix ? u"curl"_s : u"powerShell"_s;
    for (const Offer &offer : offers) {
        if (offer.about != m_about)
            continue;
        QAction *action = menu->addAction(tr(offer.text), this,
                                          [this, call = offer.call, shell] { copy(call, shell); });
        action->setObjectName(prefix + QLatin1String(offer.name));
    }
}

void CurlMenu::updateToken()
{
    const bool hasCredentials =
        account() && account()->profile().signIn == Profile::SignIn::ClientCredentials;
    for (const QString &name : {u"curlToken"_s, u"powerShellToken"_s}) {
        if (auto *action = findChild<QAction *>(name)) {
            action->setEnabled(hasCredentials);
            action->setToolTip(hasCredentials ? tr("The secret is read from MAIA_CLIENT_SECRET")
                                              : tr("This account is signed in with a token."));
        }
    }
}

const Account *CurlMenu::account() const
{
    return m_fleet->account(m_key.account);
}

QByteArray CurlMenu::body() const
{
    return m_body ? m_body()
                  : jsonText(portableDefinition(m_fleet->pipelines()->definition(m_key)));
}

Request CurlMenu::requestOf(Call call) const
{
    const auto &[account, project, pipeline] = m_key;
    switch (call) {
    case Call::Token: break; // no call of the API
    case Call::Projects: return Endpoints::paged(Endpoints::listProjects(), 0);
    case Call::Runners: return Endpoints::paged(Endpoints::listAgents(), 0);
    case Call::Environments: return Endpoints::paged(Endpoints::listEnvironments(project), 0);
    case Call::Pipelines: return Endpoints::paged(Endpoints::listPipelines(project), 0);
    case Call::Create:
    case Call::CreateFromFile: return Endpoints::createPipeline(project, body());
    case Call::Read: return Endpoints::getPipeline(project, pipeline);
    case Call::State: return Endpoints::getStatus(project, pipeline);
    case Call::Start: return Endpoints::sendCommand(project, pipeline, PipelineCommand::Start);
    case Call::Stop: return Endpoints::sendCommand(project, pipeline, PipelineCommand::Stop);
    case Call::Update:
    case Call::UpdateFromFile: return Endpoints::updatePipeline(project, pipeline, body());
    case Call::Delete: return Endpoints::deletePipeline(project, pipeline);
    }
    return {};
}

void CurlMenu::copy(Call call, Shell shell)
{
    if (!account())
        return;
    const Profile &profile = account()->profile();
    if (call == Call::Token) {
        copyToClipboard(curlTokenText(profile.tokenUrl, profile.clientId, shell));
        return;
    }
    CurlOptions options;
    options.shell = shell;
    options.accountId = profile.accountId.toUtf8();
    const CurlCopy copy{requestOf(call), profile.baseUrl, options, m_paths, windowBehind(this)};
    if (call == Call::CreateFromFile || call == Call::UpdateFromFile)
        copy.withFile();
    else
        copy.withBody();
}

} // namespace Sluice
