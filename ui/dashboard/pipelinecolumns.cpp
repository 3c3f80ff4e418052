// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/pipelinecolumns.h"

#include "models/fleet/table/pipelinemodel.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/monogram.h"

#include <QEvent>
#include <QHeaderView>
#include <QSettings>
#include <QTableView>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto headerKey = "dashboard/header"_L1;
constexpr auto fitKey = "dashboard/columnsFit"_L1;
constexpr int cellPadding = 2 * Size::Gap;
constexpr int sortMark = 12;

using Model = PipelineModel;

// The columns of words share the rest of the width.
constexpr std::array shares{
    std::pair{Model::NameColumn, 4},    std::pair{Model::SourceColumn, 3},
    std::pair{Model::TargetColumn, 1},  std::pair{Model::RunnerColumn, 4},
    std::pair{Model::ProjectColumn, 1},
};

} // namespace

PipelineColumns::PipelineColumns(QTableView *table, QSettings *settings)
    : m_table(table)
    , m_settings(settings)
{
    setLeastWidths();
    QHeaderView *header = table->horizontalHeader();
    header->restoreState(settings->value(headerKey).toByteArray());
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
    m_settings->setValue(headerKey, m_table->horizontalHeader()->saveState());
    m_settings->setValue(fitKey, m_fits);
}

void PipelineColumns::setLeastWidths()
{
    constexpr int monogram = monogramSize.width() + Size::IconText;
    const QFont body = m_table->font();
    BadgeLook widest;
    widest.badge = Badge::StoppedUnexpectedly;
    setLeastWidth(Model::StatusColumn, body, {}, badgeSize(widest).width());
    setLeastWidth(Model::NameColumn, body, u"my-streaming-pipeline"_s);
    setLeastWidth(Model::SourceColumn, smallFont(), u"sqlse…/my_db"_s, monogram);
    setLeastWidth(Model::TargetColumn, smallFont(), u"SALES_DB"_s,
                  2 * (Size::Icon + Size::IconText));
    setLeastWidth(Model::RunnerColumn, body, u"runner-eu-10"_s);
    setLeastWidth(Model::ProjectColumn, body, u"Sales-analytics"_s);
    setLeastWidth(Model::TablesColumn, body, u"1,000"_s);
    setLeastWidth(Model::SinceColumn, smallFont(), u"> 23 h 59 min"_s);
    setLeastWidth(Model::CheckedColumn, smallFont(), u"Sun 22:14"_s);
}

void PipelineColumns::setLeastWidth(int column, const QFont &font, const QString &sample, int extra)
{
    const QString title = m_table->model()->headerData(column, Qt::Horizontal).toString();
    const int head = QFontMetrics(smallFont()).horizontalAdvance(title) + sortMark;
    const int text = QFontMetrics(font).horizontalAdvance(sample) + extra;
    m_leastWidths.insert(column, qMax(text, head) + cellPadding);
    m_table->setColumnWidth(column, m_leastWidths.value(column));
}

void PipelineColumns::refit()
{
    if (m_fits)
        fit();
}

void PipelineColumns::reset()
{
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        header->showSection(column);
        header->moveSection(header->visualIndex(column), column);
    }
    m_isFitting = true;
    for (auto it = m_leastWidths.cbegin(); it != m_leastWidths.cend(); ++it)
        m_table->setColumnWidth(it.key(), it.value());
    m_isFitting = false;
    m_fits = true;
    fit();
}

void PipelineColumns::fit()
{
    int room = m_table->viewport()->width();
    for (auto it = m_leastWidths.cbegin(); it != m_leastWidths.cend(); ++it)
        room -= m_table->isColumnHidden(it.key()) ? 0 : it.value();
    int left = 0;
    for (const auto &[column, share] : shares)
        left += m_table->isColumnHidden(column) ? 0 : share;
    m_isFitting = true;
    for (const auto &[column, share] : shares) {
        if (m_table->isColumnHidden(column))
            continue;
        const int part = qMax(0, room) * share / left;
        m_table->setColumnWidth(column, m_leastWidths.value(column) + part);
        room -= part;
        left -= share;
    }
    m_isFitting = false;
}

bool PipelineColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && m_fits)
        fit();
    return QObject::eventFilter(watched, event);
}

} // namespace Sluice
