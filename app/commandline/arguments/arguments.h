// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/arguments/verbs.h"

#include <QStringList>
#include <QUrl>

#include <chrono>
#include <map>
#include <optional>

namespace Sluice {

// How results are printed.
enum class OutputFormat { Table, Json, Yaml, Name };

// A command line, read and checked; credentials are not part of it (they come from the
// environment).
struct Arguments {
    const VerbInfo *verb = nullptr; // null: the window is meant
    QStringList operands;
    QUrl baseUrl; // empty: neither --region nor --url, which only the window can do without
    QUrl tokenUrl;
    OutputFormat format = OutputFormat::Table;
    std::chrono::seconds timeout{120}; // a day at most

    QString problem;                     // wrong usage, in words; empty = fine
    std::map<OptionId, QString> options; // those that are set, with their values

    bool isSet(OptionId id) const { return options.contains(id); }

    // What is set, or empty.
    QString value(OptionId id) const;
    // The word for an operand of the verb; empty when it is left out.
    QString operand(OperandKind kind) const;

    // Errors are told as JSON, and results as JSON or YAML.
    bool isForPrograms() const
    {
        return format == OutputFormat::Json || format == OutputFormat::Yaml;
    }
};

// words: the command line without the program's name.
Arguments parseArguments(const QStringList &words);

} // namespace Sluice
