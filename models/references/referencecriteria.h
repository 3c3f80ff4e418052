// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>

namespace Sluice {

// Which references are shown. An empty or false criterion lets all of them through.
struct ReferenceCriteria {
    QStringList words; // all must occur; lower case
    QString provider;  // AZURE_KEY_VAULT
    QString account;   // the account's id
    bool onlyFindings = false;

    bool isEmpty() const { return *this == ReferenceCriteria(); }

    bool operator==(const ReferenceCriteria &) const = default;
};

// Splits typed text into its words, in lower case.
inline QStringList wordsOf(const QString &text)
{
    return text.toLower().split(u' ', Qt::SkipEmptyParts);
}

// True when the text contains all words. text: in lower case.
inline bool hasWords(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString &word) { return text.contains(word); });
}

} // namespace Sluice
