// SPDX-License-Identifier: Apache-2.0
#include "models/pipeline/hiddencharacters.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr char32_t nonJoiner = 0x200C;
constexpr char32_t joiner = 0x200D;

QString numberMark(char32_t character)
{
    return u"<U+%1>"_s.arg(QString::number(uint(character), 16).toUpper(), 4, QChar(u'0'));
}

// Most texts have none: they are not copied.
bool mayHoldHidden(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar unit) {
        return unit.isSurrogate() || isHiddenCharacter(unit.unicode());
    });
}

} // namespace

bool isHiddenCharacter(char32_t character)
{
    if (character == nonJoiner || character == joiner)
        return false;
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
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
