// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments.h"
#include "models/api/apierror.h"

#include <QList>
#include <QStringList>

namespace Sluice::Console {

// Before all else: a standard stream that the caller has closed would go to the next socket that is
// opened, which would then get what we print; and a pipe that nobody reads any more would end the
// program without a word.
void prepare();

// Results go to stdout, everything else to stderr. Of texts the characters that steer a terminal or
// turn the direction of writing are shown by their numbers, "<U+202E>"; line ends stay.
void print(const QString &text);
void complain(const QString &text);
// JSON, a newline added when it lacks one. The same characters are escaped, "\u202e": it stays the
// same JSON.
void printJson(const QByteArray &json);
// What a write did. It must not get lost: when stdout does not take it, it goes to stderr.
void printDone(const QString &text);

// The exit code of a run that would end with this one: when stdout did not take all that was
// printed (a full disk, a closed pipe) that is said on stderr, and good codes become Refused.
ExitCode finish(ExitCode code);

// A name or value on one line, for a line that holds one fact.
QString onOneLine(QString text);

// True when somebody sits at the input and can be asked.
bool isInputTerminal();
// Asks on stderr and reads a line: true for "y" and "yes" (in the user's language, too). Ctrl-C
// ends the program.
bool ask(const QString &question);

// Columns padded to their widest cell; the first row is the header.
void printTable(const QList<QStringList> &rows);

// Says what went wrong on stderr (validation errors one a line as "path: message") and gives the
// exit code.
ExitCode report(const ApiError &error);

} // namespace Sluice::Console
