// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace Sluice {

// A table to read and choose rows of: no grid, no row headers, whole rows selected, nothing edited
// in place. Tab leaves it.
class RowsView : public QTableView
{
    Q_OBJECT

public:
    // accessibleName: translated.
    RowsView(QAbstractItemModel *model, const QString &accessibleName, QWidget *parent = nullptr);
};

} // namespace Sluice
