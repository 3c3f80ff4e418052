// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/arguments/suggestion.h"

#include "app/commandline/arguments/commandline.h"

#include <algorithm>
#include <vector>

namespace Sluice {

namespace {

// Counts the letters that must be added, removed, changed or swapped with their neighbour.
qsizetype lettersApart(const QString &one, const QString &other)
{
    const qsizetype width = other.size() + 1;
    std::vector<qsizetype> table(size_t((one.size() + 1) * width));
    const auto cell = [&](qsizetype i, qsizetype j) -> qsizetype & {
        return table[size_t(i * width + j)];
    };
    for (qsizetype i = 0; i <= one.size(); ++i) {
        for (qsizetype j = 0; j <= other.size(); ++j) {
            if (i == 0 || j == 0) {
                cell(i, j) = i + j;
                continue;
            }
            const bool isSame = one.at(i - 1) == other.at(j - 1);
            cell(i, j) = std::min(
                {cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + (isSame ? 0 : 1)});
            const bool isSwapped = i > 1 && j > 1 && one.at(i - 1) == other.at(j - 2) &&
                                   one.at(i - 2) == other.at(j - 1);
            if (isSwapped)
                cell(i, j) = std::min(cell(i, j), cell(i - 2, j - 2) + 1);
        }
    }
    return table.back();
}

} // namespace

QString nearestWord(const QString &word, const QStringList &known)
{
    constexpr qsizetype longest = 40; // a longer word is no typing mistake
    const QString typed = word.toLower();
    if (typed.size() < 2 || typed.size() > longest)
        return {};
    QString nearest;
    // A short word is similar to many others.
    qsizetype distance = std::clamp<qsizetype>(typed.size() / 3, 1, 2) + 1;
    for (const QString &each : known) {
        const QString lower = each.toLower();
        const bool isBeginning = typed.size() >= 3 && lower.startsWith(typed);
        const qsizetype apart = isBeginning ? 1 : lettersApart(typed, lower);
        if (apart < distance) {
            nearest = each;
            distance = apart;
        }
    }
    return nearest;
}

QString didYouMean(const QString &word)
{
    return word.isEmpty() ? QString() : u' ' + CommandLine::tr("Did you mean %1?").arg(word);
}

} // namespace Sluice
