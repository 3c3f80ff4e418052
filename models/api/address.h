// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QUrl>

namespace Sluice {

// Why a token or a secret must not be sent to this address, as a plain sentence; empty when it may.
// Plain http is for this computer only: anywhere else the token could be read on the way.
QString addressProblem(const QUrl &url);

// True for localhost, 127.0.0.0/8 and ::1.
bool isThisComputer(const QUrl &url);

// What looks wrong with the base address of an API (it should end with "/dpc"), or with that of the
// sign-in ("/oauth/dpc/token"), and which would do: a sentence, for a server that does not know
// what it is asked for. Empty when the address looks right, or is one of the user's own making.
QString baseAddressAdvice(const QUrl &url);
QString tokenAddressAdvice(const QUrl &url);

// Why a path below the base address must not be asked for, as a plain sentence; empty when it may.
// A segment that is empty, "." or "..", also when it is encoded, once or more often, or stands
// between encoded slashes, leads to another thing than the one meant.
QString pathProblem(const QString &encodedPath);

} // namespace Sluice
