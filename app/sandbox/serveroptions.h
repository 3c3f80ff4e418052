// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/habits.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace Sluice::Sandbox {

// The options of the command line.
struct ServerOptions {
    quint16 port = 0;         // 0: any free one
    QString dataDir;          // empty: nothing is kept
    QString seed;             // guide, demo or a number
    int rateLimit = 1000;     // requests a minute; 0: none
    int tokenLifetime = 1800; // s
    int latency = 0;          // ms before each answer
    double speed = 1.0;       // of the life cycle
    bool lowerCaseStatus = false;
    bool endsWithParent = false; // ends when stdin closes
    Snapshots snapshots = Snapshots::First;
    int unrest = 0;       // s between incidents; 0: none
    bool mayAudit = true; // the credentials may read audit events and consumption
    QString log;          // a file; empty: no log
};

// Stands in place of options: a text to print, and the exit code.
struct Usage {
    QString text;
    int exitCode = 0;
};

// arguments: the program's name is the first one.
std::variant<ServerOptions, Usage> readOptions(const QStringList &arguments);

} // namespace Sluice::Sandbox
