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

// Under which heading help shows a verb.
enum class VerbGroup { Look, Change, Files, Other };

enum class OperandKind { Project, Pipeline, State, File, Folder, FileOrFolder, Command, Shell };

// One word that follows a verb.
struct Operand {
    OperandKind kind;
    bool isOptional = false;

    // "PROJECT", or "[PROJECT]" when it may be left out.
    QString form() const;
    // All its values; empty: any.
    QStringList choices() const;
};

// One row of the table that parsing, help and completions are made of.
struct VerbInfo {
    CommandVerb verb;
    const char *name;
    const char *alias; // another spelling; may be empty
    VerbGroup group;
    std::span<const Operand> operands; // in their order
    OptionSet options;                 // those of all commands included
    const char *summary;               // QT_TRANSLATE_NOOP("CommandLine", ...), as all texts
    const char *details;               // paragraphs, an empty line between them; may be empty
    const char *examples;              // what follows "sluice", a line each

    bool takes(OperandKind kind) const;

    // It talks to a server, and so needs a place and credentials.
    bool needsServer() const { return options.contains(OptionId::Region); }

    // It can print JSON.
    bool printsFormats() const { return options.contains(OptionId::Output); }

    // "PROJECT PIPELINE"
    QString operandForm() const;
};

std::span<const VerbInfo> commandVerbs();

// The row of a name or alias as typed, or null.
const VerbInfo *findVerb(const QString &name);

} // namespace Sluice
