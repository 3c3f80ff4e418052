// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/eventstable.h"

#include "ui/shared/eventdelegate.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/emptystate.h"

#include <QHeaderView>
#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int kindWidth = 92;
constexpr int leastPlace = 120;
constexpr int leastName = 140;
constexpr int measuredEvents = 300;
constexpr int usualLine = 90; // characters of what happened

} // namespace

EventsTable::EventsTable(EventsModel *model, About about, QWidget *parent)
    : RowsView(model, tr("Events"), parent)
    , m_model(model)
    , m_empty(new EmptyState(viewport()))
    , m_about(about)
    , m_pipelineWidth(leastName)
    , m_placeWidth(leastPlace)
{
    setObjectName(u"eventsTable"_s);
    setSelectionMode(SingleSelection);
    setItemDelegateForColumn(EventsModel::TextColumn, new EventDelegate(this));
    setUpColumns();
    connect(model, &EventsModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { measureNames(first, last); });
    m_empty->hide();
    // Without rows there is nothing that could show the focus.
    const auto updateFocus = [this, model] {
        setFocusPolicy(model->rowCount() > 0 ? Qt::StrongFocus : Qt::NoFocus);
    };
    connect(model, &EventsModel::rowsInserted, this, updateFocus);
    connect(model, &EventsModel::rowsRemoved, this, updateFocus);
    updateFocus();
    connect(this, &QTableView::doubleClicked, this,
            [this] { Q_EMIT openRequested(currentEvent()); });
}

void EventsTable::setUpColumns()
{
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(EventsModel::TextColumn, QHeaderView::Stretch);
    if (m_about == About::OnePipeline) {
        hideColumn(EventsModel::PipelineColumn);
        hideColumn(EventsModel::PlaceColumn);
    }
    setColumnWidth(EventsModel::TimeColumn,
                   fontMetrics().horizontalAdvance(u"Mon 22:22:22"_s) + 3 * Size::Gap);
    setColumnWidth(EventsModel::KindColumn, kindWidth);
    fitColumns();
}

// The columns of names only grow: nothing moves to and fro as events come and go.
void EventsTable::measureNames(int first, int last)
{
    const int pipeline = m_pipelineWidth;
    const int place = m_placeWidth;
    for (int row = first; row <= qMin(last, first + measuredEvents); ++row) {
        const auto width = [this, row](int column) {
            return sizeHintForIndex(m_model->index(row, column)).width();
        };
        m_pipelineWidth = qMax(m_pipelineWidth, width(EventsModel::PipelineColumn));
        m_placeWidth = qMax(m_placeWidth, width(EventsModel::PlaceColumn));
    }
    if (m_pipelineWidth > pipeline || m_placeWidth > place)
        fitColumns();
}

// Names are whole while they leave as much to what happened. What a usual line of that leaves in a
// wide window is for all of them.
void EventsTable::fitColumns()
{
    if (m_about == About::OnePipeline)
        return;
    const int room = viewport()->width() - columnWidth(EventsModel::TimeColumn) -
                     columnWidth(EventsModel::KindColumn);
    const QList<int> widths = fairWidths({m_pipelineWidth, m_placeWidth, room}, room);
    const int spare =
        qMax(0, widths.at(2) - fontMetrics().averageCharWidth() * usualLine) / int(widths.size());
    setColumnWidth(EventsModel::PipelineColumn, widths.at(0) + spare);
    setColumnWidth(EventsModel::PlaceColumn, widths.at(1) + spare);
}

void EventsTable::resizeEvent(QResizeEvent *event)
{
    RowsView::resizeEvent(event);
    fitColumns();
}

Event EventsTable::currentEvent() const
{
    return currentIndex().isValid() ? m_model->record(currentIndex().row()) : Event();
}

bool EventsTable::goToFirst()
{
    if (m_model->rowCount() == 0)
        return false;
    setCurrentIndex(m_model->index(0, EventsModel::TextColumn));
    setFocus(Qt::OtherFocusReason);
    return true;
}

void EventsTable::copyRow()
{
    if (currentIndex().isValid())
        copyToClipboard(m_model->line(currentIndex().row()), this);
}

void EventsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copyRow();
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid())
        Q_EMIT openRequested(currentEvent());
    else
        RowsView::keyPressEvent(event);
}

} // namespace Sluice
