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

// True when somebody sits at the input and can be asked.
bool isInputTerminal();
// Asks on stderr and reads a line: true for "y" and "yes" (in the user's language, too).
bool ask(const QString &question);

// Columns padded to their widest cell; the first row is the header.
void printTable(const QList<QStringList> &rows);

// Says what went wrong on stderr (validation errors one a line as "path: message") and gives the
// exit code.
ExitCode report(const ApiError &error);

} // namespace Sluice::Console
