// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/rowsview.h"

namespace Sluice {

// The rows of a RepointModel, or of a proxy over it.
class RepointTable final : public RowsView
{
    Q_OBJECT

public:
    // Results come once the pipelines are chosen.
    enum class Shows { Notes, NotesAndResults };

    RepointTable(QAbstractItemModel *model, Shows shows, const QString &accessibleName,
                 QWidget *parent = nullptr);
};

} // namespace Sluice
