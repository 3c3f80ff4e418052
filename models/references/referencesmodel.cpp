// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencesmodel.h"

#include "models/references/referencemonitor.h"
#include "models/support/rowdiff.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

ReferencesModel::ReferencesModel(const ReferenceMonitor *monitor, QObject *parent)
    : QAbstractTableModel(parent)
    , m_monitor(monitor)
{
    const QList<SecretReference> all = monitor->index().references();
    follow({all.begin(), all.end()});
    connect(monitor, &ReferenceMonitor::changed, this, &ReferencesModel::follow);
    connect(monitor, &ReferenceMonitor::seenAnew, this, [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, SeenColumn), index(int(m_rows.size()) - 1, SeenColumn));
    });
}

void ReferencesModel::follow(const QSet<SecretReference> &touched)
{
    QList<int> gone;
    QList<SecretReference> come;
    QList<SecretReference> stay;
    for (const SecretReference &reference : touched) {
        m_search.remove(reference);
        const bool isUsed = m_monitor->index().contains(reference);
        const int row = rowOf(reference);
        if (isUsed)
            (row < 0 ? come : stay).append(reference);
        else if (row >= 0)
            gone.append(row);
    }
    remove(gone);
    announce(stay);
    if (come.isEmpty())
        return;
    std::sort(come.begin(), come.end());
    beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + come.size()) - 1);
    for (const SecretReference &reference : std::as_const(come)) {
        m_rowOf.insert(reference, int(m_rows.size()));
        m_rows.append(reference);
    }
    endInsertRows();
}

void ReferencesModel::remove(const QList<int> &rows)
{
    const QList<RowRun> runs = rowRuns(rows);
    for (const RowRun &run : runs) {
        beginRemoveRows({}, run.first, run.last);
        for (int row = run.first; row <= run.last; ++row)
            m_rowOf.remove(m_rows.at(row));
        m_rows.remove(run.first, run.count());
        for (int row = run.first; row < int(m_rows.size()); ++row)
            m_rowOf[m_rows.at(row)] = row;
        endRemoveRows();
    }
}

void ReferencesModel::announce(const QList<SecretReference> &changed)
{
    QList<int> rows;
    rows.reserve(changed.size());
    for (const SecretReference &reference : changed)
        rows.append(rowOf(reference));
    const QList<RowRun> runs = rowRuns(rows);
    for (const auto &[first, last] : runs)
        Q_EMIT dataChanged(index(first, UsersColumn), index(last, SeenColumn));
}

int ReferencesModel::withFindings() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [this](const SecretReference &each) {
        return m_monitor->findingCount(each) > 0;
    }));
}

int ReferencesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ReferencesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QStringList ReferencesModel::accounts(const SecretReference &reference) const
{
    QStringList ids;
    const QList<ReferenceUser> users = m_monitor->index().users(reference);
    for (const ReferenceUser &user : users) {
        if (!ids.contains(user.pipeline.account))
            ids.append(user.pipeline.account);
    }
    return ids;
}

const QString &ReferencesModel::searchText(const SecretReference &reference) const
{
    QString &text = m_search[reference];
    if (!text.isEmpty())
        return text;
    QStringList words{reference.providerName(), reference.text()};
    const QList<ReferenceUser> users = m_monitor->index().users(reference);
    for (const ReferenceUser &user : users)
        words.append(m_monitor->index().pipeline(user.pipeline)->name);
    text = words.join(u'\n').toLower();
    return text;
}

// The rules' names: the reasons are sentences, and too long for a cell.
QString ReferencesModel::checkText(const QList<ReferenceFinding> &findings)
{
    if (findings.isEmpty())
        return tr("No findings");
    QStringList titles;
    for (const ReferenceFinding &finding : findings) {
        const QString name = title(finding.rule);
        if (!titles.contains(name))
            titles.append(name);
    }
    return titles.join(u", "_s);
}

QString ReferencesModel::checkDetails(const QList<ReferenceFinding> &findings)
{
    QStringList lines;
    for (const ReferenceFinding &finding : findings) {
        const QString line = finding.reason + u' ' + finding.advice;
        if (!lines.contains(line))
            lines.append(line);
    }
    return lines.join(u'\n');
}

QString ReferencesModel::text(const SecretReference &reference, int column) const
{
    switch (column) {
    case ProviderColumn: return reference.providerName();
    case LocationColumn: return reference.location.isEmpty() ? tr("not set") : reference.location;
    case NameColumn: return reference.name;
    case KeyColumn: return reference.key;
    case UsersColumn: return QLocale().toString(m_monitor->index().users(reference).size());
    case ChecksColumn: return checkText(m_monitor->findings(reference));
    case SeenColumn:
        return QLocale().toString(m_monitor->lastSeen(reference).toLocalTime(),
                                  QLocale::ShortFormat);
    default: return {};
    }
}

QVariant ReferencesModel::sortKey(const SecretReference &reference, int column) const
{
    switch (column) {
    case UsersColumn: return m_monitor->index().users(reference).size();
    case ChecksColumn: return m_monitor->findingCount(reference);
    case SeenColumn: return m_monitor->lastSeen(reference);
    case LocationColumn: return reference.location.toLower();
    default: return text(reference, column).toLower();
    }
}

QVariant ReferencesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SecretReference &reference = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(reference, index.column());
    case Qt::ToolTipRole:
        return index.column() == ChecksColumn ? checkDetails(m_monitor->findings(reference))
                                              : reference.text();
    case Qt::TextAlignmentRole:
        return index.column() == UsersColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                             : QVariant();
    case ReferenceRole: return QVariant::fromValue(reference);
    case UserCountRole: return int(m_monitor->index().users(reference).size());
    case FindingCountRole: return int(m_monitor->findings(reference).size());
    case AccountsRole: return accounts(reference);
    case SeenRole: return m_monitor->lastSeen(reference);
    case SortRole: return sortKey(reference, index.column());
    case SearchRole: return searchText(reference);
    default: return {};
    }
}

QVariant ReferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == UsersColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case ProviderColumn: return tr("Provider");
    case LocationColumn: return tr("Location");
    case NameColumn: return tr("Secret name");
    case KeyColumn: return tr("Key");
    case UsersColumn: return tr("Used by");
    case ChecksColumn: return tr("Checks");
    case SeenColumn: return tr("Last seen");
    default: return {};
    }
}

} // namespace Sluice
