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

// Compares two texts line by line. Equal lines are one row; removed and added lines that meet are
// side by side.
QList<LinePair> lineDiff(const QString &left, const QString &right);

// The changed rows, and context rows around each. The rows between become one Fold.
QList<LinePair> folded(const QList<LinePair> &lines, int context = 3);

} // namespace Sluice
