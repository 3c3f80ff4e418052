// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"

#include <QObject>
#include <QSet>

class QAbstractItemModel;
class QItemSelectionModel;

namespace Sluice {

// Keeps in mind which selected rows a filter took away, so that they are selected again when they
// come back; until the user selects something else. The rows say KeyRole of the PipelineModel.
class SelectionKeeper final : public QObject
{
    Q_OBJECT

public:
    // Made before a selection model listens to these rows.
    explicit SelectionKeeper(QAbstractItemModel *rows, QObject *parent = nullptr);

    void setSelectionModel(QItemSelectionModel *selection);

    // Call when the selection changed: what the user selects counts from now on.
    void selectionChanged();

private:
    void rowsLeave(int first, int last);
    void rowsCame(int first, int last);

    QAbstractItemModel *m_rows;
    QItemSelectionModel *m_selection = nullptr;
    QSet<PipelineKey> m_left;
    PipelineKey m_leftCurrent;
    bool m_isAtWork = false; // what is selected changes without the user
};

} // namespace Sluice
