// SPDX-License-Identifier: Apache-2.0
#include "models/palette/fuzzytext.h"

#include <algorithm>

namespace Sluice {

namespace {

// A word begins at "b" of "a-b", at "B" of "aB" and at "2" of "a2".
bool isBorder(QChar before, QChar here)
{
    if (!here.isLetterOrNumber())
        return false;
    return !before.isLetterOrNumber() || (before.isLower() && here.isUpper()) ||
           (before.isLetter() && here.isDigit());
}

} // namespace

FuzzyText::FuzzyText(const QString &text)
    : letters(folded(text))
    , borders(text.size())
    , mask(lettersIn(letters))
{
    for (qsizetype i = 0; i < text.size(); ++i)
        borders.setBit(i, isBorder(i == 0 ? QChar(u' ') : text.at(i - 1), text.at(i)));
}

// Letter by letter, so that the places stay those of the text: QString folds one to two at times.
QString FuzzyText::folded(const QString &text)
{
    QString letters = text;
    std::transform(letters.cbegin(), letters.cend(), letters.begin(),
                   [](QChar letter) { return letter.toCaseFolded(); });
    return letters;
}

quint64 FuzzyText::lettersIn(QStringView folded)
{
    quint64 mask = 0;
    for (const QChar letter : folded)
        mask |= quint64(1) << (letter.unicode() % 64);
    return mask;
}

} // namespace Sluice
