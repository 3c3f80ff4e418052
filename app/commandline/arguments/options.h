// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

#include <initializer_list>
#include <span>

namespace Sluice {

// Every option of the program: of the commands, of the window, or of both.
enum class OptionId {
    Region,
    Url,
    TokenUrl,
    Timeout,
    Output,
    Json,
    AllProjects,
    Wait,
    DryRun,
    Yes,
    AllowDuplicate,
    Prune,
    Check,
    Quiet,
    Color,
    Sandbox,
    Seed,
    Theme,
    Screenshot,
    PrintPainted,
    Help,
    Version,
};

// Some of the options.
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

// One row of the table that parsing, help and completions are made of.
struct OptionInfo {
    OptionId id;
    const char *name;    // "region"
    const char *letters; // short spellings, "vV"; the first one is shown
    const char *value;   // "NAME"; empty: it takes none
    const char *choices; // all its values, blanks between them; empty: any
    const char *help;    // QT_TRANSLATE_NOOP("CommandLine", ...)

    bool takesValue() const { return *value != '\0'; }

    QStringList choiceList() const;
    // "-o, --output FORMAT"
    QString form() const;
};

std::span<const OptionInfo> allOptions();
const OptionInfo &optionInfo(OptionId id);

// What says where the server is, and how long it may take.
inline constexpr OptionSet placeOptions{OptionId::Region, OptionId::Url, OptionId::TokenUrl,
                                        OptionId::Timeout};
// What the window takes.
inline constexpr OptionSet windowOptions =
    placeOptions | OptionSet{OptionId::Sandbox,    OptionId::Seed,         OptionId::Theme,
                             OptionId::Screenshot, OptionId::PrintPainted, OptionId::Help,
                             OptionId::Version};
// What every command takes.
inline constexpr OptionSet commonOptions{OptionId::Quiet, OptionId::Color, OptionId::Help,
                                         OptionId::Version};

} // namespace Sluice
