// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QItemSelection>

#include <algorithm>

namespace Sluice {

// The one selected row; -1 when none or several are selected. After rows have moved, a selection
// may hold a range for each column.
inline int onlySelectedRow(const QItemSelection &selection)
{
    if (selection.isEmpty())
        return -1;
    const int row = selection.constFirst().top();
    const bool isOne =
        std::all_of(selection.begin(), selection.end(), [row](const QItemSelectionRange &range) {
            return range.top() == row && range.height() == 1;
        });
    return isOne ? row : -1;
}

} // namespace Sluice
