// SPDX-License-Identifier: Apache-2.0
#include "models/references/repoint/repointmodel.h"

#include "models/fleet/fleet.h"
#include "models/form/serverwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

void RepointModel::setTarget(const SecretReference &to)
{
    m_repointing.to = to;
    m_hasTarget = m_repointing.obstacle().isEmpty();
    update(0, int(m_rows.size()) - 1);
    Q_EMIT tickedChanged();
}

void RepointModel::tickAll(bool ticked)
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        Row now = m_rows.at(row);
        now.isTicked = ticked;
        put(row, now);
    }
    Q_EMIT tickedChanged();
}

int RepointModel::tickedCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), &RepointModel::isTicked));
}

void RepointModel::beginReview()
{
    m_isChoosing = false;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        Row now = m_rows.at(row);
        now.base = m_fleet->pipelines()->definition(now.key);
        now.isChosen = isTicked(now) && !usesToChange(now.base, m_repointing).isEmpty();
        now.step = RepointRun::Step::None;
        now.result.clear();
        put(row, now);
    }
}

void RepointModel::endReview()
{
    m_isChoosing = true;
    m_reading = -1;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        Row now = m_rows.at(row);
        now.isChosen = false;
        put(row, now);
    }
    sync();
}

QList<RepointRun::Item> RepointModel::left() const
{
    QList<RepointRun::Item> items;
    for (const Row &row : m_rows) {
        if (row.isChosen && row.step == RepointRun::Step::None)
            items.append({row.key, row.base});
    }
    return items;
}

int RepointModel::count(RepointRun::Step step) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [step](const Row &row) { return row.isChosen && row.step == step; }));
}

int RepointModel::movedCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), &RepointModel::isMoved));
}

int RepointModel::movedWhileRunning() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [](const Row &row) { return isMoved(row) && isRunning(row); }));
}

QList<Change> RepointModel::changes(int row) const
{
    const QJsonObject &base = m_rows.at(row).base;
    return semanticDiff(base, repointed(base, m_repointing));
}

void RepointModel::setStep(const QList<PipelineKey> &keys, RepointRun::Step step,
                           const QString &text)
{
    int first = int(m_rows.size());
    int last = -1;
    for (const PipelineKey &key : keys) {
        const int row = rowOf(key);
        if (row < 0)
            continue;
        m_rows[row].step = step;
        m_rows[row].result = text;
        first = qMin(first, row);
        last = qMax(last, row);
    }
    if (last >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
}

int RepointModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RepointModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

bool RepointModel::isRunning(const Row &row)
{
    return row.badge == Badge::Streaming || row.badge == Badge::Snapshotting ||
           row.badge == Badge::Starting || row.badge == Badge::StartRequested;
}

QString RepointModel::note(const Row &row) const
{
    if (row.uses == 0)
        return tr("Nothing to change");
    if (m_isChoosing && !isTicked(row))
        return tr("Not selected");
    const QString fields = row.uses == 1 ? tr("1 field") : tr("%L1 fields").arg(row.uses);
    return isRunning(row) ? tr("%1, may need a restart").arg(fields) : fields;
}

QString RepointModel::text(const Row &row, int column) const
{
    switch (column) {
    case PipelineColumn: return row.name;
    case PlaceColumn: return row.place;
    case NoteColumn: return note(row);
    case ResultColumn: break;
    default: return {};
    }
    if (!row.result.isEmpty())
        return ServerWords::clipped(row.result).simplified();
    switch (row.step) {
    case RepointRun::Step::Waiting: return tr("Waiting");
    case RepointRun::Step::Reading: return tr("Reading…");
    case RepointRun::Step::Saving: return tr("Saving…");
    case RepointRun::Step::None:
    case RepointRun::Step::Done:
    case RepointRun::Step::Failed:
    case RepointRun::Step::Unknown:
    case RepointRun::Step::NotStarted: break;
    }
    return {};
}

QVariant RepointModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole:
        return index.column() == ResultColumn ? ServerWords::clipped(row.result)
                                              : text(row, index.column());
    case Qt::CheckStateRole:
        if (index.column() != PipelineColumn || !canTick(row))
            return {};
        return int(row.isTicked ? Qt::Checked : Qt::Unchecked);
    case KeyRole: return QVariant::fromValue(row.key);
    case BadgeRole: return int(row.badge);
    case RawStatusRole: return row.rawStatus;
    case OutdatedRole: return row.isOutdated;
    case CautionRole: return isRunning(row) && (isTicked(row) || !m_isChoosing);
    case StepRole: return int(row.step);
    case ResultRole: return row.result;
    case ReviewRole: return row.isChosen && row.step != RepointRun::Step::Done;
    case ChosenRole: return row.isChosen;
    default: return {};
    }
}

QVariant RepointModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case PipelineColumn: return tr("Pipeline");
    case PlaceColumn: return tr("Where");
    case StatusColumn: return tr("Status");
    case NoteColumn: return tr("Note");
    case ResultColumn: return tr("Result");
    default: return {};
    }
}

QString RepointModel::report() const
{
    QString lines;
    for (const Row &row : m_rows) {
        if (row.isChosen)
            lines += QStringList{row.name, row.place, text(row, ResultColumn)}.join(u'\t') + u'\n';
    }
    return lines;
}

bool RepointModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != PipelineColumn ||
        !checkIndex(index, CheckIndexOption::IndexIsValid) || !canTick(m_rows.at(index.row())))
        return false;
    Row now = m_rows.at(index.row());
    now.isTicked = value.toInt() == int(Qt::Checked);
    put(index.row(), now);
    Q_EMIT tickedChanged();
    return true;
}

Qt::ItemFlags RepointModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags plain = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    const bool isBox = index.column() == PipelineColumn && canTick(m_rows.at(index.row()));
    return isBox ? plain | Qt::ItemIsUserCheckable : plain;
}

} // namespace Sluice
