// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBitArray>
#include <QString>

namespace Sluice {

// A text that is prepared once, to be looked at for each letter that somebody types.
struct FuzzyText {
    FuzzyText() = default;
    explicit FuzzyText(const QString &text);

    // What matching looks at: the letters in one case, as many as the text has.
    static QString folded(const QString &text);
    // One bit or more for the letters that occur in a folded text.
    static quint64 lettersIn(QStringView folded);

    QString letters;
    QBitArray borders; // a word begins here: at the start, after a dash or a space, at a hump
    quint64 mask = 0;
};

} // namespace Sluice
