// SPDX-License-Identifier: Apache-2.0
#include "models/palette/fuzzymatch.h"

#include <QVarLengthArray>

#include <algorithm>

namespace Sluice {

namespace {

constexpr int atStart = 10;
constexpr int atBorder = 8;
constexpr int withinWord = 2;
constexpr int afterLast = 6;
constexpr int jumpToBorder = 3;
constexpr int jumpIntoWord = -5;
constexpr int leastForLetter = 4; // below it a fit is chance
constexpr int noFit = -10'000;
constexpr qsizetype longestText = 256;
constexpr qsizetype longestWord = 48;

int firstLetter(const FuzzyText &text, qsizetype at)
{
    if (at == 0)
        return atStart;
    return text.borders.testBit(at) ? atBorder : withinWord;
}

int afterJump(const FuzzyText &text, qsizetype at)
{
    return text.borders.testBit(at) ? jumpToBorder : jumpIntoWord;
}

} // namespace

FuzzyMatch::FuzzyMatch(const QString &word)
    : m_word(FuzzyText::folded(word).left(longestWord))
    , m_mask(FuzzyText::lettersIn(m_word))
{}

bool FuzzyMatch::occursIn(const FuzzyText &text) const
{
    if ((m_mask & ~text.mask) != 0)
        return false;
    qsizetype found = 0;
    for (const QChar letter : text.letters) {
        if (found < m_word.size() && letter == m_word.at(found))
            ++found;
    }
    return found == m_word.size();
}

int FuzzyMatch::score(const FuzzyText &text) const
{
    return occursIn(text) ? best(text, nullptr) : none;
}

int FuzzyMatch::scoreBeside(const FuzzyText &text) const
{
    if ((m_mask & ~text.mask) != 0)
        return none;
    for (qsizetype at = text.letters.indexOf(m_word); at >= 0;
         at = text.letters.indexOf(m_word, at + 1)) {
        if (at == 0 || (at < text.borders.size() && text.borders.testBit(at)))
            return int(m_word.size()) * leastForLetter;
    }
    return none;
}

QList<int> FuzzyMatch::places(const FuzzyText &text) const
{
    QList<int> places;
    if (occursIn(text))
        best(text, &places);
    return places;
}

// A table: the best fit of the first letters of the word when the last of them stands here.
int FuzzyMatch::best(const FuzzyText &text, QList<int> *places) const
{
    const qsizetype length = std::min(text.letters.size(), longestText);
    const qsizetype count = m_word.size();
    if (count == 0 || length < count)
        return count == 0 ? 0 : none;
    QVarLengthArray<int, 1024> fits(count * length);
    const auto fit = [&fits, length](qsizetype letter, qsizetype at) -> int & {
        return fits[letter * length + at];
    };
    for (qsizetype letter = 0; letter < count; ++letter) {
        int before = noFit; // the best that ends further away than just before
        for (qsizetype at = 0; at < length; ++at) {
            int value = noFit;
            if (text.letters.at(at) == m_word.at(letter)) {
                if (letter == 0)
                    value = firstLetter(text, at);
                else if (at > 0)
                    value =
                        std::max(fit(letter - 1, at - 1) + afterLast, before + afterJump(text, at));
            }
            fit(letter, at) = value;
            if (letter > 0 && at > 0)
                before = std::max(before, fit(letter - 1, at - 1));
        }
    }
    const auto *lastRow = fits.cbegin() + (count - 1) * length;
    const auto *last = std::max_element(lastRow, lastRow + length);
    if (*last < count * leastForLetter)
        return none;
    if (!places)
        return *last;
    // Back on the way that led there; letters that follow each other are preferred.
    qsizetype at = last - lastRow;
    places->resize(count);
    for (qsizetype letter = count - 1; letter >= 0; --letter) {
        (*places)[letter] = int(at);
        if (letter == 0)
            break;
        const int value = fit(letter, at);
        qsizetype from = at - 1;
        if (value != fit(letter - 1, from) + afterLast) {
            while (from > 0 && value != fit(letter - 1, from) + afterJump(text, at))
                --from;
        }
        at = from;
    }
    return *last;
}

} // namespace Sluice
