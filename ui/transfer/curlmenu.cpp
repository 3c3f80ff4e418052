// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/curlmenu.h"

#include "models/api/endpoints.h"
#include "models/exchange/filename.h"
#include "models/exchange/portable.h"
#include "models/fleet/fleet.h"
#include "models/pipeline/jsontext.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace Sluice {

CurlMenu::CurlMenu(Fleet *fleet, QWidget *parent)
    : QMenu(tr("Copy as cUR&L"), parent)
    , m_fleet(fleet)
{
    setObjectName(u"curlMenu"_s);
    addCalls(this, Shell::Posix);
    addSeparator();
    QMenu *powerShell = addMenu(tr("For &PowerShell"));
    powerShell->setObjectName(u"powerShellMenu"_s);
    addCalls(powerShell, Shell::PowerShell);
}

void CurlMenu::addCalls(QMenu *menu, Shell shell)
{
    const QString prefix = shell == Shell::Posix ? u"curl"_s : u"powerShell"_s;
    const auto add = [&](Call call, const QString &text, const QString &name) {
        QAction *action = menu->addAction(text, this, [this, call, shell] { copy(call, shell); });
        action->setObjectName(prefix + name);
    };
    add(Call::Read, tr("Read the &definition"), u"Read"_s);
    add(Call::State, tr("Read the stat&e"), u"State"_s);
    add(Call::Start, tr("&Start"), u"Start"_s);
    add(Call::Stop, tr("S&top"), u"Stop"_s);
    add(Call::Update, tr("&Update with this definition"), u"Update"_s);
    add(Call::Delete, tr("De&lete"), u"Delete"_s);
}

Request CurlMenu::requestOf(Call call) const
{
    switch (call) {
    case Call::Read: return Endpoints::getPipeline(m_key.project, m_key.pipeline);
    case Call::State: return Endpoints::getStatus(m_key.project, m_key.pipeline);
    case Call::Start:
        return Endpoints::sendCommand(m_key.project, m_key.pipeline, PipelineCommand::Start);
    case Call::Stop:
        return Endpoints::sendCommand(m_key.project, m_key.pipeline, PipelineCommand::Stop);
    case Call::Update:
        return Endpoints::updatePipeline(
            m_key.project, m_key.pipeline,
            jsonText(portableDefinition(m_fleet->pipelines()->definition(m_key))));
    case Call::Delete: return Endpoints::deletePipeline(m_key.project, m_key.pipeline);
    }
    return {};
}

void CurlMenu::copy(Call call, Shell shell)
{
    const Account *account = m_fleet->account(m_key.account);
    if (!account)
        return;
    const Request request = requestOf(call);
    CurlOptions options;
    options.shell = shell;
    options.accountId = account->profile().accountId.toUtf8();
    if (!fitsCommandLine(request)) {
        TakenNames none;
        options.bodyFile =
            fileNameFor(m_fleet->pipelines()->definition(m_key).value("name"_L1).toString(), none);
    }
    QGuiApplication::clipboard()->setText(curlText(request, account->profile().baseUrl, options));
    Q_EMIT copied(options.bodyFile);
}

} // namespace Sluice
