// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/output/failure.h"
#include "app/commandline/output/tone.h"

#include <QJsonValue>
#include <QList>
#include <QStringList>

// The standard streams. Results go to stdout, everything else to stderr. Of texts the characters
// that steer a terminal or turn the direction of writing are shown by their numbers, "<U+202E>";
// line ends stay.
namespace Sluice::Console {

// Before all else: a standard stream that the caller has closed would go to the next socket that is
// opened, which would then get what we print; and a pipe that nobody reads any more would end the
// program without a word.
void prepare();

// From now on prints in the format, with the colours and as quietly as the arguments say.
void use(const Arguments &arguments);

// Lines of text. The tone shows on a terminal only, or as --color says.
void print(const QString &text, Tone tone = Tone::Plain);
// A value as JSON, or as YAML when that is the format. Characters that steer a terminal are
// escaped, "\u202e": it stays the same value.
void printValue(const QJsonValue &value);
// Columns padded to their widest cell, below their titles, if there are any. Cells of the column
// STATUS have the colour of their state.
void printTable(const QStringList &titles, const QList<QStringList> &rows);
// What a write did, for people. It must not get lost: when stdout does not take it, it goes to
// stderr. --quiet leaves it out.
void printDone(const QString &text);

// On stderr, for who wants to know; --quiet leaves it out.
void note(const QString &text);
// On stderr, also with --quiet: something is probably wrong, or is asked about next.
void warn(const QString &text);
// Says on stderr what went wrong, and gives the exit code.
ExitCode fail(const Failure &failure);
ExitCode fail(const ApiError &error);

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

} // namespace Sluice::Console
