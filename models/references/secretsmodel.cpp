// SPDX-License-Identifier: Apache-2.0
#include "models/references/secretsmodel.h"

#include "models/references/referencemonitor.h"
#include "models/support/rowdiff.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

SecretsModel::SecretsModel(const ReferenceMonitor *watch, QObject *parent)
    : QAbstractTableModel(parent)
    , m_watch(watch)
{
    const QList<SecretReference> all = watch->index().references();
    follow({all.begin(), all.end()});
    connect(watch, &ReferenceMonitor::changed, this, &SecretsModel::follow);
    connect(watch, &ReferenceMonitor::seenAnew, this, [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0, SeenColumn), index(int(m_rows.size()) - 1, SeenColumn));
    });
}

void SecretsModel::follow(const QSet<SecretReference> &touched)
{
    QList<int> gone;
    QList<SecretReference> come;
    QList<SecretReference> stay;
    for (const SecretReference &reference : touched) {
        m_search.remove(reference);
        const bool isUsed = m_watch->index().contains(reference);
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

void SecretsModel::remove(const QList<int> &rows)
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

void SecretsModel::announce(const QList<SecretReference> &changed)
{
    QList<int> rows;
    rows.reserve(changed.size());
    for (const SecretReference &reference : changed)
        rows.append(rowOf(reference));
    const QList<RowRun> runs = rowRuns(rows);
    for (const auto &[first, last] : runs)
        Q_EMIT dataChanged(index(first, UsersColumn), index(last, SeenColumn));
}

int SecretsModel::withFindings() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [this](const SecretReference &each) {
        return !m_watch->findings(each).isEmpty();
    }));
}

int SecretsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SecretsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QStringList SecretsModel::accounts(const SecretReference &reference) const
{
    QStringList ids;
    const QList<SecretUser> users = m_watch->index().users(reference);
    for (const SecretUser &user : users) {
        if (!ids.contains(user.pipeline.account))
            ids.append(user.pipeline.account);
    }
    return ids;
}

const QString &SecretsModel::searchText(const SecretReference &reference) const
{
    QString &text = m_search[reference];
    if (!text.isEmpty())
        return text;
    QStringList words{reference.providerName(), reference.text()};
    const QList<SecretUser> users = m_watch->index().users(reference);
    for (const SecretUser &user : users)
        words.append(m_watch->index().pipeline(user.pipeline)->name);
    text = words.join(u'\n').toLower();
    return text;
}

// The rules' names: the reasons are sentences, and too long for a cell.
QString SecretsModel::checkText(const QList<SecretFinding> &findings)
{
    if (findings.isEmpty())
        return tr("No findings");
    QStringList titles;
    for (const SecretFinding &finding : findings) {
        const QString name = title(finding.rule);
        if (!titles.contains(name))
            titles.append(name);
    }
    return titles.join(u", "_s);
}

QString SecretsModel::checkDetails(const QList<SecretFinding> &findings)
{
    QStringList lines;
    for (const SecretFinding &finding : findings) {
        const QString line = finding.reason + u' ' + finding.advice;
        if (!lines.contains(line))
            lines.append(line);
    }
    return lines.join(u'\n');
}

QString SecretsModel::text(const SecretReference &reference, int column) const
{
    switch (column) {
    case ProviderColumn: return reference.providerName();
    case LocationColumn: return reference.location.isEmpty() ? tr("not set") : reference.location;
    case NameColumn: return reference.name;
    case KeyColumn: return reference.key;
    case UsersColumn: return QLocale().toString(m_watch->index().users(reference).size());
    case ChecksColumn: return checkText(m_watch->findings(reference));
    case SeenColumn:
        return QLocale().toString(m_watch->lastSeen(reference).toLocalTime(), QLocale::ShortFormat);
    default: return {};
    }
}

QVariant SecretsModel::sortKey(const SecretReference &reference, int column) const
{
    switch (column) {
    case UsersColumn: return m_watch->index().users(reference).size();
    case ChecksColumn: return m_watch->findings(reference).size();
    case SeenColumn: return m_watch->lastSeen(reference);
    case LocationColumn: return reference.location.toLower();
    default: return text(reference, column).toLower();
    }
}

QVariant SecretsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const SecretReference &reference = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(reference, index.column());
    case Qt::ToolTipRole:
        return index.column() == ChecksColumn ? checkDetails(m_watch->findings(reference))
                                              : reference.text();
    case Qt::TextAlignmentRole:
        return index.column() == UsersColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                             : QVariant();
    case ReferenceRole: return QVariant::fromValue(reference);
    case UserCountRole: return int(m_watch->index().users(reference).size());
    case FindingCountRole: return int(m_watch->findings(reference).size());
    case AccountsRole: return accounts(reference);
    case SeenRole: return m_watch->lastSeen(reference);
    case SortRole: return sortKey(reference, index.column());
    case SearchRole: return searchText(reference);
    default: return {};
    }
}

QVariant SecretsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
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
