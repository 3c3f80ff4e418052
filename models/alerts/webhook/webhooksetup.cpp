// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/webhook/webhooksetup.h"

#include "models/alerts/webhook/webhookaddress.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto kindKey = "alerts/webhookKind"_L1; // there is an address while there is a kind
constexpr auto onKey = "alerts/webhookOn"_L1;
constexpr auto secretKey = "webhook"_L1;

WebhookSetup::Address addressOf(CredentialStore::Trouble trouble)
{
    switch (trouble) {
    case CredentialStore::Trouble::NoService: return WebhookSetup::Address::NoService;
    case CredentialStore::Trouble::Locked: return WebhookSetup::Address::Locked;
    case CredentialStore::Trouble::Denied: return WebhookSetup::Address::Denied;
    case CredentialStore::Trouble::None:
    case CredentialStore::Trouble::Other: break;
    }
    return WebhookSetup::Address::Failed;
}

} // namespace

WebhookSetup::WebhookSetup(CredentialStore *secrets, QSettings *settings, QObject *parent)
    : QObject(parent)
    , m_secrets(secrets)
    , m_settings(settings)
    , m_kind(webhookKindFrom(settings->value(kindKey).toString()))
    , m_isOn(settings->value(onKey, false).toBool())
    , m_address(settings->contains(kindKey) ? Address::NotRead : Address::None)
{
    if (m_isOn)
        load();
}

void WebhookSetup::load()
{
    if (m_address == Address::None || m_address == Address::Reading || hasUrl())
        return;
    m_address = Address::Reading;
    const int question = ++m_question;
    m_secrets->read(secretKey, this, [this, question](const CredentialStore::Answer &answer) {
        if (question == m_question)
            onRead(answer);
    });
    Q_EMIT changed();
}

void WebhookSetup::onRead(const CredentialStore::Answer &answer)
{
    m_error = answer.error;
    if (!answer.error.isEmpty()) {
        m_address = addressOf(answer.trouble);
    } else if (!answer.found) {
        m_address = Address::Missing;
    } else {
        const WebhookAddress read = readWebhookAddress(answer.secret);
        m_url = read.url;
        m_address = read.isUsable() ? Address::Known : Address::Wrong;
    }
    Q_EMIT changed();
}

void WebhookSetup::save(WebhookKind kind, bool isOn, const QUrl &url)
{
    if (!url.isValid() && m_address == Address::None)
        return; // nothing to keep
    m_kind = kind;
    m_isOn = isOn;
    m_settings->setValue(kindKey, webhookWord(kind));
    m_settings->setValue(onKey, isOn);
    if (url.isValid()) {
        m_url = url;
        keep();
    }
    Q_EMIT changed();
}

// Until the keychain answers the address counts as kept: it is here in any case.
void WebhookSetup::keep()
{
    m_address = Address::Known;
    m_trouble = Address::Known;
    m_error.clear();
    const int question = ++m_question;
    m_secrets->write(secretKey, QString::fromLatin1(m_url.toEncoded()), this,
                     [this, question](const CredentialStore::Answer &answer) {
                         if (question == m_question)
                             onKept(answer);
                     });
}

void WebhookSetup::onKept(const CredentialStore::Answer &answer)
{
    if (answer.error.isEmpty())
        return;
    m_error = answer.error;
    m_address = Address::Unkept;
    m_trouble = addressOf(answer.trouble);
    Q_EMIT changed();
}

void WebhookSetup::remove()
{
    m_url.clear();
    m_isOn = false;
    m_address = Address::None;
    m_error.clear();
    m_settings->remove(kindKey);
    m_settings->remove(onKey);
    const int question = ++m_question;
    m_secrets->remove(secretKey, this, [this, question](const CredentialStore::Answer &answer) {
        if (question != m_question || answer.error.isEmpty())
            return;
        m_error = answer.error;
        m_trouble = addressOf(answer.trouble);
        Q_EMIT removalFailed(tr("The address is not used any more, but the keychain may still have "
                                "it. %1")
                                 .arg(troubleText(m_trouble)));
    });
    Q_EMIT changed();
}

QString WebhookSetup::troubleText(Address trouble) const
{
    switch (trouble) {
    case Address::NoService:
        return tr("This desktop runs no keychain. Start one (GNOME Keyring or KWallet).");
    case Address::Locked: return tr("The keychain is locked, or waits for your answer. Unlock it.");
    case Address::Denied: return tr("The keychain refused access. Allow it when you are asked.");
    case Address::Failed: return m_error;
    default: break;
    }
    return {};
}

QString WebhookSetup::problem() const
{
    switch (m_address) {
    case Address::Unkept:
        return tr("The address is kept until Sluice ends, and asked for again after that. %1")
            .arg(troubleText(m_trouble));
    case Address::Missing:
        return tr("The keychain has no address any more, or is locked. Unlock it, or enter the "
                  "address again.");
    case Address::Wrong:
        return tr("What the keychain has is no address of a webhook. Enter it again.");
    case Address::NoService:
    case Address::Locked:
    case Address::Denied:
    case Address::Failed:
        return tr("The address could not be read. %1 Or enter the address again.")
            .arg(troubleText(m_address));
    case Address::None:
    case Address::NotRead:
    case Address::Reading:
    case Address::Known: break;
    }
    return {};
}

} // namespace Sluice
