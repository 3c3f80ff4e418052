// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments.h"
#include "models/api/apierror.h"

#include <QList>
#include <QStringList>

namespace Sluice::Console {

// Results go to stdout, everything else to stderr.
void print(const QString &text);
void printBytes(const QByteArray &text); // as it is, a newline added when it lacks one
void complain(const QString &text);

// Columns padded to their widest cell; the first row is the header.
void printTable(const QList<QStringList> &rows);

// Says what went wrong on stderr (validation errors one a line as "path: message") and gives the
// exit code.
ExitCode report(const ApiError &error);

} // namespace Sluice::Console
