// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHostAddress>
#include <QString>

namespace Sluice {

// Where a server of this program listens. A port alone, and "localhost", mean this computer alone;
// any other address must be given as an IP address, so that nobody opens a door by a name.
struct ListenAddress {
    QHostAddress host;
    quint16 port = 0; // 0: any free one
    QString problem;  // says what is wrong; empty: nothing

    // "9464", "localhost:9464", "127.0.0.1:9464", "[::1]:9464", "0.0.0.0:9464".
    static ListenAddress from(const QString &text);

    // "127.0.0.1:9464".
    static QString textOf(const QHostAddress &host, quint16 port);
};

} // namespace Sluice
