// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <algorithm>

namespace Sluice {

// Which references are shown; what is empty or false lets all through.
struct ReferenceCriteria {
    QStringList words; // all must occur; lower case
    QString provider;  // AZURE_KEY_VAULT
    QString account;   // its id
    bool onlyFindings = false;

    bool isEmpty() const { return *this == ReferenceCriteria(); }

    bool operator==(const ReferenceCriteria &) const = default;
};

// The words as typed.
inline QStringList wordsOf(const QString &text)
{
    return text.toLower().split(u' ', Qt::SkipEmptyParts);
}

// text: lower case.
inline bool hasWords(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString &word) { return text.contains(word); });
}

} // namespace Sluice
