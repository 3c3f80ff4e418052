// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <initializer_list>
#include <span>

namespace Sluice {

// Every option of the program, of commands and of the window.
enum class OptionId {
    Region,
    Url,
    TokenUrl,
    Timeout,
    Output,
    Json,
    AllProjects,
    Filter,
    Wait,
    DryRun,
    Yes,
    AllowDuplicate,
    Prune,
    Check,
    Until,
    Interval,
    Metrics,
    Quiet,
    Color,
    Sandbox,
    Seed,
    Theme,
    Screenshot,
    PrintPainted,
    PrintKept,
    Help,
    Version,
};

// A set of options.
class OptionSet
{
public:
    constexpr OptionSet(std::initializer_list<OptionId> ids)
    {
        for (const OptionId id : ids)
            m_bits |= bit(id);
    }

    constexpr bool contains(OptionId id) const { return (m_bits & bit(id)) != 0; }

    constexpr OptionSet operator|(OptionSet other) const
    {
        other.m_bits |= m_bits;
        return other;
    }

    constexpr OptionSet without(OptionSet other) const
    {
        OptionSet rest = *this;
        rest.m_bits &= ~other.m_bits;
        return rest;
    }

private:
    static constexpr unsigned bit(OptionId id) { return 1U << unsigned(id); }

    unsigned m_bits = 0;
};

// One row of the table of options. Parsing, help and completions use it.
struct OptionInfo {
    OptionId id;
    const char *name;    // "region"
    const char *letters; // short spellings, "Vv"; help shows the first one
    const char *value;   // "NAME", what help calls its value; empty: it has no value
    const char *choices; // its possible values, separated by blanks; empty: any value
    const char *help;    // QT_TRANSLATE_NOOP("CommandLine", ...)

    bool takesValue() const { return *value != '\0'; }

    QStringList choiceList() const;
    // How help shows it: "-o, --output FORMAT".
    QString form() const;
};

std::span<const OptionInfo> allOptions();
const OptionInfo &optionInfo(OptionId id);

// The options of everything that talks to a server.
inline constexpr OptionSet placeOptions{OptionId::Region, OptionId::Url, OptionId::TokenUrl,
                                        OptionId::Timeout};
// The options of the window.
inline constexpr OptionSet windowOptions =
    placeOptions | OptionSet{OptionId::Sandbox,    OptionId::Seed,         OptionId::Theme,
                             OptionId::Screenshot, OptionId::PrintPainted, OptionId::PrintKept,
                             OptionId::Help,       OptionId::Version};
// The options of every command.
inline constexpr OptionSet commonOptions{OptionId::Quiet, OptionId::Color, OptionId::Help,
                                         OptionId::Version};

} // namespace Sluice
