// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/pipelinetable.h"

#include "models/fleet/pipelinefilter.h"
#include "models/fleet/pipelinemodel.h"
#include "ui/dashboard/agedelegate.h"
#include "ui/dashboard/monogram.h"
#include "ui/dashboard/numberdelegate.h"
#include "ui/dashboard/pipelinefacts.h"
#include "ui/dashboard/sourcedelegate.h"
#include "ui/dashboard/targetdelegate.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/badgedelegate.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto headerKey = "dashboard/header"_L1;
constexpr int cellPadding = 2 * Size::Gap;
constexpr int sortMark = 12;
constexpr int holdTime = 3000; // ms

} // namespace

PipelineTable::PipelineTable(PipelineFilter *filter, QSettings *settings, QWidget *parent)
    : QTableView(parent)
    , m_filter(filter)
    , m_settings(settings)
{
    setObjectName(u"pipelineTable"_s);
    setAccessibleName(tr("Pipelines"));
    setModel(filter);
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
    setUpHeaders();

    viewport()->setMouseTracking(true);
    m_hold.setSingleShot(true);
    m_hold.setInterval(holdTime);
    connect(&m_hold, &QTimer::timeout, this, [this] { m_filter->holdOrder(false); });
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &PipelineTable::repaintTimes);
    connect(filter, &PipelineFilter::dataChanged, this, &PipelineTable::rowsChanged);
    connect(this, &QTableView::doubleClicked, this, &PipelineTable::openRequested);
}

PipelineTable::~PipelineTable()
{
    m_settings->setValue(headerKey, horizontalHeader()->saveState());
}

void PipelineTable::setUpDelegates()
{
    using Model = PipelineModel;
    setItemDelegateForColumn(
        Model::StatusColumn,
        new BadgeDelegate(Model::BadgeRole, Model::RawStatusRole, Model::OutdatedRole, this));
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

void PipelineTable::setUpHeaders()
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
    setUpWidths();
    setSortingEnabled(true);
    sortProblemsFirst();
    m_fitsColumns = !header->restoreState(m_settings->value(headerKey).toByteArray());
    header->setStretchLastSection(false);
    connect(header, &QHeaderView::sectionResized, this, [this] {
        if (!m_isFitting)
            m_fitsColumns = false;
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, &PipelineTable::orderChanged);
}

void PipelineTable::setUpWidths()
{
    const auto set = [this](int column, const QString &sample, const QFont &font, int extra) {
        const int head =
            QFontMetrics(smallFont())
                .horizontalAdvance(model()->headerData(column, Qt::Horizontal).toString());
        const int text = QFontMetrics(font).horizontalAdvance(sample);
        m_leastWidths.insert(column, qMax(text + extra, head + sortMark) + cellPadding);
        setColumnWidth(column, m_leastWidths.value(column));
    };
    using Model = PipelineModel;
    constexpr int monogram = monogramSize.width() + Size::IconText;
    const QFont body = font();
    BadgeLook widest;
    widest.badge = Badge::StoppedUnexpectedly;
    set(Model::StatusColumn, {}, body, badgeSize(widest).width());
    set(Model::NameColumn, u"my-streaming-pipeline"_s, body, 0);
    set(Model::SourceColumn, u"sqlserver…/my_db"_s, smallFont(), monogram);
    set(Model::TargetColumn, u"STREAMING_DB"_s, smallFont(), 2 * (Size::Icon + Size::IconText));
    set(Model::RunnerColumn, u"runner-eu-10"_s, body, 0);
    set(Model::ProjectColumn, u"Sales-analytics"_s, body, 0);
    set(Model::TablesColumn, u"1,000"_s, body, 0);
    set(Model::SinceColumn, u"> 23 h 59 min"_s, smallFont(), 0);
    set(Model::CheckedColumn, u"Sun 22:14"_s, smallFont(), 0);
}

// What is left of the width goes to the columns of words, most of it to the name.
void PipelineTable::fitColumns()
{
    if (!m_fitsColumns)
        return;
    using Model = PipelineModel;
    constexpr std::array shares{std::pair{Model::NameColumn, 4}, std::pair{Model::SourceColumn, 3},
                                std::pair{Model::TargetColumn, 1},
                                std::pair{Model::RunnerColumn, 4},
                                std::pair{Model::ProjectColumn, 1}};
    int room = viewport()->width();
    for (const int least : std::as_const(m_leastWidths))
        room -= least;
    int left = 0;
    for (const auto &[column, share] : shares)
        left += share;
    m_isFitting = true;
    for (const auto &[column, share] : shares) {
        const int part = qMax(0, room) * share / left;
        setColumnWidth(column, m_leastWidths.value(column) + part);
        room -= part;
        left -= share;
    }
    m_isFitting = false;
}

void PipelineTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
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
    return currentIndex().data(PipelineModel::KeyRole).value<PipelineKey>();
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
    Q_EMIT selectionUpdated();
}

void PipelineTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row() || !previous.isValid())
        Q_EMIT currentPipelineChanged(currentPipeline());
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
