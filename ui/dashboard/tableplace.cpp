// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/tableplace.h"

#include "models/fleet/table/pipelinemodel.h"
#include "models/fleet/table/selectionkeeper.h"
#include "ui/dashboard/pipelinetable.h"

#include <QSettings>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto selectedKey = "dashboard/selected"_L1;
constexpr auto currentKey = "dashboard/current"_L1;
constexpr auto topKey = "dashboard/top"_L1;
constexpr std::chrono::seconds quiet{1};

QString textOf(const PipelineKey &key)
{
    return QStringList{key.account, key.project, key.pipeline}.join(u'/');
}

PipelineKey keyFrom(const QString &text)
{
    const QStringList parts = text.split(u'/');
    return parts.size() == 3 ? PipelineKey{parts.at(0), parts.at(1), parts.at(2)} : PipelineKey();
}

} // namespace

TablePlace::TablePlace(PipelineTable *table, SelectionKeeper *keeper, QSettings *settings)
    : m_table(table)
    , m_keeper(keeper)
    , m_settings(settings)
    , m_top(keyFrom(settings->value(topKey).toString()))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(quiet);
    connect(&m_timer, &QTimer::timeout, this, &TablePlace::keep);
    m_layoutTimer.setSingleShot(true);
    m_layoutTimer.setInterval(0);
    connect(&m_layoutTimer, &QTimer::timeout, this, &TablePlace::scrollToTop);
    QSet<PipelineKey> selected;
    const QStringList kept = settings->value(selectedKey).toStringList().mid(0, mostKept);
    for (const QString &text : kept) {
        if (const PipelineKey key = keyFrom(text); key.isValid())
            selected.insert(key);
    }
    keeper->expect(selected, keyFrom(settings->value(currentKey).toString()));
}

void TablePlace::scrollToTop()
{
    const QModelIndex top = m_top.isValid() ? m_table->indexOf(m_top) : QModelIndex();
    if (top.isValid())
        m_table->scrollTo(top, QAbstractItemView::PositionAtTop);
}

void TablePlace::usersTurn()
{
    m_top = {};
}

void TablePlace::keep()
{
    m_timer.stop();
    QStringList selected;
    const QSet<PipelineKey> waiting = m_keeper->waiting();
    for (const PipelineKey &key : waiting)
        selected.append(textOf(key));
    const Selection here = m_table->selection();
    for (const SelectedPipeline &each : here)
        selected.append(textOf(each.key));
    if (selected.size() > mostKept)
        selected.clear();
    m_settings->setValue(selectedKey, selected);
    const PipelineKey current = m_table->currentPipeline();
    m_settings->setValue(currentKey, current.isValid() ? textOf(current) : QString());
    // The place that rows are waited for is the user's, too.
    const QModelIndex first = m_table->indexAt(QPoint(0, 0));
    const PipelineKey top =
        m_top.isValid() ? m_top : first.data(PipelineModel::KeyRole).value<PipelineKey>();
    m_settings->setValue(topKey, first.row() > 0 || m_top.isValid() ? textOf(top) : QString());
}

} // namespace Sluice
