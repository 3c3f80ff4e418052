// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QList>
#include <QStringList>

namespace Sluice::Test {

// One line of the sandbox's --log.
struct LoggedTransition {
    qint64 at = 0; // ms since 1970
    QString project;
    QString pipeline;
    QString name;
    QString from; // empty: it is new
    QString to;   // empty: it is deleted
    QString cause;
};

// Reads the file. A last line that is not whole is left out.
QList<LoggedTransition> readSandboxLog(const QString &file);

// By pipeline: "STREAMING -> STOPPING command".
QHash<QString, QStringList> coursesIn(const QList<LoggedTransition> &log);

// The times never go back.
bool isInOrder(const QList<LoggedTransition> &log);

// Each transition of a pipeline begins where its last one ended.
bool isUnbroken(const QList<LoggedTransition> &log);

} // namespace Sluice::Test
