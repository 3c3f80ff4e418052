// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace Sluice {

// One Maia account in one region, as the user named it. It holds no secret: that is kept in the
// CredentialStore under secretKey(), or for this session only.
struct Profile {
    enum class SignIn { ClientCredentials, Token };

    QString id;    // made once, UUID
    QString name;  // "PROD-EU"
    QUrl baseUrl;  // up to and with "/dpc"
    QUrl tokenUrl; // for client credentials
    SignIn signIn = SignIn::ClientCredentials;
    QString clientId;
    QString accountId;    // header account-id, optional
    int rateLimit = 1000; // calls a minute
    bool sandbox = false; // the local sandbox; never stored

    QString secretKey() const { return QStringLiteral("profile/") + id; }

    bool operator==(const Profile &) const = default;
};

// The vendor's regions: "eu1", "us1" (reference) and "au1" (provider).
QStringList regionNames();
// The API of a region, in any case, up to and with "/dpc"; empty for one that is not known.
QUrl regionUrl(const QString &region);
// One token host for all regions (provider).
QUrl defaultTokenUrl();
// The token address that belongs to a base URL: the vendor's for the vendor's hosts, else none
// known.
QUrl tokenUrlFor(const QUrl &baseUrl);
// What to call an account that has no name yet: the first label of its host, "eu1"; of an IP
// address, which has no labels, host and port.
QString shortNameOf(const QUrl &baseUrl);

} // namespace Sluice
