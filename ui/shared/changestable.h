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

    // Gives the focus to the first choice that is not made yet, where there is one.
    void focusOpenConflict();

    // The height with which no row needs to be scrolled to.
    int neededHeight() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void placeConflicts();
    void measure();
    void shareWidth();
    int neededWidth(int column) const;

    ChangesModel *m_model;
    EmptyState *m_empty;
    QHash<int, int> m_needs; // width by column, with which nothing is cut
    int m_choiceWidth = 0;   // of the widest conflict
    bool m_compares = true;
};

} // namespace Sluice
