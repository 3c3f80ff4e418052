// SPDX-License-Identifier: Apache-2.0
#include "models/palette/palettepool.h"

#include <algorithm>
#include <numeric>

namespace Sluice {

namespace {

// Of two texts with the same hits the shorter one is meant.
constexpr qsizetype lettersForPoint = 4;

} // namespace

void PalettePool::clear()
{
    m_texts.clear();
    m_beside.clear();
    m_narrowed.clear();
}

void PalettePool::add(const QString &text, int beside)
{
    m_texts.push_back({FuzzyText(text), beside});
    m_narrowed.clear();
}

int PalettePool::addBeside(const QString &text)
{
    m_beside.emplace_back(text);
    return int(m_beside.size()) - 1;
}

// Each word of before is the begin of the one that stands there now.
bool PalettePool::narrows(const QStringList &before, const QStringList &now)
{
    if (before.isEmpty() || before.size() > now.size())
        return false;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (!now.at(i).startsWith(before.at(i)))
            return false;
    }
    return true;
}

std::vector<PalettePool::Hit> PalettePool::search(const QStringList &words, int slot)
{
    Narrowed &narrowed = m_narrowed[slot];
    if (!narrows(narrowed.words, words)) {
        narrowed.items.resize(m_texts.size());
        std::iota(narrowed.items.begin(), narrowed.items.end(), 0);
    }
    narrowed.words = words;
    std::vector<FuzzyMatch> matches;
    std::vector<std::vector<int>> scoresBeside; // of each word, by text
    for (const QString &word : words) {
        const FuzzyMatch match(word);
        std::vector<int> &scores = scoresBeside.emplace_back();
        for (const FuzzyText &text : m_beside)
            scores.push_back(match.scoreBeside(text));
        matches.push_back(match);
    }
    std::vector<Hit> hits;
    const auto isOut = [&](int item) {
        const Text &text = m_texts[std::size_t(item)];
        Hit hit{item, 0};
        bool isHit = true;
        for (std::size_t i = 0; i < matches.size(); ++i) {
            const int beside =
                text.beside < 0 ? FuzzyMatch::none : scoresBeside[i][std::size_t(text.beside)];
            if (beside == FuzzyMatch::none && !matches[i].occursIn(text.text))
                return true;
            const int score = std::max(beside, matches[i].score(text.text));
            isHit = isHit && score != FuzzyMatch::none;
            hit.score += score;
        }
        if (isHit) {
            hit.score -= int(text.text.letters.size() / lettersForPoint);
            hits.push_back(hit);
        }
        return false;
    };
    narrowed.items.erase(std::remove_if(narrowed.items.begin(), narrowed.items.end(), isOut),
                         narrowed.items.end());
    return hits;
}

QList<int> PalettePool::places(int item, const QStringList &words) const
{
    QList<int> all;
    for (const QString &word : words)
        all += FuzzyMatch(word).places(m_texts[std::size_t(item)].text);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace Sluice
