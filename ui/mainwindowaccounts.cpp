// SPDX-License-Identifier: Apache-2.0
// How accounts come to the main window and leave it, among them those whose secret is missing.
#include "ui/mainwindow.h"

#include "models/fleet/fleet.h"
#include "ui/errors/bannerarea.h"
#include "ui/pipelinecommands.h"
#include "ui/start/startpage.h"

#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The banner about an account's secret.
QString secretCause(const QString &account)
{
    return u"secret/"_s + account;
}

} // namespace

void MainWindow::askForSecret(const Profile &profile, const QString &reason)
{
    m_missing += profile;
    showStartPage();
    if (m_missing.size() == 1)
        m_start->askForSecret(profile);
    Cause cause;
    cause.key = secretCause(profile.id);
    cause.kind = Banner::Kind::Warning;
    cause.fact = tr("%1 is not connected.").arg(profile.name);
    cause.consequence = tr("Its secret is not in the system's keychain, or the keychain is locked. "
                           "Enter it again to connect.");
    cause.details = reason;
    m_banners->raise(cause);
    updateActions();
}

void MainWindow::accountArrived(const Account *account)
{
    m_missing.removeIf([account](const Profile &profile) { return profile.id == account->id(); });
    m_banners->clear(secretCause(account->id()));
    // What is being typed for another account stays on screen.
    if (m_missing.isEmpty())
        showDashboard();
    else if (m_pages->currentWidget() == m_start && account->id() == m_start->profileId())
        m_start->askForSecret(m_missing.constFirst());
    updateActions();
}

void MainWindow::showSecretNotKept(const Profile &profile, const QString &reason)
{
    Cause cause;
    cause.key = secretCause(profile.id);
    cause.kind = Banner::Kind::Warning;
    cause.fact = tr("The secret of %1 is kept for this session only.").arg(profile.name);
    cause.consequence = tr("The system's keychain did not take it; the next start asks again.");
    cause.details = reason;
    m_banners->raise(cause);
}

const Profile *MainWindow::missingAccount() const
{
    const auto found =
        std::find_if(m_missing.cbegin(), m_missing.cend(), [this](const Profile &profile) {
            return m_pages->currentWidget() == m_start && profile.id == m_start->profileId();
        });
    return found == m_missing.cend() ? nullptr : &*found;
}

void MainWindow::askToDisconnect()
{
    if (const Profile *missing = missingAccount()) {
        askToForget(*missing);
        return;
    }
    const Account *account = m_parts.fleet->account(actionAccount());
    if (!account)
        return;
    const QString id = account->id();
    m_commands->ask(tr("Disconnect %1?").arg(account->profile().name),
                    tr("Its pipelines go on running. They leave this window, and the account's "
                       "secret is forgotten here."),
                    tr("Disconnect"), [this, id] { Q_EMIT disconnectRequested(id); });
}

void MainWindow::askToForget(const Profile &profile)
{
    const QString id = profile.id;
    m_commands->ask(tr("Forget %1?").arg(profile.name),
                    tr("The account leaves this program. Nothing changes in Maia."), tr("Forget"),
                    [this, id] {
                        forgetMissing(id);
                        Q_EMIT disconnectRequested(id);
                    });
}

void MainWindow::forgetMissing(const QString &id)
{
    m_missing.removeIf([&id](const Profile &profile) { return profile.id == id; });
    m_banners->clear(secretCause(id));
    m_start->open(hasAccounts());
    if (!m_missing.isEmpty())
        m_start->askForSecret(m_missing.constFirst());
    updateActions();
}

} // namespace Sluice
