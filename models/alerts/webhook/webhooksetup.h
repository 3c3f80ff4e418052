// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/credentialstore.h"
#include "models/alerts/webhook/webhookkind.h"

#include <QObject>
#include <QUrl>

class QSettings;

namespace Sluice {

// Where alerts are posted. The kind, and whether it is on, are settings; the address is a secret,
// and is kept in the system's keychain alone.
class WebhookSetup final : public QObject
{
    Q_OBJECT

public:
    // How it stands with the address.
    enum class Address {
        None,      // none was ever saved, or it was removed
        NotRead,   // one was saved, and nobody asked for it yet
        Reading,   // the keychain was asked
        Known,     // it is here
        Unkept,    // it is here, but the keychain did not take it: until the end of the program
        Missing,   // the keychain has none
        Wrong,     // what the keychain has is no address
        NoService, // there is no keychain
        Locked,
        Denied,
        Failed, // the keychain has another fault
    };

    // Both outlive it. It asks the keychain at once where the webhook is on.
    WebhookSetup(CredentialStore *secrets, QSettings *settings, QObject *parent = nullptr);

    WebhookKind kind() const { return m_kind; }

    // Alerts are to be posted. It takes an address, too.
    bool isOn() const { return m_isOn; }

    Address address() const { return m_address; }

    bool hasUrl() const { return m_url.isValid(); }

    // Never show more of it than the host.
    const QUrl &url() const { return m_url; }

    // What is wrong with the keychain and what to do, in sentences; empty: nothing is.
    QString problem() const;

    // Asks the keychain, unless the address is here.
    void load();
    // url: invalid: the address stays as it is; without one nothing is saved.
    void save(WebhookKind kind, bool isOn, const QUrl &url);
    // Takes the address out of the keychain, too.
    void remove();

Q_SIGNALS:
    void changed();
    // The keychain may still have the address. problem: sentences.
    void removalFailed(const QString &problem);

private:
    void onRead(const CredentialStore::Answer &answer);
    void onKept(const CredentialStore::Answer &answer);
    void keep();
    QString troubleText(Address trouble) const;

    CredentialStore *m_secrets;
    QSettings *m_settings;
    WebhookKind m_kind;
    bool m_isOn;
    Address m_address;
    Address m_trouble = Address::Known; // with keeping or removing it
    QString m_error;                    // in the keychain's words
    QUrl m_url;
    int m_question = 0; // the last one: answers to older ones are of no use
};

} // namespace Sluice
