// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace Sluice {

class ChangesModel;
class EmptyState;

// The rows of a ChangesModel. A conflict shows its three values with buttons to choose one. Whoever
// shows the table decides what else can be done with a row.
class ChangesTable final : public QTableView
{
    Q_OBJECT

public:
    explicit ChangesTable(ChangesModel *model, QWidget *parent = nullptr);

    // False: nothing is compared. Then an empty table does not claim that nothing changed.
    void setCompares(bool compares);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeConflicts();
    void shareWidth();

    ChangesModel *m_model;
    EmptyState *m_empty;
    bool m_compares = true;
};

} // namespace Sluice
