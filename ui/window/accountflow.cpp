// SPDX-License-Identifier: Apache-2.0
#include "ui/window/accountflow.h"

#include "models/fleet/fleet.h"
#include "models/store/accountrecords.h"
#include "ui/shared/bannerarea.h"
#include "ui/start/startpage.h"
#include "ui/widgets/questionbox.h"
#include "ui/window/pagestack.h"

#include <QLocale>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int keychainPatience = 400; // ms
const QString keychainNotice = u"keychain"_s;

// The banner about an account's secret.
QString secretNotice(const QString &account)
{
    return u"secret/"_s + account;
}

// "3 drafts, 120 versions": leaves out what there is none of.
QString recordsText(const StoreResult<AccountRecords> &counted)
{
    if (!counted) {
        return u"\n\n"_s +
               AccountFlow::tr("It is not known what this computer keeps of it (drafts, versions, "
                               "trash, events); it is deleted as far as that works. %1")
                   .arg(counted.error().text);
    }
    const AccountRecords &records = *counted;
    if (records.isEmpty())
        return {};
    QStringList parts;
    if (records.drafts > 0)
        parts += AccountFlow::tr("%n draft(s)", nullptr, records.drafts);
    if (records.versions > 0)
        parts += AccountFlow::tr("%Ln version(s) of definitions", nullptr, records.versions);
    if (records.trash > 0)
        parts += AccountFlow::tr("%n definition(s) in the trash", nullptr, records.trash);
    if (records.events > 0)
        parts += AccountFlow::tr("%Ln event(s)", nullptr, records.events);
    return u"\n\n"_s + AccountFlow::tr("What this computer keeps of it is deleted: %1.")
                           .arg(parts.join(u", "_s));
}

} // namespace

AccountFlow::AccountFlow(const AccountFlowParts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
{
    connect(parts.fleet, &Fleet::accountAdded, this, &AccountFlow::arrived);
    connect(parts.pages, &QStackedWidget::currentChanged, this, &AccountFlow::missingChanged);
}

// An unlocked keychain answers before anybody could read that we wait for it.
void AccountFlow::waitForSecrets(const QList<Profile> &profiles)
{
    m_waiting = profiles;
    Q_EMIT waitingChanged(m_waiting);
    QTimer::singleShot(keychainPatience, this, &AccountFlow::showWaiting);
}

void AccountFlow::stopWaiting(const QString &account)
{
    if (m_waiting.removeIf([&account](const Profile &one) { return one.id == account; }) == 0)
        return;
    Q_EMIT waitingChanged(m_waiting);
    if (m_waiting.isEmpty())
        m_parts.banners->clear(keychainNotice);
}

void AccountFlow::showWaiting()
{
    if (m_waiting.isEmpty())
        return;
    QStringList names;
    for (const Profile &profile : std::as_const(m_waiting))
        names += profile.name;
    Notice notice;
    notice.key = keychainNotice;
    notice.kind = Notice::Kind::Information;
    notice.fact = tr("Waiting for the system's keychain to give the secret of %1.")
                      .arg(QLocale().createSeparatedList(names));
    notice.consequence = tr("It may be asking you to unlock it, in a window of its own.");
    notice.details = u"%1 %2"_s.arg(notice.fact, notice.consequence);
    m_parts.banners->raise(notice);
}

void AccountFlow::askForSecret(const Profile &profile, const QString &reason)
{
    stopWaiting(profile.id);
    m_missing += profile;
    openStartPage();
    if (m_missing.size() == 1)
        m_parts.start->askForSecret(profile);
    Notice notice;
    notice.key = secretNotice(profile.id);
    notice.kind = Notice::Kind::Warning;
    notice.fact = tr("%1 is not connected.").arg(profile.name);
    notice.consequence =
        tr("Its secret is not in the system's keychain, or the keychain is locked. "
           "Enter it again to connect.");
    notice.details = reason;
    m_parts.banners->raise(notice);
    Q_EMIT missingChanged();
}

void AccountFlow::arrived(const Account *account)
{
    stopWaiting(account->id());
    m_missing.removeIf([account](const Profile &profile) { return profile.id == account->id(); });
    m_parts.banners->clear(secretNotice(account->id()));
    // Text that is being typed for another account stays on screen.
    if (m_missing.isEmpty())
        Q_EMIT allArrived();
    else if (m_parts.pages->isShown(PageStack::Page::Start) &&
             account->id() == m_parts.start->profileId())
        m_parts.start->askForSecret(m_missing.constFirst());
    Q_EMIT missingChanged();
}

void AccountFlow::showSecretNotKept(const Profile &profile, const QString &reason)
{
    Notice notice;
    notice.key = secretNotice(profile.id);
    notice.kind = Notice::Kind::Warning;
    notice.fact = tr("The secret of %1 is kept for this session only.").arg(profile.name);
    notice.consequence = tr("The system's keychain did not take it; the next start asks again.");
    notice.details = reason;
    m_parts.banners->raise(notice);
}

const Profile *AccountFlow::missing() const
{
    const auto found =
        std::find_if(m_missing.cbegin(), m_missing.cend(), [this](const Profile &profile) {
            return m_parts.pages->isShown(PageStack::Page::Start) &&
                   profile.id == m_parts.start->profileId();
        });
    return found == m_missing.cend() ? nullptr : &*found;
}

void AccountFlow::openStartPage()
{
    if (!m_parts.pages->isShown(PageStack::Page::Start))
        startOver();
    m_parts.pages->open(PageStack::Page::Start);
}

// The page at its beginning: with the first account that is missing.
void AccountFlow::startOver()
{
    m_parts.start->open(!m_parts.fleet->accounts().isEmpty());
    if (!m_missing.isEmpty())
        m_parts.start->askForSecret(m_missing.constFirst());
}

void AccountFlow::askToDisconnect(const QString &account)
{
    if (const Profile *missed = missing())
        forgetMissing(*missed);
    else if (const Account *found = m_parts.fleet->account(account))
        disconnectAccount(found->profile());
}

void AccountFlow::disconnectAccount(const Profile &profile)
{
    withRecords(profile, [this, profile](const QString &records) {
        ask(tr("Disconnect %1?").arg(profile.name),
            tr("Its pipelines go on running. They leave this window, and the account's secret is "
               "forgotten here.") +
                records,
            tr("Disconnect"), [this, profile] { forget(profile); });
    });
}

void AccountFlow::forgetMissing(const Profile &profile)
{
    withRecords(profile, [this, profile](const QString &records) {
        ask(tr("Forget %1?").arg(profile.name),
            tr("The account leaves this program. Nothing changes in Maia.") + records, tr("Forget"),
            [this, profile] {
                m_missing.removeIf([&profile](const Profile &one) { return one.id == profile.id; });
                m_parts.banners->clear(secretNotice(profile.id));
                startOver();
                Q_EMIT missingChanged();
                forget(profile);
            });
    });
}

void AccountFlow::ask(const QString &question, const QString &detail, const QString &verb,
                      const std::function<void()> &accepted)
{
    auto *box = new QuestionBox(question, detail, verb, QuestionBox::Kind::Plain, m_window);
    connect(box, &QDialog::accepted, this, accepted);
    box->open();
}

// What is stored of the account, as the end of a question that deletes it; empty: nothing.
void AccountFlow::withRecords(const Profile &profile,
                              const std::function<void(const QString &)> &told)
{
    if (!m_parts.store || profile.sandbox)
        told({});
    else
        countAccountRecords(
            m_parts.store, profile.id, this,
            [told](const StoreResult<AccountRecords> &records) { told(recordsText(records)); });
}

void AccountFlow::forget(const Profile &profile)
{
    Q_EMIT disconnectRequested(profile.id);
    if (profile.sandbox) // the same sandbox comes back and goes on with what was kept
        return;
    Q_EMIT forgotten(profile.id);
    if (m_parts.store)
        removeAccountRecords(m_parts.store, profile.id);
}

} // namespace Sluice
