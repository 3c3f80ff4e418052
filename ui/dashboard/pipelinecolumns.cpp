// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/pipelinecolumns.h"

#include "models/fleet/table/pipelinefilter.h"
#include "models/fleet/table/pipelinemodel.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/monogram.h"

#include <QEvent>
#include <QHeaderView>
#include <QSettings>
#include <QTableView>
#include <QtMath>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto fitKey = "dashboard/columnsFit"_L1;
constexpr int cellPadding = 2 * Size::Gap;

// The columns that grow, by rank: a name is whole before the timeline has its usual width. What is
// left when each has room for its texts goes to them by shares.
constexpr std::array shares{
    std::pair{PipelineModel::NameColumn, 4},    std::pair{PipelineModel::TimelineColumn, 3},
    std::pair{PipelineModel::RunnerColumn, 4},  std::pair{PipelineModel::SourceColumn, 3},
    std::pair{PipelineModel::ProjectColumn, 1}, std::pair{PipelineModel::TargetColumn, 1},
};

constexpr int leastTimeline = 56;
constexpr int usualTimeline = 80;
constexpr int measuredRows = 300;
constexpr int measurePause = 100; // ms
constexpr int widestText = 300;
constexpr double mostGiven = 0.25; // of the least width of a column, for names

} // namespace

PipelineColumns::PipelineColumns(QTableView *table, QSettings *settings, const QSet<int> &hidden)
    : m_table(table)
    , m_settings(settings)
    , m_key(hidden.contains(PipelineModel::TimelineColumn) ? u"dashboard/columnsOfNow"_s
                                                           : u"dashboard/columns"_s)
    , m_hidden(hidden)
{
    setLeastWidths();
    watchTexts();
    QHeaderView *header = table->horizontalHeader();
    if (!header->restoreState(settings->value(m_key).toByteArray()))
        showUsual();
    m_fits = settings->value(fitKey, true).toBool();
    header->setStretchLastSection(false); // a former state may say otherwise
    connect(header, &QHeaderView::sectionResized, this, [this](int, int before, int now) {
        // To show or hide a column resizes it, too.
        if (!m_isFitting && before > 0 && now > 0)
            m_fits = false;
    });
    table->viewport()->installEventFilter(this);
}

PipelineColumns::~PipelineColumns()
{
    m_settings->setValue(m_key, state());
    m_settings->setValue(fitKey, m_fits);
}

QByteArray PipelineColumns::state() const
{
    return m_table->horizontalHeader()->saveState();
}

void PipelineColumns::take(const QByteArray &state, bool fits)
{
    m_isFitting = true;
    m_table->horizontalHeader()->restoreState(state); // refuses what it cannot read
    m_isFitting = false;
    m_fits = fits;
    refit();
}

void PipelineColumns::setLeastWidths()
{
    constexpr int monogram = monogramSize.width() + Size::IconText;
    const QFont body = m_table->font();
    BadgeLook widest;
    widest.badge = Badge::Snapshotting; // the longest of those that are seen every day
    setLeastWidth(PipelineModel::StatusColumn, body, {}, badgeSize(widest).width());
    setLeastWidth(PipelineModel::NameColumn, body, u"my-streaming-pipeline"_s);
    setLeastWidth(PipelineModel::SourceColumn, smallFont(), u"sqlse…/my_db"_s, monogram);
    setLeastWidth(PipelineModel::TargetColumn, smallFont(), u"SALES_DB"_s,
                  2 * (Size::Icon + Size::IconText));
    setLeastWidth(PipelineModel::RunnerColumn, body, u"runner-eu-10"_s);
    setLeastWidth(PipelineModel::ProjectColumn, body, u"Sales-analytics"_s);
    setLeastWidth(PipelineModel::TablesColumn, body, u"1,000"_s);
    setLeastWidth(PipelineModel::TimelineColumn, smallFont(), {}, leastTimeline);
    setLeastWidth(PipelineModel::SinceColumn, smallFont(), u"> 23 h 59 min"_s);
    setLeastWidth(PipelineModel::CheckedColumn, smallFont(), u"Sun 22:14"_s);
    setLeastWidth(PipelineModel::LogColumn, body, u"at least 23 h 59 min"_s);
}

void PipelineColumns::setLeastWidth(int column, const QFont &font, const QString &sample, int extra)
{
    const int mark = column == PipelineModel::TimelineColumn ? 0 : Size::SortMark; // is no order
    const int head = m_table->horizontalHeader()->sectionSizeHint(column) + mark;
    const int text = QFontMetrics(font).horizontalAdvance(sample) + extra + cellPadding;
    m_headWidths.insert(column, head);
    m_leastWidths.insert(column, qMax(text, head));
    m_table->setColumnWidth(column, m_leastWidths.value(column));
}

void PipelineColumns::showUsual()
{
    for (int column = 0; column < m_table->horizontalHeader()->count(); ++column)
        m_table->setColumnHidden(column, m_hidden.contains(column));
}

void PipelineColumns::refit()
{
    if (m_fits)
        fit();
}

void PipelineColumns::reset()
{
    QHeaderView *header = m_table->horizontalHeader();
    showUsual();
    for (int column = 0; column < header->count(); ++column)
        header->moveSection(header->visualIndex(column), column);
    m_isFitting = true;
    for (auto it = m_leastWidths.cbegin(); it != m_leastWidths.cend(); ++it) {
        if (!m_table->isColumnHidden(it.key()))
            m_table->setColumnWidth(it.key(), it.value());
    }
    m_isFitting = false;
    m_fits = true;
    fit();
}

void PipelineColumns::watchTexts()
{
    const QAbstractItemModel *model = m_table->model();
    m_measureTimer.setSingleShot(true);
    m_measureTimer.setInterval(measurePause);
    connect(&m_measureTimer, &QTimer::timeout, this, &PipelineColumns::measure);
    const auto soon = [this](bool hasNewTexts) {
        m_hasNewTexts = m_hasNewTexts || hasNewTexts;
        if (!m_measureTimer.isActive())
            m_measureTimer.start();
    };
    connect(model, &QAbstractItemModel::rowsInserted, this, [soon] { soon(true); });
    connect(model, &QAbstractItemModel::modelReset, this, [soon] { soon(true); });
    connect(model, &QAbstractItemModel::dataChanged, this,
            [soon](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                // A mark beside a name needs room, too.
                const bool isNew = roles.isEmpty() ||
                                   roles.contains(PipelineFilter::FindingsRole) ||
                                   roles.contains(PipelineFilter::EditedRole);
                if (isNew || roles.contains(PipelineModel::BadgeRole))
                    soon(isNew);
            });
}

// The first rows stand for all: problems, which have the longest badges, are among them. Badges
// change all the time while pipelines are watched; the other texts then stay, and are not measured.
void PipelineColumns::measure()
{
    const QAbstractItemModel *model = m_table->model();
    const int rows = qMin(model->rowCount(), measuredRows);
    const QHash<int, int> former = m_textWidths;
    const int formerName = m_nameWidth;
    const auto grow = [&](int column) {
        int &width = m_textWidths[column];
        for (int row = 0; row < rows && width < widestText; ++row) {
            const int text = m_table->sizeHintForIndex(model->index(row, column)).width();
            width = qMax(width, qMin(text, widestText));
        }
    };
    grow(PipelineModel::StatusColumn);
    m_textWidths[PipelineModel::TimelineColumn] = usualTimeline + cellPadding;
    if (std::exchange(m_hasNewTexts, false)) {
        for (const auto &[column, share] : shares) {
            if (column != PipelineModel::TimelineColumn)
                grow(column);
        }
        measureNames(rows);
    }
    if (m_textWidths != former || m_nameWidth != formerName)
        refit();
}

// One very long name would take the room that all the others leave empty.
void PipelineColumns::measureNames(int rows)
{
    const QAbstractItemModel *model = m_table->model();
    QList<int> widths;
    widths.reserve(rows);
    for (int row = 0; row < rows; ++row) {
        const QModelIndex name = model->index(row, PipelineModel::NameColumn);
        widths += m_table->sizeHintForIndex(name).width();
    }
    if (widths.isEmpty())
        return;
    const auto most = widths.begin() + widths.size() * 9 / 10;
    std::nth_element(widths.begin(), most, widths.end());
    m_nameWidth = qBound(m_nameWidth, *most, widestText);
}

// The badge is never cut: it is the first thing that somebody looks for.
int PipelineColumns::widthOf(int column) const
{
    const int least = m_leastWidths.value(column);
    return column == PipelineModel::StatusColumn ? qMax(least, m_textWidths.value(column)) : least;
}

// In a narrow window texts that are cut in their middle anyway give way to the names, by a part
// that leaves them readable.
void PipelineColumns::giveToNames(QHash<int, int> &widths) const
{
    constexpr std::array givers{PipelineModel::SourceColumn, PipelineModel::TargetColumn,
                                PipelineModel::RunnerColumn};
    if (!widths.contains(PipelineModel::NameColumn))
        return;
    int &names = widths[PipelineModel::NameColumn];
    for (const int column : givers) {
        const int lacking = m_nameWidth - names;
        const int kept =
            qMax(m_headWidths.value(column), qCeil((1 - mostGiven) * m_leastWidths.value(column)));
        const int spare = widths.value(column) - kept;
        if (!widths.contains(column) || lacking <= 0 || spare <= 0)
            continue;
        const int part = qMin(lacking, spare);
        widths[column] -= part;
        names += part;
    }
}

void PipelineColumns::fit()
{
    QHash<int, int> widths;
    int room = m_table->viewport()->width();
    for (auto it = m_leastWidths.cbegin(); it != m_leastWidths.cend(); ++it) {
        if (m_table->isColumnHidden(it.key()))
            continue;
        widths.insert(it.key(), widthOf(it.key()));
        room -= widths.value(it.key());
    }
    room = qMax(0, room);
    int left = 0;
    for (const auto &[column, share] : shares) {
        if (!widths.contains(column))
            continue;
        const int wanted = qMax(0, m_textWidths.value(column) - widths.value(column));
        const int part = qMin(wanted, room);
        widths[column] += part;
        room -= part;
        left += share;
    }
    giveToNames(widths);
    for (const auto &[column, share] : shares) {
        if (!widths.contains(column))
            continue;
        const int part = room * share / left;
        widths[column] += part;
        room -= part;
        left -= share;
    }
    m_isFitting = true;
    for (auto it = widths.cbegin(); it != widths.cend(); ++it)
        m_table->setColumnWidth(it.key(), it.value());
    m_isFitting = false;
}

bool PipelineColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_fits)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace Sluice
