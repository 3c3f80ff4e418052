// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace Sluice {

// One row of two texts side by side. A number of 0 means that the side has no line there.
struct LinePair {
    enum class Kind { Same, Removed, Added, Changed, Fold };

    Kind kind = Kind::Same;
    int leftNumber = 0;
    int rightNumber = 0;
    QString left;
    QString right;

    bool operator==(const LinePair &) const = default;
};

// Two texts line by line: what is the same stands in one row, removed and added lines that meet
// stand beside each other.
QList<LinePair> lineDiff(const QString &left, const QString &right);

// The rows with their changes and context lines around each; what lies between becomes one Fold.
QList<LinePair> folded(const QList<LinePair> &lines, int context = 3);

} // namespace Sluice
