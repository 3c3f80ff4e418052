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

// High contrast, where the desktop asks for it.
constexpr Roles lightContrastRoles{rgb(0xFFFFFF), rgb(0xFFFFFF), rgb(0xFFFFFF),
                                   rgb(0x000000), rgb(0x3D4450), rgb(0xFFFFFF),
                                   rgb(0x1F2F8F), rgb(0x000000), rgb(0xFFFFFF)};
constexpr Roles darkContrastRoles{rgb(0x000000), rgb(0x000000), rgb(0x000000),
                                  rgb(0xFFFFFF), rgb(0xC3C9D3), rgb(0x000000),
                                  rgb(0xBECAFF), rgb(0xFFFFFF), rgb(0x000000)};

constexpr Tokens lightTokens{
    .dark = false,
    .textSecondary = rgb(0x565E6C),
    .textDisabled = rgb(0x9AA1AD),
    .line = rgb(0xDCDFE5),
    .frame = rgb(0xC0C6D0),
    .field = rgb(0x828A98),
    .accent = rgb(0x3E55C9),
    .focus = rgb(0x3E55C9),
    .hover = rgb(0xEEF0F4),
    .selection = rgb(0xE2E7FB),
    .selectionLine = rgb(0x7281DA),
    .hatch = rgb(0xC9CED7),
    .hit = rgb(0xFFE7A3),
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
    .selectionLine = rgb(0x6B7DE8),
    .hatch = rgb(0x3D434E),
    .hit = rgb(0x5A4708),
    .problem = rgb(0xE5484D),
    .warning = rgb(0xD1941C),
};

constexpr Tokens lightContrastTokens{
    .dark = false,
    .textSecondary = rgb(0x2B313B),
    .textDisabled = rgb(0x5C6470),
    .line = rgb(0x5C6470),
    .frame = rgb(0x4B5360),
    .field = rgb(0x2B313B),
    .accent = rgb(0x2A3FA8),
    .focus = rgb(0x1F2F8F),
    .hover = rgb(0xE1E5EC),
    .selection = rgb(0xCBD5FA),
    .selectionLine = rgb(0x1F2F8F),
    .hatch = rgb(0x868E9C),
    .hit = rgb(0xFFE08A),
    .problem = rgb(0xA81C24),
    .warning = rgb(0x774900),
};
constexpr Tokens darkContrastTokens{
    .dark = true,
    .textSecondary = rgb(0xD5DAE2),
    .textDisabled = rgb(0x98A0AD),
    .line = rgb(0x98A0AD),
    .frame = rgb(0xA5ADBA),
    .field = rgb(0xD5DAE2),
    .accent = rgb(0x4E63DB),
    .focus = rgb(0xB3BFFF),
    .hover = rgb(0x2A2E36),
    .selection = rgb(0x34407A),
    .selectionLine = rgb(0xB3BFFF),
    .hatch = rgb(0x747D8C),
    .hit = rgb(0x5A4708),
    .problem = rgb(0xFF9A98),
    .warning = rgb(0xF0BC52),
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

// Ink on the ground of the page, and frames in the colour of the ink. An unexpected stop stays a
// solid badge.
constexpr Families withContrast(Families families, const QColor &base)
{
    constexpr auto solidBadge = static_cast<std::size_t>(Family::Unexpected);
    const QColor alarm = families[static_cast<std::size_t>(Family::Problem)].fg;
    for (std::size_t i = 0; i < families.size(); ++i) {
        FamilyColors &colors = families[i];
        const QColor ink = i == solidBadge ? alarm : colors.fg;
        colors.border = ink;
        colors.solid = ink;
        if (i != solidBadge)
            colors.bg = base;
    }
    return families;
}

constexpr Families lightContrastFamilies = withContrast(lightFamilies, lightContrastRoles.base);
constexpr Families darkContrastFamilies = withContrast(darkFamilies, darkContrastRoles.base);

// One look of the program.
struct Look {
    const Roles &roles;
    const Tokens &tokens;
    const Families &families;
};

constexpr Look lightLook{lightRoles, lightTokens, lightFamilies};
constexpr Look darkLook{darkRoles, darkTokens, darkFamilies};
constexpr Look lightContrastLook{lightContrastRoles, lightContrastTokens, lightContrastFamilies};
constexpr Look darkContrastLook{darkContrastRoles, darkContrastTokens, darkContrastFamilies};

const Look &lookOf(bool dark, bool highContrast)
{
    if (highContrast)
        return dark ? darkContrastLook : lightContrastLook;
    return dark ? darkLook : lightLook;
}

const Look &lookOf(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Active, QPalette::Base).lightness() < 128;
    const Look &strong = lookOf(dark, true);
    const bool isStrong = palette.color(QPalette::Active, QPalette::Shadow) == strong.tokens.field;
    return isStrong ? strong : lookOf(dark, false);
}

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
    return lookOf(palette).tokens;
}

const FamilyColors &familyColors(Family family, const QPalette &palette)
{
    return lookOf(palette).families.at(static_cast<std::size_t>(family));
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

QPalette programPalette(bool dark, bool highContrast)
{
    const auto &[roles, tokens, families] = lookOf(dark, highContrast);
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

QPalette viewPalette(bool dark, bool highContrast)
{
    QPalette palette = programPalette(dark, highContrast);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        palette.setColor(group, QPalette::Highlight, tokensFor(palette).selection);
        palette.setColor(group, QPalette::HighlightedText, text);
    }
    return palette;
}

QPalette toolTipPalette(bool dark, bool highContrast)
{
    QPalette palette = programPalette(dark, highContrast);
    const Roles &roles = lookOf(dark, highContrast).roles;
    palette.setColor(QPalette::WindowText, roles.toolTipText);
    palette.setColor(QPalette::Link, roles.toolTipText);
    return palette;
}

} // namespace Sluice
