// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/arguments.h"
#include "app/commandline/output/failure.h"
#include "app/commandline/output/tone.h"

#include <QJsonValue>
#include <QList>
#include <QStringList>

// The standard streams. Results go to stdout, everything else to stderr. Characters that steer a
// terminal or turn the direction of writing are printed as their numbers, "<U+202E>". Line ends
// stay.
namespace Sluice::Console {

// Call it first. If the caller has closed a standard stream, the next socket would take its place
// and get what is printed. And a pipe without a reader would end the program without a word.
void prepare();

// Sets the format, the colours and whether it is quiet.
void use(const Arguments &arguments);

// Prints lines of text. The tone is seen on a terminal only, or as --color says.
void print(const QString &text, Tone tone = Tone::Plain);
// Prints a value as JSON, or as YAML when that is the format. Escapes characters that steer a
// terminal, "\u202e", which does not change the value.
void printValue(const QJsonValue &value);
// Prints a value as JSON on one line.
void printJsonLine(const QJsonValue &value);
// Prints aligned columns below their titles, if there are any. The cells of the column STATUS get
// the colour of their state.
void printTable(const QStringList &titles, const QList<QStringList> &rows);
// Tells people what a write did. It must not get lost: when stdout fails, it goes to stderr.
// --quiet leaves it out.
void printDone(const QString &text);

// Says something on stderr that is good to know. --quiet leaves it out.
void note(const QString &text);
// Says on stderr that something may be wrong, or what a question will be about. --quiet keeps it.
void warn(const QString &text);
// Says on stderr what went wrong, and returns the exit code.
ExitCode fail(const Failure &failure);
ExitCode fail(const ApiError &error);

// Returns the exit code of a run. When stdout did not take everything (a full disk, a closed pipe)
// it says so on stderr, and a good code becomes Refused.
ExitCode finish(ExitCode code);

// True when stdout does not take any more: the reader has gone, or the disk is full.
bool isOutputLost();

// Replaces line ends by blanks.
QString onOneLine(QString text);

// True when the input is a terminal, so that the user can be asked.
bool isInputTerminal();
// Asks on stderr and reads a line. True for "y" and "yes", also in the user's language. Ctrl-C ends
// the program.
bool ask(const QString &question);

} // namespace Sluice::Console
