// SPDX-License-Identifier: Apache-2.0
// How accounts come to the main window and leave it, among them those whose secret is missing.
#include "ui/window/mainwindow.h"

#include "models/fleet/fleet.h"
#include "models/references/referencemonitor.h"
#include "models/references/silences.h"
#include "models/store/accountrecords.h"
#include "ui/editor/editorsession.h"
#include "ui/navigation/navigationpanel.h"
#include "ui/shared/bannerarea.h"
#include "ui/start/startpage.h"
#include "ui/window/pipelinecommands.h"

#include <QLocale>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int keychainPatience = 400; // ms
const QString keychainCause = u"keychain"_s;

// The banner about an account's secret.
QString secretCause(const QString &account)
{
    return u"secret/"_s + account;
}

// "3 drafts, 120 versions": what there is of it.
QString recordsText(const StoreResult<AccountRecords> &counted)
{
    if (!counted) {
        return u"\n\n"_s +
               MainWindow::tr("It is not known what this computer keeps of it (drafts, versions, "
                              "trash); it is deleted as far as that works. %1")
                   .arg(counted.error().text);
    }
    const AccountRecords &records = *counted;
    if (records.isEmpty())
        return {};
    QStringList parts;
    if (records.drafts > 0)
        parts += records.drafts == 1 ? MainWindow::tr("1 draft")
                                     : MainWindow::tr("%1 drafts").arg(records.drafts);
    if (records.versions > 0)
        parts += records.versions == 1 ? MainWindow::tr("1 version of a definition")
                                       : MainWindow::tr("%1 versions of definitions")
                                             .arg(QLocale().toString(records.versions));
    if (records.trash > 0)
        parts += records.trash == 1
                     ? MainWindow::tr("1 definition in the trash")
                     : MainWindow::tr("%1 definitions in the trash").arg(records.trash);
    return u"\n\n"_s + MainWindow::tr("What this computer keeps of it is deleted: %1.")
                           .arg(parts.join(u", "_s));
}

} // namespace

// A keychain that is open answers before anybody could read that it was waited for.
void MainWindow::showWaitingForSecrets(const QList<Profile> &profiles)
{
    m_waiting = profiles;
    m_navigation->setWaitingFor(m_waiting);
    QTimer::singleShot(keychainPatience, this, &MainWindow::showWaiting);
}

void MainWindow::stopWaiting(const QString &account)
{
    if (m_waiting.removeIf([&account](const Profile &one) { return one.id == account; }) == 0)
        return;
    m_navigation->setWaitingFor(m_waiting);
    if (m_waiting.isEmpty())
        m_banners->clear(keychainCause);
}

void MainWindow::showWaiting()
{
    if (m_waiting.isEmpty())
        return;
    QStringList names;
    for (const Profile &profile : std::as_const(m_waiting))
        names += profile.name;
    Cause cause;
    cause.key = keychainCause;
    cause.kind = Banner::Kind::Information;
    cause.fact = tr("Waiting for the system's keychain to give the secret of %1.")
                     .arg(QLocale().createSeparatedList(names));
    cause.consequence = tr("It may be asking you to unlock it, in a window of its own.");
    cause.details = u"%1 %2"_s.arg(cause.fact, cause.consequence);
    m_banners->raise(cause);
}

void MainWindow::askForSecret(const Profile &profile, const QString &reason)
{
    stopWaiting(profile.id);
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
    stopWaiting(account->id());
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
    const Profile profile = account->profile();
    withRecords(profile, [this, profile](const QString &records) {
        m_commands->ask(tr("Disconnect %1?").arg(profile.name),
                        tr("Its pipelines go on running. They leave this window, and the "
                           "account's secret is forgotten here.") +
                            records,
                        tr("Disconnect"), [this, profile] { forgetAccount(profile); });
    });
}

void MainWindow::askToForget(const Profile &profile)
{
    withRecords(profile, [this, profile](const QString &records) {
        m_commands->ask(tr("Forget %1?").arg(profile.name),
                        tr("The account leaves this program. Nothing changes in Maia.") + records,
                        tr("Forget"), [this, profile] {
                            forgetMissing(profile.id);
                            forgetAccount(profile);
                        });
    });
}

// What is stored of the account, as the end of a question that deletes it; empty: nothing is.
void MainWindow::withRecords(const Profile &profile,
                             const std::function<void(const QString &)> &told)
{
    if (!m_parts.store || profile.sandbox)
        told({});
    else
        countAccountRecords(
            m_parts.store, profile.id, this,
            [told](const StoreResult<AccountRecords> &records) { told(recordsText(records)); });
}

void MainWindow::forgetAccount(const Profile &profile)
{
    Q_EMIT disconnectRequested(profile.id);
    if (profile.sandbox) // the same one comes back, and goes on with what was kept
        return;
    m_session->forgetAccount(profile.id);
    m_parts.secretWatch->silences()->forgetAccount(profile.id);
    if (m_parts.store)
        removeAccountRecords(m_parts.store, profile.id);
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
