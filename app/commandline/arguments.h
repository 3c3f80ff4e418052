// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>
#include <span>

namespace Sluice {

// Exit codes of the command line, part of its contract with scripts.
enum class ExitCode {
    Done = 0,
    Refused = 1,        // the server or the network said no, --wait ran out, or the output is cut
    WrongUsage = 2,     // nothing was sent
    NotAllowed = 3,     // not signed in, or not allowed
    OutcomeUnknown = 4, // a write left, and it is not known whether it was done
    Different = 5,      // diff: files and project do not say the same
    Findings = 6,       // secrets --check: something may be wrong with the references
};

enum class CommandVerb {
    Projects,
    Environments,
    Agents,
    Pipelines,
    Get,
    Create,
    Update,
    Delete,
    Start,
    Stop,
    Status,
    Export,
    Diff,
    Apply,
    Secrets,
};

// One row of the help: name, operands in their order (in brackets: may be left out), what it does.
struct VerbInfo {
    CommandVerb verb;
    const char *name;
    QStringList operands; // "PROJECT", "PIPELINE", "FILE", "DIR", "FILE|DIR", "[PROJECT]"
    const char *help;     // QT_TRANSLATE_NOOP("CommandLine", ...)
};

std::span<const VerbInfo> commandVerbs();

// The row of a name as typed, or null.
const VerbInfo *findVerb(const QString &name);

// A command line, read and checked; credentials are not part of it (they come from the
// environment).
struct Arguments {
    const VerbInfo *verb = nullptr;
    QStringList operands;
    QUrl baseUrl;
    QUrl tokenUrl;
    bool json = false;
    bool wait = false;
    bool dryRun = false;
    bool yes = false;
    bool check = false;
    bool prune = false;
    bool allowDuplicate = false;
    std::chrono::seconds timeout{120}; // a day at most

    QString problem; // wrong usage, in words; empty = fine
    bool wantsHelp = false;

    QString operand(QLatin1String name) const;
};

// Reads a --timeout: whole seconds, from 1 to a day. Nothing for anything else.
std::optional<std::chrono::seconds> readTimeout(const QString &text);
// What to say of a --timeout that cannot be read.
QString timeoutProblem();

// words: the command line without the program's name.
Arguments parseArguments(const QStringList &words);

// The text of --help: verbs, options, environment, exit codes.
QString helpText();

} // namespace Sluice
