// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace Sluice {

// Why a token or secret must not be sent to this address, as a plain sentence. Empty when it may be
// sent. Plain http is for this computer only: on any other way the token could be read.
QString addressProblem(const QUrl &url);

// True for localhost, 127.0.0.0/8 and ::1.
bool isThisComputer(const QUrl &url);

// "eu1.api.matillion.com:443": the host and the port that are connected to, also where the address
// leaves the port out. Empty when there is no host.
QString hostAndPort(const QUrl &url);

// Says what looks wrong with the address of an API (it should end with "/dpc") or of the sign-in
// ("/oauth/dpc/token"), and which address to try. This is advice for when the server does not know
// the address. Empty when the address looks right, or is one that the user has set up.
QString baseAddressAdvice(const QUrl &url);
QString tokenAddressAdvice(const QUrl &url);

// Why a path below the base address must not be requested, as a plain sentence. Empty when it may.
// A segment that is empty, "." or ".." would lead elsewhere than meant, also when it is encoded,
// once or several times, or stands between encoded slashes.
QString pathProblem(const QString &encodedPath);

} // namespace Sluice
