// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/pipelinetable.h"

#include "models/fleet/pipelinefilter.h"
#include "models/fleet/pipelinemodel.h"
#include "ui/dashboard/agedelegate.h"
#include "ui/dashboard/namedelegate.h"
#include "ui/dashboard/numberdelegate.h"
#include "ui/dashboard/pipelinecolumns.h"
#include "ui/dashboard/pipelinefacts.h"
#include "ui/dashboard/sourcedelegate.h"
#include "ui/dashboard/targetdelegate.h"
#include "ui/theme/fonts.h"
#include "ui/theme/selectedrow.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/rowsview.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int holdTime = 3000; // ms

PipelineKey keyOf(const QModelIndex &index)
{
    return index.data(PipelineModel::KeyRole).value<PipelineKey>();
}

} // namespace

PipelineTable::PipelineTable(PipelineFilter *filter, QSettings *settings, QWidget *parent)
    : QTableView(parent)
    , m_filter(filter)
{
    setObjectName(u"pipelineTable"_s);
    setAccessibleName(tr("Pipelines"));
    // Before the selection model hears of it.
    connect(filter, &PipelineFilter::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { rowsLeave(first, last); });
    setModel(filter);
    connect(filter, &PipelineFilter::rowsRemoved, this, &PipelineTable::rowsLeft);
    connect(filter, &PipelineFilter::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { rowsCame(first, last); });
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFrameShape(QFrame::NoFrame);
    setUpDelegates();
    setUpHeaders(settings);

    viewport()->setMouseTracking(true);
    m_hold.setSingleShot(true);
    m_hold.setInterval(holdTime);
    connect(&m_hold, &QTimer::timeout, this, [this] { m_filter->holdOrder(false); });
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &PipelineTable::repaintTimes);
    connect(filter, &PipelineFilter::dataChanged, this, &PipelineTable::rowsChanged);
    connect(this, &QTableView::doubleClicked, this, &PipelineTable::openRequested);
}

PipelineTable::~PipelineTable() = default;

void PipelineTable::setUpDelegates()
{
    using Model = PipelineModel;
    setItemDelegateForColumn(
        Model::StatusColumn,
        new BadgeDelegate(Model::BadgeRole, Model::RawStatusRole, Model::OutdatedRole, this));
    setItemDelegateForColumn(Model::NameColumn, new NameDelegate(PipelineFilter::RemarkedRole,
                                                                 PipelineFilter::EditedRole, this));
    setItemDelegateForColumn(Model::SourceColumn,
                             new SourceDelegate(Model::SourceTypeRole, Model::SourceHostRole,
                                                Model::SourceDatabaseRole, &sourceMark, this));
    setItemDelegateForColumn(
        Model::TargetColumn,
        new TargetDelegate(Model::TargetTypeRole, Model::TargetPlaceRole, &targetMark, this));
    setItemDelegateForColumn(Model::TablesColumn, new NumberDelegate(this));
    setItemDelegateForColumn(Model::SinceColumn,
                             new AgeDelegate(AgeDelegate::Form::Duration, Model::SinceRole, -1,
                                             Model::SinceExactRole, this));
    setItemDelegateForColumn(
        Model::CheckedColumn,
        new AgeDelegate(AgeDelegate::Form::Ago, Model::CheckedRole, Model::OutdatedRole, -1, this));
}

void PipelineTable::setUpHeaders(QSettings *settings)
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(heightFor(Size::TableRow, fontMetrics()));

    QHeaderView *header = horizontalHeader();
    header->setObjectName(u"pipelineTableHeader"_s);
    header->setAccessibleName(tr("Columns"));
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setFixedHeight(heightFor(Size::TableRow, QFontMetrics(smallFont())));
    header->setFont(smallFont());
    setSortingEnabled(true);
    sortProblemsFirst();
    m_columns = std::make_unique<PipelineColumns>(this, settings);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &PipelineTable::orderChanged);
}

Selection PipelineTable::selection() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    Selection result;
    result.reserve(rows.size());
    for (const QModelIndex &row : std::as_const(rows))
        result.append(selectedPipeline(row));
    return result;
}

PipelineKey PipelineTable::currentPipeline() const
{
    return keyOf(currentIndex());
}

QModelIndex PipelineTable::shownIndex() const
{
    const int row = onlySelectedRow(selectionModel()->selection());
    return row < 0 ? currentIndex() : m_filter->index(row, PipelineModel::NameColumn);
}

void PipelineTable::select(const PipelineKey &key)
{
    const auto *source = qobject_cast<const PipelineModel *>(m_filter->sourceModel());
    const int row = source ? source->rowOf(key) : -1;
    const QModelIndex index =
        row < 0 ? QModelIndex() : m_filter->mapFromSource(source->index(row, 0));
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    scrollTo(index);
}

bool PipelineTable::isProblemsFirst() const
{
    return horizontalHeader()->sortIndicatorSection() == PipelineModel::StatusColumn &&
           horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder;
}

void PipelineTable::sortProblemsFirst()
{
    sortByColumn(PipelineModel::StatusColumn, Qt::AscendingOrder);
}

void PipelineTable::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->modifiers().testFlag(Qt::ControlModifier) && currentIndex().isValid())
        Q_EMIT openRequested();
    else
        QTableView::keyPressEvent(event);
}

void PipelineTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    m_clock.start();
}

void PipelineTable::hideEvent(QHideEvent *event)
{
    QTableView::hideEvent(event);
    m_clock.stop();
}

// No row moves away from under a mouse that is on its way to it.
bool PipelineTable::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        m_filter->holdOrder(true);
        m_hold.start();
        break;
    case QEvent::Leave:
        m_hold.stop();
        m_filter->holdOrder(false);
        break;
    default: break;
    }
    return QTableView::viewportEvent(event);
}

void PipelineTable::repaintTimes()
{
    for (const int column : {PipelineModel::SinceColumn, PipelineModel::CheckedColumn})
        viewport()->update(columnViewportPosition(column), 0, columnWidth(column),
                           viewport()->height());
}

void PipelineTable::selectionChanged(const QItemSelection &selected,
                                     const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_selectsItself) {
        m_leftSelected.clear();
        m_leftCurrent = {};
    }
    Q_EMIT selectionUpdated();
}

void PipelineTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    repaintRows(this, current, previous);
    if (current.row() != previous.row() || !previous.isValid())
        Q_EMIT currentPipelineChanged(currentPipeline());
}

void PipelineTable::rowsLeave(int first, int last)
{
    m_selectsItself = true;
    for (int row = first; row <= last; ++row) {
        if (selectionModel()->isRowSelected(row))
            m_leftSelected.insert(keyOf(m_filter->index(row, 0)));
    }
    const int current = currentIndex().row();
    if (m_leftSelected.contains(currentPipeline()) && current >= first && current <= last)
        m_leftCurrent = currentPipeline();
}

void PipelineTable::rowsLeft()
{
    m_selectsItself = false;
}

void PipelineTable::rowsCame(int first, int last)
{
    if (m_leftSelected.isEmpty())
        return;
    m_selectsItself = true;
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = m_filter->index(row, PipelineModel::NameColumn);
        const PipelineKey key = keyOf(index);
        if (!m_leftSelected.remove(key))
            continue;
        if (key == m_leftCurrent)
            selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        selectionModel()->select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    m_selectsItself = false;
}

void PipelineTable::rowsChanged(const QModelIndex &first, const QModelIndex &last)
{
    const QItemSelection selected = selectionModel()->selection();
    const bool affected = std::any_of(
        selected.cbegin(), selected.cend(), [&first, &last](const QItemSelectionRange &range) {
            return range.top() <= last.row() && range.bottom() >= first.row();
        });
    if (affected)
        Q_EMIT selectionUpdated();
}

} // namespace Sluice
