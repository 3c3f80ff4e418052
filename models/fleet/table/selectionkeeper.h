// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"

#include <QObject>
#include <QSet>

class QAbstractItemModel;
class QItemSelectionModel;

namespace Sluice {

// Remembers which selected rows a filter removed, and selects them again when they come back, until
// the user selects something else. The rows answer KeyRole of the PipelineModel.
class SelectionKeeper final : public QObject
{
    Q_OBJECT

public:
    // Make it before a selection model listens to these rows.
    explicit SelectionKeeper(QAbstractItemModel *rows, QObject *parent = nullptr);

    void setSelectionModel(QItemSelectionModel *selection);

    // Selects these as they come, and those that are here now, as an earlier run of the program
    // left them.
    void expect(const QSet<PipelineKey> &selected, const PipelineKey &current);

    // Those that are not back yet.
    const QSet<PipelineKey> &waiting() const { return m_left; }

    // What is selected is what an earlier run of the program left. The user did nothing yet.
    bool isRecalled() const { return m_isRecalled; }

    // Call it when the selection changed: from now on this selection of the user counts.
    void selectionChanged();

private:
    void rowsLeave(int first, int last);
    void rowsCame(int first, int last);

    QAbstractItemModel *m_rows;
    QItemSelectionModel *m_selection = nullptr;
    QSet<PipelineKey> m_left;
    PipelineKey m_leftCurrent;
    bool m_isRecalled = false;
    bool m_isAtWork = false; // the selection changes without the user
};

} // namespace Sluice
