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

} // namespace Sluice
