// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/tokens.h"

#include <array>

namespace Sluice {

namespace {

constexpr QColor rgb(int value)
{
    return {(value >> 16) & 0xff, (value >> 8) & 0xff, value & 0xff};
}

// The colours of a mode beyond its tokens.
struct Roles {
    QColor window, base, alternateBase, text, placeholder, button, link, toolTipBase, toolTipText;
};

constexpr Roles lightRoles{rgb(0xF3F4F6), rgb(0xFFFFFF), rgb(0xF8F9FA),
                           rgb(0x1C2029), rgb(0x646B78), rgb(0xFFFFFF),
                           rgb(0x3248B5), rgb(0x1C2029), rgb(0xF3F4F6)};
constexpr Roles darkRoles{rgb(0x1F2228), rgb(0x17191E), rgb(0x1B1E23), rgb(0xE4E7EC), rgb(0x8D95A3),
                          rgb(0x2A2E36), rgb(0xA3B2FF), rgb(0xE4E7EC), rgb(0x17191E)};

constexpr Tokens lightTokens{
    .dark = false,
    .textSecondary = rgb(0x565E6C),
    .textDisabled = rgb(0x9AA1AD),
    .line = rgb(0xDCDFE5),
    .frame = rgb(0xC0C6D0),
    .field = rgb(0x868E9C),
    .accent = rgb(0x3E55C9),
    .focus = rgb(0x3E55C9),
    .hover = rgb(0xEEF0F4),
    .selection = rgb(0xE2E7FB),
    .hatch = rgb(0xC9CED7),
    .problem = rgb(0xCE2530),
    .warning = rgb(0xB07000),
};
constexpr Tokens darkTokens{
    .dark = true,
    .textSecondary = rgb(0xA5ADBA),
    .textDisabled = rgb(0x6C7482),
    .line = rgb(0x31353E),
    .frame = rgb(0x4A505C),
    .field = rgb(0x747D8C),
    .accent = rgb(0x4E63DB),
    .focus = rgb(0x7F91F5),
    .hover = rgb(0x262A31),
    .selection = rgb(0x2A3357),
    .hatch = rgb(0x3D434E),
    .problem = rgb(0xE5484D),
    .warning = rgb(0xD1941C),
};

// In the order of Family.
using Families = std::array<FamilyColors, 8>;
constexpr Families lightFamilies{{
    {rgb(0x17693A), rgb(0xE7F4EB), rgb(0xA9D6B8), rgb(0x258A4C)},
    {rgb(0x0B5C8A), rgb(0xE2F1FA), rgb(0xA0CDE6), rgb(0x1B7DB8)},
    {rgb(0x774900), rgb(0xFDF2DA), rgb(0xE3C27A), rgb(0xB07000)},
    {rgb(0x4B5360), rgb(0xEEF0F3), rgb(0xCBD0D8), rgb(0x7B8391)},
    {rgb(0x6A31A6), rgb(0xF3ECFC), rgb(0xD2BAEE), rgb(0x8B4CCB)},
    {rgb(0xFFFFFF), rgb(0xBF222B), rgb(0xA31B23), rgb(0xCE2530)},
    {rgb(0xA81C24), rgb(0xFDECEC), rgb(0xEFB4B4), rgb(0xCE2530)},
    {rgb(0x2F45AE), rgb(0xECEFFD), rgb(0xBFC8F3), rgb(0x3E55C9)},
}};
constexpr Families darkFamilies{{
    {rgb(0x74D394), rgb(0x15301F), rgb(0x2B5C3D), rgb(0x3DA865)},
    {rgb(0x74C1F2), rgb(0x11293A), rgb(0x25526F), rgb(0x3A97D6)},
    {rgb(0xF0BC52), rgb(0x35280A), rgb(0x6C5117), rgb(0xD1941C)},
    {rgb(0xB5BCC8), rgb(0x2A2E36), rgb(0x4A505C), rgb(0x7D8695)},
    {rgb(0xC9A7F6), rgb(0x2B1F3F), rgb(0x573E80), rgb(0x9C6CDD)},
    {rgb(0xFFFFFF), rgb(0xC9303A), rgb(0xE5646A), rgb(0xE5484D)},
    {rgb(0xFF9A98), rgb(0x3A1719), rgb(0x7C2F33), rgb(0xE5484D)},
    {rgb(0xB3BFFF), rgb(0x222A4D), rgb(0x3F4C8C), rgb(0x6F83F0)},
}};

void setDisabled(QPalette &palette, const Roles &roles, const Tokens &tokens)
{
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::PlaceholderText, QPalette::HighlightedText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, tokens.textDisabled);
    palette.setColor(QPalette::Disabled, QPalette::Button, roles.window);
    palette.setColor(QPalette::Disabled, QPalette::Base, roles.window);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, tokens.line);
}

} // namespace

const Tokens &tokensFor(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Active, QPalette::Base).lightness() < 128;
    return dark ? darkTokens : lightTokens;
}

const FamilyColors &familyColors(Family family, const QPalette &palette)
{
    const Families &families = tokensFor(palette).dark ? darkFamilies : lightFamilies;
    return families.at(static_cast<std::size_t>(family));
}

Family familyOf(Badge badge)
{
    switch (badge) {
    case Badge::StoppedUnexpectedly: return Family::Unexpected;
    case Badge::Unknown:
    case Badge::NewValue: return Family::Unknown;
    case Badge::StartRequested:
    case Badge::StopRequested:
    case Badge::Starting:
    case Badge::Stopping: return Family::Warning;
    case Badge::Snapshotting: return Family::Snapshot;
    case Badge::Streaming: return Family::Good;
    case Badge::Stopped:
    case Badge::NotChecked: return Family::Stopped;
    }
    return Family::Unknown;
}

QPalette programPalette(bool dark)
{
    const Roles &roles = dark ? darkRoles : lightRoles;
    const Tokens &tokens = dark ? darkTokens : lightTokens;
    QPalette palette;
    palette.setColor(QPalette::Window, roles.window);
    palette.setColor(QPalette::Base, roles.base);
    palette.setColor(QPalette::AlternateBase, roles.alternateBase);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, roles.text);
    palette.setColor(QPalette::PlaceholderText, roles.placeholder);
    palette.setColor(QPalette::BrightText, tokens.problem);
    palette.setColor(QPalette::Button, roles.button);
    palette.setColor(QPalette::Light, roles.button);
    palette.setColor(QPalette::Midlight, tokens.hover);
    palette.setColor(QPalette::Mid, tokens.line);
    palette.setColor(QPalette::Dark, tokens.frame);
    palette.setColor(QPalette::Shadow, tokens.field);
    palette.setColor(QPalette::Highlight, tokens.accent);
    palette.setColor(QPalette::HighlightedText, rgb(0xFFFFFF));
    palette.setColor(QPalette::Link, roles.link);
    palette.setColor(QPalette::LinkVisited, roles.link);
    palette.setColor(QPalette::ToolTipBase, roles.toolTipBase);
    palette.setColor(QPalette::ToolTipText, roles.toolTipText);
    setDisabled(palette, roles, tokens);
    return palette;
}

QPalette viewPalette(bool dark)
{
    QPalette palette = programPalette(dark);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        palette.setColor(group, QPalette::Highlight, tokensFor(palette).selection);
        palette.setColor(group, QPalette::HighlightedText, text);
    }
    return palette;
}

QPalette toolTipPalette(bool dark)
{
    QPalette palette = programPalette(dark);
    const Roles &roles = dark ? darkRoles : lightRoles;
    palette.setColor(QPalette::WindowText, roles.toolTipText);
    palette.setColor(QPalette::Link, roles.toolTipText);
    return palette;
}

} // namespace Sluice
