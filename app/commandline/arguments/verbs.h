// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/options.h"

#include <QString>
#include <QStringList>

#include <span>

namespace Sluice {

enum class CommandVerb {
    Projects,
    Environments,
    Agents,
    Pipelines,
    Get,
    Status,
    Wait,
    Watch,
    Create,
    Update,
    Delete,
    Start,
    Stop,
    Export,
    Diff,
    Apply,
    Secrets,
    Help,
    Version,
    Completion,
};

// The heading below which help shows a verb.
enum class VerbGroup { Look, Change, Files, Other };

enum class OperandKind { Project, Pipeline, State, File, Folder, FileOrFolder, Command, Shell };

// One word that follows a verb.
struct Operand {
    OperandKind kind;
    bool isOptional = false;

    // How help shows it: "PROJECT", or "[PROJECT]" when it is optional.
    QString form() const;
    // Its possible values; empty: any value.
    QStringList choices() const;
};

// One row of the table of verbs. Parsing, help and completions use it.
struct VerbInfo {
    CommandVerb verb;
    const char *name;
    const char *alias; // a second name; may be empty
    VerbGroup group;
    std::span<const Operand> operands; // in their order
    OptionSet options;                 // all that it takes, those of every command included
    const char *summary;               // QT_TRANSLATE_NOOP("CommandLine", ...), as all texts
    const char *details;               // paragraphs with an empty line between them; may be empty
    const char *examples;              // one a line, without the word "sluice"

    // True when it talks to a server. It then needs an address and credentials.
    bool needsServer() const { return options.contains(OptionId::Region); }

    // How help shows its operands: "PROJECT PIPELINE".
    QString operandForm() const;
};

std::span<const VerbInfo> commandVerbs();

// Returns the row with this name or alias, or null.
const VerbInfo *findVerb(const QString &name);

} // namespace Sluice
