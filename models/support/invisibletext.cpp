// SPDX-License-Identifier: Apache-2.0
#include "models/support/invisibletext.h"

#include "models/support/hiddencharacters.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice::InvisibleText {

namespace {

struct CharacterWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::InvisibleText)
};

// The most common ones have a name. All others are shown by their number.
struct Named {
    char32_t character;
    const char *name;
};

constexpr std::array names{
    Named{0x0009, QT_TRANSLATE_NOOP("Sluice::InvisibleText", "tab")},
    Named{0x000A, QT_TRANSLATE_NOOP("Sluice::InvisibleText", "line break")},
    Named{0x000D, QT_TRANSLATE_NOOP("Sluice::InvisibleText", "line break")},
    Named{0x00A0, QT_TRANSLATE_NOOP("Sluice::InvisibleText", "no-break space")},
    Named{0x00AD, QT_TRANSLATE_NOOP("Sluice::InvisibleText", "soft hyphen")},
    Named{0x200B, QT_TRANSLATE_NOOP("Sluice::InvisibleText", "zero width space")},
    Named{0x200C, QT_TRANSLATE_NOOP("Sluice::InvisibleText", "zero width non-joiner")},
    Named{0x200D, QT_TRANSLATE_NOOP("Sluice::InvisibleText", "zero width joiner")},
    Named{0x200E, QT_TRANSLATE_NOOP("Sluice::InvisibleText", "left-to-right mark")},
    Named{0x200F, QT_TRANSLATE_NOOP("Sluice::InvisibleText", "right-to-left mark")},
    Named{0x202F, QT_TRANSLATE_NOOP("Sluice::InvisibleText", "narrow no-break space")},
    Named{0x2060, QT_TRANSLATE_NOOP("Sluice::InvisibleText", "word joiner")},
    Named{0xFEFF, QT_TRANSLATE_NOOP("Sluice::InvisibleText", "byte order mark")},
};

// Tags and selectors beyond U+FFFF have two units.
char32_t firstOf(QStringView text)
{
    return text.size() > 1 && text.front().isHighSurrogate()
               ? QChar::surrogateToUcs4(text.at(0), text.at(1))
               : text.front().unicode();
}

char32_t lastOf(QStringView text)
{
    const qsizetype size = text.size();
    return size > 1 && text.back().isLowSurrogate() && text.at(size - 2).isHighSurrogate()
               ? QChar::surrogateToUcs4(text.at(size - 2), text.back())
               : text.back().unicode();
}

template <typename IsGone>
QStringView cutEnds(QStringView text, IsGone isGone)
{
    while (!text.isEmpty() && isGone(firstOf(text)))
        text = text.sliced(QChar::requiresSurrogates(firstOf(text)) ? 2 : 1);
    while (!text.isEmpty() && isGone(lastOf(text)))
        text.chop(QChar::requiresSurrogates(lastOf(text)) ? 2 : 1);
    return text;
}

} // namespace

QString trimmed(QStringView text)
{
    return cutEnds(text,
                   [](char32_t character) {
                       return QChar::isSpace(character) || isUnseenCharacter(character);
                   })
        .toString();
}

QString withoutEnds(QStringView text)
{
    return cutEnds(text, isUnseenCharacter).toString();
}

QString firstIn(QStringView text)
{
    while (!text.isEmpty()) {
        const char32_t character = firstOf(text);
        const bool isPlain = character > 0x20 && character < 0x7F; // nearly all characters
        if (!isPlain && character != U' ' &&
            (isUnseenCharacter(character) || QChar::isSpace(character))) {
            const QString number =
                u"U+%1"_s.arg(uint(character), 4, 16, QLatin1Char('0')).toUpper();
            const auto *found =
                std::find_if(names.begin(), names.end(), [character](const Named &named) {
                    return named.character == character;
                });
            return found == names.end() ? CharacterWords::tr("invisible character (%1)").arg(number)
                                        : u"%1 (%2)"_s.arg(CharacterWords::tr(found->name), number);
        }
        text = text.sliced(QChar::requiresSurrogates(character) ? 2 : 1);
    }
    return {};
}

} // namespace Sluice::InvisibleText
