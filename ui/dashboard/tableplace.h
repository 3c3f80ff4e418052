// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"

#include <QObject>
#include <QTimer>

class QSettings;

namespace Sluice {

class PipelineTable;
class SelectionKeeper;

// Keeps what is selected in the table and how far it is scrolled, a moment after it changed, and
// brings it back at the next start as the rows come, until the user scrolls or selects.
class TablePlace final : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostKept = 200; // of a larger selection nothing is kept

    // All of them outlive it. The table has its model.
    TablePlace(PipelineTable *table, SelectionKeeper *keeper, QSettings *settings);

    // Call it when rows came and have their places.
    void rowsCame() { m_layoutTimer.start(); }

    // The user scrolled, clicked or typed.
    void usersTurn();

    // Call it when the selection or the scrolling changed.
    void keepSoon() { m_timer.start(); }

    void keep();

private:
    void scrollToTop();

    PipelineTable *m_table;
    SelectionKeeper *m_keeper;
    QSettings *m_settings;
    PipelineKey m_top; // the row that has to be the first on screen; invalid: none
    QTimer m_timer;
    QTimer m_layoutTimer; // scrolling within a layout would begin another
};

} // namespace Sluice
