// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/pipelinetable.h"

#include "models/definition/pipelinefacts.h"
#include "models/fleet/table/pipelinefilter.h"
#include "models/fleet/table/pipelinemodel.h"
#include "models/fleet/table/selectionkeeper.h"
#include "models/store/timelines.h"
#include "ui/dashboard/columnmenus.h"
#include "ui/dashboard/namedelegate.h"
#include "ui/dashboard/numberdelegate.h"
#include "ui/dashboard/pipelinecolumns.h"
#include "ui/dashboard/sourcedelegate.h"
#include "ui/dashboard/tableplace.h"
#include "ui/dashboard/targetdelegate.h"
#include "ui/dashboard/textdelegate.h"
#include "ui/dashboard/timelinedelegate.h"
#include "ui/theme/fonts.h"
#include "ui/theme/selectedrow.h"
#include "ui/widgets/agedelegate.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/rowsview.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int lookTime = 200; // ms
constexpr int fewSelected = 100;

PipelineKey keyOf(const QModelIndex &index)
{
    return index.data(PipelineModel::KeyRole).value<PipelineKey>();
}

} // namespace

PipelineTable::PipelineTable(PipelineFilter *filter, QSettings *settings, Timelines *timelines,
                             QWidget *parent)
    : QTableView(parent)
    , m_filter(filter)
    , m_timelines(timelines)
    , m_keeper(new SelectionKeeper(filter, this)) // before the selection model hears of the rows
{
    setObjectName(u"pipelineTable"_s);
    setAccessibleName(tr("Pipelines"));
    watchRows();
    setModel(filter);
    m_keeper->setSelectionModel(selectionModel());
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // no column moves when it is needed
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setFrameShape(QFrame::NoFrame);
    setUpDelegates();
    setUpHeaders(settings);
    if (timelines)
        setUpTimelines();

    viewport()->setMouseTracking(true);
    m_hold.setSingleShot(true);
    m_hold.setInterval(0);
    connect(&m_hold, &QTimer::timeout, this, &PipelineTable::updateHold);
    m_look.setSingleShot(true);
    m_look.setInterval(lookTime);
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (std::exchange(m_toldInView, inView()) != m_toldInView)
            Q_EMIT inViewChanged();
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PipelineTable::lookSoon);
    m_place = std::make_unique<TablePlace>(this, m_keeper, settings);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_place.get(), &TablePlace::keepSoon);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, m_place.get(),
            &TablePlace::usersTurn);
    connect(this, &PipelineTable::selectionUpdated, m_place.get(), &TablePlace::keepSoon);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, &PipelineTable::repaintTimes);
    connect(this, &QTableView::doubleClicked, this, &PipelineTable::openRequested);
}

PipelineTable::~PipelineTable() = default;

void PipelineTable::setUpDelegates()
{
    using Model = PipelineModel;
    setItemDelegateForColumn(
        Model::StatusColumn,
        new BadgeDelegate(Model::BadgeRole, Model::RawStatusRole, Model::OutdatedRole, this));
    setItemDelegateForColumn(
        Model::NameColumn,
        new NameDelegate({{PipelineFilter::EditedRole, "pencil", &Tokens::focus},
                          {PipelineFilter::PinnedRole, "pin", &Tokens::textSecondary},
                          {PipelineFilter::TaggedRole, "tag", &Tokens::textSecondary},
                          {PipelineFilter::FindingsRole, "key-round", &Tokens::warning}},
                         PipelineFilter::WordsRole, this));
    auto *source = new SourceDelegate(Model::SourceTypeRole, Model::SourceHostRole,
                                      Model::SourceDatabaseRole, &sourceMark, this);
    source->setWordsRole(PipelineFilter::WordsRole);
    setItemDelegateForColumn(Model::SourceColumn, source);
    auto *target =
        new TargetDelegate(Model::TargetTypeRole, Model::TargetPlaceRole, &targetMark, this);
    target->setWordsRole(PipelineFilter::WordsRole);
    setItemDelegateForColumn(Model::TargetColumn, target);
    for (const int column : {Model::RunnerColumn, Model::ProjectColumn, Model::LogColumn})
        setItemDelegateForColumn(column, new TextDelegate(PipelineFilter::WordsRole, this));
    setItemDelegateForColumn(Model::TablesColumn, new NumberDelegate(this));
    const auto showTime = [this](int column, AgeDelegate *delegate) {
        setItemDelegateForColumn(column, delegate);
        m_times.insert(column, delegate);
    };
    showTime(Model::SinceColumn,
             new AgeDelegate(AgeDelegate::Form::Duration,
                             {Model::SinceRole, -1, Model::SinceExactRole, Model::KnownUntilRole},
                             this));
    showTime(Model::CheckedColumn,
             new AgeDelegate(AgeDelegate::Form::Ago,
                             {Model::CheckedRole, Model::OutdatedRole, -1, -1}, this));
}

void PipelineTable::setUpTimelines()
{
    setItemDelegateForColumn(PipelineModel::TimelineColumn,
                             new TimelineDelegate(m_timelines, PipelineModel::KeyRole, this));
    connect(m_timelines, &Timelines::changed, this, [this](const QSet<PipelineKey> &keys) {
        if (!isVisible())
            return;
        const int x = columnViewportPosition(PipelineModel::TimelineColumn);
        const int width = columnWidth(PipelineModel::TimelineColumn);
        const RowSpan shown = rowsOnScreen(this);
        for (int row = shown.first; row <= shown.last; ++row) {
            if (keys.isEmpty() || keys.contains(m_filter->pipeline(row).key))
                viewport()->update(x, rowViewportPosition(row), width, rowHeight(row));
        }
    });
    connect(this, &PipelineTable::inViewChanged, m_timelines,
            [this] { m_timelines->setInView(inView()); });
    connect(m_menus, &ColumnMenus::columnMenuOpens, this, [this](int column, QMenu *menu) {
        if (column != PipelineModel::TimelineColumn)
            return;
        const QList<std::chrono::hours> periods = Timelines::periods();
        for (const std::chrono::hours period : periods) {
            QAction *action =
                menu->addAction(tr("Last %1").arg(Timelines::periodText(period)), m_timelines,
                                [this, period] { m_timelines->setPeriod(period); });
            action->setCheckable(true);
            action->setChecked(period == m_timelines->period());
        }
    });
}

// The order stays as it was when the user clicks a title that means none.
void PipelineTable::keepSortable()
{
    const int column = horizontalHeader()->sortIndicatorSection();
    if (PipelineModel::isSortable(column)) {
        m_sortColumn = column;
        m_sortOrder = horizontalHeader()->sortIndicatorOrder();
    } else {
        sortByColumn(m_sortColumn, m_sortOrder);
    }
}

// Connected before the view itself hears of the rows.
void PipelineTable::watchRows()
{
    connect(m_filter, &PipelineFilter::layoutAboutToBeChanged, this, &PipelineTable::rememberShown);
    connect(m_filter, &PipelineFilter::rowsInserted, this, &PipelineTable::rowsCameOrWent);
    connect(m_filter, &PipelineFilter::rowsRemoved, this, &PipelineTable::rowsCameOrWent);
    connect(m_filter, &PipelineFilter::modelReset, this, &PipelineTable::rowsCameOrWent);
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
    // Without timelines there is room for the project.
    const QSet<int> hidden{m_timelines ? PipelineModel::ProjectColumn
                                       : PipelineModel::TimelineColumn,
                           PipelineModel::LogColumn};
    m_columns = std::make_unique<PipelineColumns>(this, settings, hidden);
    QSet<int> fixed{PipelineModel::NameColumn};
    if (!m_timelines)
        fixed.insert(PipelineModel::TimelineColumn);
    m_menus = new ColumnMenus(this, fixed, &PipelineModel::isSortable, this);
    connect(m_menus, &ColumnMenus::shownChanged, m_columns.get(), &PipelineColumns::refit);
    connect(m_menus, &ColumnMenus::resetRequested, m_columns.get(), &PipelineColumns::reset);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &PipelineTable::keepSortable);
    keepSortable(); // the order of the last run
    connect(header, &QHeaderView::sortIndicatorChanged, this, &PipelineTable::orderChanged);
}

// After rows have moved, a selection may hold a range for each column. Those of the first column
// count.
template <typename Visit>
void PipelineTable::visitSelected(Visit visit) const
{
    const QItemSelection selected = selectionModel()->selection();
    for (const QItemSelectionRange &range : selected) {
        if (range.left() > 0)
            continue;
        for (int row = range.top(); row <= range.bottom(); ++row)
            visit(row);
    }
}

Selection PipelineTable::selection() const
{
    QList<int> rows;
    visitSelected([&rows](int row) { rows.append(row); });
    std::sort(rows.begin(), rows.end());
    Selection result;
    result.reserve(rows.size());
    for (const int row : std::as_const(rows))
        result.append(selectedPipeline(m_filter->pipeline(row)));
    return result;
}

SelectionCounts PipelineTable::selectionCounts() const
{
    SelectionCounts counts;
    visitSelected([this, &counts](int row) { counts.add(m_filter->pipeline(row)); });
    return counts;
}

QSet<PipelineKey> PipelineTable::inView() const
{
    QSet<PipelineKey> keys;
    if (!isVisible())
        return keys;
    const RowSpan shown = rowsOnScreen(this);
    for (int row = shown.first; row <= shown.last; ++row)
        keys.insert(m_filter->pipeline(row).key);
    QList<int> selected;
    visitSelected([&selected](int row) { selected.append(row); });
    if (selected.size() <= fewSelected) {
        for (const int row : std::as_const(selected))
            keys.insert(m_filter->pipeline(row).key);
    }
    return keys;
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

QModelIndex PipelineTable::indexOf(const PipelineKey &key) const
{
    const auto *source = qobject_cast<const PipelineModel *>(m_filter->sourceModel());
    const int row = source ? source->rowOf(key) : -1;
    return row < 0 ? QModelIndex() : m_filter->mapFromSource(source->index(row, 0));
}

bool PipelineTable::select(const PipelineKey &key)
{
    m_place->usersTurn();
    const QModelIndex index = indexOf(key);
    if (!index.isValid())
        return false;
    setCurrentIndex(index);
    scrollTo(index);
    return true;
}

bool PipelineTable::goToFirst()
{
    const QModelIndex first = m_filter->index(0, PipelineModel::NameColumn);
    if (!first.isValid())
        return false;
    setCurrentIndex(first);
    scrollTo(first);
    setFocus(Qt::OtherFocusReason);
    return true;
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

// Typed letters search the names, whichever cell is current.
void PipelineTable::keyboardSearch(const QString &search)
{
    const int row = qMax(0, currentIndex().row());
    selectionModel()->setCurrentIndex(m_filter->index(row, PipelineModel::NameColumn),
                                      QItemSelectionModel::NoUpdate);
    QTableView::keyboardSearch(search);
}

void PipelineTable::keyPressEvent(QKeyEvent *event)
{
    m_place->usersTurn();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->modifiers().testFlag(Qt::ControlModifier) && currentIndex().isValid())
        Q_EMIT openRequested();
    else if (event->matches(QKeySequence::Copy) && currentIndex().isValid())
        copyToClipboard(currentIndex().data().toString(), this); // Qt would copy it without a sign
    else
        QTableView::keyPressEvent(event);
}

void PipelineTable::showEvent(QShowEvent *event)
{
    QTableView::showEvent(event);
    m_clock.start();
    m_hold.start();
    m_place->rowsCame();
    lookSoon();
}

void PipelineTable::hideEvent(QHideEvent *event)
{
    QTableView::hideEvent(event);
    m_clock.stop();
    m_isUnderMouse = false;
    m_place->keep();
    m_hold.start();
    lookSoon();
}

// Keeps the current row on screen when the details open below and the table becomes lower.
void PipelineTable::resizeEvent(QResizeEvent *event)
{
    const QRect current = visualRect(currentIndex());
    const bool isShown =
        current.isValid() && current.top() >= 0 && current.bottom() < event->oldSize().height();
    QTableView::resizeEvent(event);
    if (const int below = current.bottom() + 1 - viewport()->height(); isShown && below > 0)
        verticalScrollBar()->setValue(verticalScrollBar()->value() + below);
    lookSoon();
}

// Rows do not move under a mouse, nor while some are selected: the user would take one for another.
// The user can sort again at any time.
void PipelineTable::updateHold()
{
    const bool isChosen = selectionModel()->hasSelection() && !m_keeper->isRecalled();
    m_filter->holdOrder(isVisible() && (m_isUnderMouse || isChosen));
}

bool PipelineTable::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        if (event->type() != QEvent::MouseMove)
            m_place->usersTurn();
        m_isUnderMouse = true;
        m_filter->holdOrder(true);
        break;
    case QEvent::Leave:
        m_isUnderMouse = false;
        m_hold.start();
        break;
    default: break;
    }
    return QTableView::viewportEvent(event);
}

void PipelineTable::mousePressEvent(QMouseEvent *event)
{
    const QScopedValueRollback underClick(m_isUnderClick, true);
    QTableView::mousePressEvent(event);
}

void PipelineTable::mouseReleaseEvent(QMouseEvent *event)
{
    const QScopedValueRollback underClick(m_isUnderClick, true);
    QTableView::mouseReleaseEvent(event);
}

void PipelineTable::lookSoon()
{
    if (!m_look.isActive())
        m_look.start();
}

// Qt repaints everything when more than one cell changes.
void PipelineTable::dataChanged(const QModelIndex &first, const QModelIndex &last,
                                const QList<int> &roles)
{
    if (isVisible())
        viewport()->update(cellsOnScreen(this, first, last));
    if (QAccessible::isActive()) {
        QAccessibleTableModelChangeEvent change(this,
                                                QAccessibleTableModelChangeEvent::DataChanged);
        change.setFirstRow(first.row());
        change.setFirstColumn(first.column());
        change.setLastRow(last.row());
        change.setLastColumn(last.column());
        QAccessible::updateAccessibility(&change);
    }
    if (!roles.isEmpty() && !roles.contains(PipelineModel::BadgeRole))
        return;
    const QItemSelection selected = selectionModel()->selection();
    const bool isOfSelected = std::any_of(
        selected.cbegin(), selected.cend(), [&first, &last](const QItemSelectionRange &range) {
            return range.top() <= last.row() && range.bottom() >= first.row();
        });
    if (isOfSelected)
        Q_EMIT selectionDataChanged();
}

void PipelineTable::rememberShown()
{
    QToolTip::hideText(); // it may be about a row that moves away
    lookSoon();
    if (m_shown)
        return; // the order may change several times before the layout
    const RowSpan span = rowsOnScreen(this);
    Shown shown{span.first, {}};
    for (int row = span.first; row <= span.last; ++row)
        shown.keys.append(m_filter->pipeline(row).key);
    m_shown = shown;
}

void PipelineTable::rowsCameOrWent()
{
    QToolTip::hideText();
    lookSoon();
    m_hasOtherRows = true;
}

// Qt repaints everything for a new order, although most rows on screen often stay where they are.
void PipelineTable::doItemsLayout()
{
    const std::optional<Shown> former = std::exchange(m_shown, std::nullopt);
    const RowSpan span = rowsOnScreen(this);
    const bool hasOtherRows = std::exchange(m_hasOtherRows, false);
    const bool isSameSpan = former && !hasOtherRows && former->first == span.first &&
                            former->keys.size() == span.last - span.first + 1;
    if (!isSameSpan) {
        QTableView::doItemsLayout();
        if (hasOtherRows && m_place)
            m_place->rowsCame();
        return;
    }
    for (int row = span.first; row <= span.last; ++row) {
        if (m_filter->pipeline(row).key != former->keys.at(row - span.first))
            viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    }
}

// The cells whose time reads differently than a second ago.
void PipelineTable::repaintTimes()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime before = std::exchange(m_timesPainted, now);
    const bool isOtherMinute = !before.isValid() || before.time().minute() != now.time().minute();
    if (isOtherMinute && !isColumnHidden(PipelineModel::LogColumn))
        viewport()->update(columnViewportPosition(PipelineModel::LogColumn), 0,
                           columnWidth(PipelineModel::LogColumn), viewport()->height());
    const RowSpan shown = rowsOnScreen(this);
    QRegion changed;
    for (auto it = m_times.cbegin(); it != m_times.cend(); ++it) {
        for (int row = shown.first; row <= shown.last; ++row) {
            const QModelIndex index = m_filter->index(row, it.key());
            if (!before.isValid() ||
                it.value()->text(index, before) != it.value()->text(index, now))
                changed += visualRect(index);
        }
    }
    viewport()->update(changed);
}

void PipelineTable::selectionChanged(const QItemSelection &selected,
                                     const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    m_keeper->selectionChanged();
    m_hold.start();
    lookSoon();
    Q_EMIT selectionUpdated();
}

void PipelineTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    repaintRows(this, current, previous);
    if (current.row() != previous.row() || !previous.isValid())
        Q_EMIT currentPipelineChanged(currentPipeline());
}

} // namespace Sluice
