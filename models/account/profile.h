// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace Sluice {

// A Maia account in one region, as the user named it. Holds no secret: the CredentialStore keeps it
// under secretKey(), or it is kept for this session only.
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
// The API address of a region, up to and with "/dpc". The region may be in upper or lower case.
// Empty for an unknown region.
QUrl regionUrl(const QString &region);
// One token host for all regions (provider).
QUrl defaultTokenUrl();
// The token address for a base URL: that of the vendor for the vendor's hosts. Empty for other
// hosts.
QUrl tokenUrlFor(const QUrl &baseUrl);
// A name for an account that has none yet: the first label of its host, such as "eu1". An IP
// address has no labels, so it gives host and port.
QString shortNameOf(const QUrl &baseUrl);

} // namespace Sluice
