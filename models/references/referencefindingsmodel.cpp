// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencefindingsmodel.h"

#include "models/references/referencemonitor.h"
#include "models/references/silences.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString cellText(const ReferenceFindingRow &row, int column)
{
    switch (column) {
    case ReferenceFindingsModel::NameColumn: return row.name;
    case ReferenceFindingsModel::PlaceColumn: return row.place;
    case ReferenceFindingsModel::ReasonColumn: return row.finding.reason;
    case ReferenceFindingsModel::AdviceColumn: return row.finding.advice;
    case ReferenceFindingsModel::StateColumn:
        return !row.silenced       ? QString()
               : row.why.isEmpty() ? ReferenceFindingsModel::tr("Silenced")
                                   : ReferenceFindingsModel::tr("Silenced: %1").arg(row.why);
    default: return {};
    }
}

} // namespace

ReferenceFindingsModel::ReferenceFindingsModel(const ReferenceMonitor *monitor, QObject *parent)
    : RecordTable(parent)
    , m_monitor(monitor)
{
    connect(monitor, &ReferenceMonitor::changed, this, &ReferenceFindingsModel::follow);
}

void ReferenceFindingsModel::setReference(const SecretReference &reference)
{
    if (m_reference == reference)
        return;
    m_reference = reference;
    follow();
}

ReferenceFindingRow ReferenceFindingsModel::rowOf(const ReferenceFinding &finding,
                                                  bool silenced) const
{
    const PipelineReferences *pipeline = m_monitor->index().pipeline(finding.pipeline);
    ReferenceFindingRow row;
    row.id = (QStringList{finding.pipeline.account, finding.pipeline.project,
                          finding.pipeline.pipeline, idOf(finding.rule)} +
              finding.path.keys())
                 .join(u'\n');
    row.finding = finding;
    row.name = pipeline->name;
    row.place = pipeline->place();
    row.silenced = silenced;
    if (silenced)
        row.why = m_monitor->silences()->reason(finding.pipeline, finding.rule);
    return row;
}

void ReferenceFindingsModel::follow()
{
    QList<ReferenceFindingRow> rows;
    const QList<ReferenceFinding> findings = m_monitor->findings(m_reference);
    for (const ReferenceFinding &finding : findings)
        rows.append(rowOf(finding, false));
    const QList<ReferenceFinding> silenced = m_monitor->silenced(m_reference);
    for (const ReferenceFinding &finding : silenced)
        rows.append(rowOf(finding, true));
    std::sort(rows.begin(), rows.end(),
              [](const ReferenceFindingRow &left, const ReferenceFindingRow &right) {
                  return left.id < right.id;
              });
    setRecords(rows);
}

int ReferenceFindingsModel::count() const
{
    int shown = 0;
    for (int row = 0; row < rowCount(); ++row)
        shown += record(row).silenced ? 0 : 1;
    return shown;
}

int ReferenceFindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ReferenceFindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ReferenceFindingRow &row = record(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return cellText(row, index.column());
    case KeyRole: return QVariant::fromValue(row.finding.pipeline);
    case RuleRole: return int(row.finding.rule);
    case SilencedRole: return row.silenced;
    default: return {};
    }
}

QVariant ReferenceFindingsModel::headerData(int section, Qt::Orientation orientation,
                                            int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Pipeline");
    case PlaceColumn: return tr("Project");
    case ReasonColumn: return tr("Finding");
    case AdviceColumn: return tr("What to do");
    case StateColumn: return tr("State");
    default: return {};
    }
}

} // namespace Sluice
