// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/filtertext.h"

#include "models/fleet/table/pipelinerow.h"

#include <algorithm>

namespace Sluice {

FilterText FilterText::fromText(const QString &text)
{
    FilterText found;
    QString part;
    bool isInQuotes = false;
    bool isWord = false; // whatever it looks like
    const auto take = [&] {
        const std::optional<FieldCondition> condition =
            isWord ? std::nullopt : FieldCondition::fromText(part);
        if (condition)
            found.conditions.append(*condition);
        else if (!part.isEmpty())
            found.words.append(part.toLower());
        part.clear();
        isWord = false;
    };
    for (const QChar character : text) {
        if (character == u'"') {
            isWord = isWord || (!isInQuotes && part.isEmpty());
            isInQuotes = !isInQuotes;
        } else if (character == u' ' && !isInQuotes) {
            take();
        } else {
            part += character;
        }
    }
    take();
    return found;
}

bool FilterText::fits(const PipelineRow &row) const
{
    return std::all_of(words.cbegin(), words.cend(),
                       [&row](const QString &word) { return row.mentions(word); }) &&
           std::all_of(conditions.cbegin(), conditions.cend(),
                       [&row](const FieldCondition &one) { return one.holds(row.definition); });
}

// Each of the other's words occurs in one of these, so that whatever has these has those. Of
// conditions nothing is known but that equal ones are the same.
bool FilterText::isWithin(const FilterText &other) const
{
    return conditions == other.conditions &&
           std::all_of(other.words.cbegin(), other.words.cend(), [this](const QString &word) {
               return std::any_of(words.cbegin(), words.cend(),
                                  [&word](const QString &mine) { return mine.contains(word); });
           });
}

} // namespace Sluice
