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

// A command line that was read and checked. It holds no credentials: these come from the
// environment.
struct Arguments {
    const VerbInfo *verb = nullptr; // null: the window is asked for
    QStringList operands;
    QUrl baseUrl; // empty when neither --region nor --url is given; only the window allows that
    QUrl tokenUrl;
    OutputFormat format = OutputFormat::Table;
    std::chrono::seconds timeout{120}; // a day at most
    std::chrono::seconds interval{10}; // between two looks at a pipeline

    QString problem;                     // says what is wrong with the usage; empty: nothing
    std::map<OptionId, QString> options; // the given ones with their values

    bool isSet(OptionId id) const { return options.contains(id); }

    // Returns the option's value; empty when it is not given.
    QString value(OptionId id) const;
    // Returns the word given for an operand; empty when there is none.
    QString operand(OperandKind kind) const;

    // True when a program reads the output: results are JSON or YAML, and errors JSON.
    bool isForPrograms() const
    {
        return format == OutputFormat::Json || format == OutputFormat::Yaml;
    }
};

// Reads a command line. words: all but the program's name.
Arguments parseArguments(const QStringList &words);

} // namespace Sluice
