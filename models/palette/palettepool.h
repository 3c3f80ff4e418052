// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/palette/fuzzymatch.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace Sluice {

// Texts in which words are looked for at every letter that is typed. Each text may stand beside
// another one that many share, as pipelines stand in a project. What was found for a word is
// searched again when a letter comes to it, and nothing else is.
class PalettePool
{
public:
    struct Hit {
        int item = 0;
        int score = 0;
    };

    void clear();
    // Items are counted from 0. beside: see addBeside(); -1: nothing.
    void add(const QString &text, int beside = -1);
    int addBeside(const QString &text);

    int size() const { return int(m_texts.size()); }

    // The items that have all words, in any order. slot: those who ask for other words in turns
    // have each their own.
    std::vector<Hit> search(const QStringList &words, int slot = 0);
    // Where the words are in the text of the item, in order.
    QList<int> places(int item, const QStringList &words) const;

private:
    struct Narrowed {
        QStringList words;
        std::vector<int> items; // in which the letters of all words occur
    };

    struct Text {
        FuzzyText text;
        int beside = -1;
    };

    static bool narrows(const QStringList &before, const QStringList &now);

    std::vector<Text> m_texts;
    std::vector<FuzzyText> m_beside;
    QHash<int, Narrowed> m_narrowed;
};

} // namespace Sluice
