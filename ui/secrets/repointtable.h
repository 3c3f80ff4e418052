// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/rowsview.h"

namespace Sluice {

// The rows of a RepointModel, or of a proxy over it.
class RepointTable final : public RowsView
{
    Q_OBJECT

public:
    // Notes are for choosing, results for what comes then.
    enum class Shows { Notes, Results };

    RepointTable(QAbstractItemModel *model, Shows shows, const QString &accessibleName,
                 QWidget *parent = nullptr);
};

} // namespace Sluice
