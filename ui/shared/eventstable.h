// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/events/eventsmodel.h"
#include "ui/widgets/rowsview.h"

namespace Sluice {

class EmptyState;

// The rows of an EventsModel. Enter opens the pipeline of a row, Ctrl+C copies the row as a line.
class EventsTable final : public RowsView
{
    Q_OBJECT

public:
    // Whose events they are: of all pipelines, or of one whose name stands elsewhere.
    enum class About { All, OnePipeline };

    EventsTable(EventsModel *model, About about, QWidget *parent = nullptr);

    EmptyState *emptyState() const { return m_empty; }

    // The event of the current row; without an id: none.
    Event currentEvent() const;
    // Gives the focus to the first row. False: there is no row.
    bool goToFirst();
    void copyRow();

Q_SIGNALS:
    void openRequested(const Sluice::Event &event);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpColumns();
    void measureNames(int first, int last);
    void fitColumns();

    EventsModel *m_model;
    EmptyState *m_empty;
    About m_about;
    int m_pipelineWidth; // of the longest name that was shown so far
    int m_placeWidth;
};

} // namespace Sluice
