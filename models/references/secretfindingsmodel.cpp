// SPDX-License-Identifier: Apache-2.0
#include "models/references/secretfindingsmodel.h"

#include "models/references/referencemonitor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString text(const SecretFindingRow &row, int column)
{
    switch (column) {
    case SecretFindingsModel::NameColumn: return row.name;
    case SecretFindingsModel::PlaceColumn: return row.place;
    case SecretFindingsModel::ReasonColumn: return row.finding.reason;
    case SecretFindingsModel::AdviceColumn: return row.finding.advice;
    case SecretFindingsModel::StateColumn:
        return row.silenced ? SecretFindingsModel::tr("Silenced") : QString();
    default: return {};
    }
}

} // namespace

SecretFindingsModel::SecretFindingsModel(const ReferenceMonitor *watch, QObject *parent)
    : RecordTable(parent)
    , m_watch(watch)
{
    connect(watch, &ReferenceMonitor::changed, this, &SecretFindingsModel::follow);
}

void SecretFindingsModel::setReference(const SecretReference &reference)
{
    if (m_reference == reference)
        return;
    m_reference = reference;
    follow();
}

SecretFindingRow SecretFindingsModel::rowOf(const SecretFinding &finding, bool silenced) const
{
    const PipelineSecrets *pipeline = m_watch->index().pipeline(finding.pipeline);
    SecretFindingRow row;
    row.id = (QStringList{finding.pipeline.account, finding.pipeline.project,
                          finding.pipeline.pipeline, idOf(finding.rule)} +
              finding.path.keys())
                 .join(u'\n');
    row.finding = finding;
    row.name = pipeline->name;
    row.place = pipeline->place();
    row.silenced = silenced;
    return row;
}

void SecretFindingsModel::follow()
{
    QList<SecretFindingRow> rows;
    const QList<SecretFinding> findings = m_watch->findings(m_reference);
    for (const SecretFinding &finding : findings)
        rows.append(rowOf(finding, false));
    const QList<SecretFinding> silenced = m_watch->silenced(m_reference);
    for (const SecretFinding &finding : silenced)
        rows.append(rowOf(finding, true));
    std::sort(rows.begin(), rows.end(),
              [](const SecretFindingRow &left, const SecretFindingRow &right) {
                  return left.id < right.id;
              });
    setRecords(rows);
}

int SecretFindingsModel::count() const
{
    int shown = 0;
    for (int row = 0; row < rowCount(); ++row)
        shown += record(row).silenced ? 0 : 1;
    return shown;
}

int SecretFindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant SecretFindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SecretFindingRow &row = record(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(row, index.column());
    case KeyRole: return QVariant::fromValue(row.finding.pipeline);
    case RuleRole: return int(row.finding.rule);
    case SilencedRole: return row.silenced;
    default: return {};
    }
}

QVariant SecretFindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
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
