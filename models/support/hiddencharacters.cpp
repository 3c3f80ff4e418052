// SPDX-License-Identifier: Apache-2.0
#include "models/support/hiddencharacters.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

enum class HiddenKind {
    Seen, // also white space
    Control,
    LineBreak,
    DirectionMark,
    Turn,
    ZeroWidth,
    Joiner,
    ByteOrderMark,
    Annotation,
    OtherFormat,
    Selector,
    BlankLetter, // a letter, sign or mark by its class, but shows nothing
    Unknown,     // half a surrogate pair, private, not assigned
};

struct HiddenRange {
    char32_t first;
    char32_t last;
    HiddenKind kind;
};

// Characters whose kind does not follow from their Unicode class. Sorted.
constexpr std::array hiddenTable{
    HiddenRange{0x034F, 0x034F, HiddenKind::BlankLetter},
    HiddenRange{0x061C, 0x061C, HiddenKind::DirectionMark},
    HiddenRange{0x115F, 0x1160, HiddenKind::BlankLetter},
    HiddenRange{0x200B, 0x200B, HiddenKind::ZeroWidth},
    HiddenRange{0x200C, 0x200D, HiddenKind::Joiner},
    HiddenRange{0x200E, 0x200F, HiddenKind::DirectionMark},
    HiddenRange{0x2028, 0x2029, HiddenKind::LineBreak},
    HiddenRange{0x202A, 0x202E, HiddenKind::Turn},
    HiddenRange{0x2060, 0x2060, HiddenKind::ZeroWidth},
    HiddenRange{0x2066, 0x2069, HiddenKind::Turn},
    HiddenRange{0x2800, 0x2800, HiddenKind::BlankLetter},
    HiddenRange{0x3164, 0x3164, HiddenKind::BlankLetter},
    HiddenRange{0xFE00, 0xFE0F, HiddenKind::Selector},
    HiddenRange{0xFEFF, 0xFEFF, HiddenKind::ByteOrderMark},
    HiddenRange{0xFFA0, 0xFFA0, HiddenKind::BlankLetter},
    HiddenRange{0xFFF9, 0xFFFB, HiddenKind::Annotation},
    HiddenRange{0xE0100, 0xE01EF, HiddenKind::Selector},
};

HiddenKind hiddenKindOf(char32_t character)
{
    if (character >= 0x20 && character < 0x7F) // nearly all characters
        return HiddenKind::Seen;
    const auto *range =
        std::find_if(hiddenTable.begin(), hiddenTable.end(),
                     [character](const HiddenRange &each) { return character <= each.last; });
    if (range != hiddenTable.end() && character >= range->first)
        return range->kind;
    switch (QChar::category(character)) {
    case QChar::Other_Control: return HiddenKind::Control;
    case QChar::Other_Format: return HiddenKind::OtherFormat;
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned: return HiddenKind::Unknown;
    default: return HiddenKind::Seen;
    }
}

QString numberMark(char32_t character)
{
    return u"<U+%1>"_s.arg(QString::number(uint(character), 16).toUpper(), 4, QChar(u'0'));
}

// Most texts have no hidden characters, and need not be copied.
bool mayHoldHidden(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar unit) {
        return unit.isSurrogate() || isHiddenCharacter(unit.unicode());
    });
}

} // namespace

bool isHiddenCharacter(char32_t character)
{
    switch (hiddenKindOf(character)) {
    case HiddenKind::Seen:
    case HiddenKind::Joiner:
    case HiddenKind::Selector:
    case HiddenKind::BlankLetter: return false;
    default: return true;
    }
}

bool isUnseenCharacter(char32_t character)
{
    switch (hiddenKindOf(character)) {
    case HiddenKind::Seen:
    case HiddenKind::LineBreak:
    case HiddenKind::Unknown: return false;
    case HiddenKind::Control: return !QChar::isSpace(character);
    default: return true;
    }
}

bool isBlankCharacter(char32_t character)
{
    const HiddenKind kind = hiddenKindOf(character);
    return QChar::isSpace(character) || kind == HiddenKind::ZeroWidth || kind == HiddenKind::Joiner;
}

bool turnsText(char32_t character)
{
    return hiddenKindOf(character) == HiddenKind::Turn;
}

bool actsOnText(char32_t character)
{
    switch (hiddenKindOf(character)) {
    case HiddenKind::Control: return character >= 0x7F;
    case HiddenKind::LineBreak:
    case HiddenKind::DirectionMark:
    case HiddenKind::Turn:
    case HiddenKind::ByteOrderMark:
    case HiddenKind::Annotation: return true;
    default: return false;
    }
}

bool isControlCharacter(char32_t character)
{
    return hiddenKindOf(character) == HiddenKind::Control;
}

QString replacedHidden(const QString &text, const ShowHidden &show)
{
    if (!mayHoldHidden(text))
        return text;
    QString shown;
    shown.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair =
            text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t character = isPair ? QChar::surrogateToUcs4(text.at(i), text.at(i + 1))
                                          : char32_t(text.at(i).unicode());
        const QStringView asItIs = QStringView(text).mid(i, isPair ? 2 : 1);
        if (isHiddenCharacter(character))
            shown += show(character, asItIs);
        else
            shown += asItIs;
        i += isPair ? 1 : 0;
    }
    return shown;
}

QString shownName(const QString &text)
{
    return replacedHidden(text,
                          [](char32_t character, QStringView) { return numberMark(character); });
}

QString shownText(const QString &text)
{
    return replacedHidden(text, [](char32_t character, QStringView asItIs) {
        return character == U'\n' ? asItIs.toString() : numberMark(character);
    });
}

} // namespace Sluice
