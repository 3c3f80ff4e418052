// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/palette/fuzzytext.h"

#include <QList>

namespace Sluice {

// One typed word, and how well it fits texts: its letters must occur in their order. Those at the
// begin of a word and those that follow each other count, those that jump into a word cost. A text
// in which they are only scattered does not fit.
class FuzzyMatch
{
public:
    static constexpr int none = -1;

    FuzzyMatch() = default;
    explicit FuzzyMatch(const QString &word);

    const QString &word() const { return m_word; }

    // The letters occur in this order, however scattered. Holds for each longer text, and for a
    // word that is a letter longer only if it holds for this one.
    bool occursIn(const FuzzyText &text) const;
    // How well it fits; none: it does not.
    int score(const FuzzyText &text) const;
    // The same for a text beside the one that is looked for: a word of it must begin so.
    int scoreBeside(const FuzzyText &text) const;
    // Where its letters are in the best fit, in order; empty: it does not fit.
    QList<int> places(const FuzzyText &text) const;

private:
    int best(const FuzzyText &text, QList<int> *places) const;

    QString m_word;
    quint64 m_mask = 0;
};

} // namespace Sluice
