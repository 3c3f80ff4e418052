// SPDX-License-Identifier: Apache-2.0
#include "models/secrets/secretsmodel.h"

#include "models/secrets/secretwatch.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

SecretsModel::SecretsModel(const SecretWatch *watch, QObject *parent)
    : QAbstractTableModel(parent)
    , m_watch(watch)
{
    const QList<SecretReference> all = watch->index().references();
    follow({all.begin(), all.end()});
    connect(watch, &SecretWatch::changed, this, &SecretsModel::follow);
}

void SecretsModel::follow(const QSet<SecretReference> &touched)
{
    QList<SecretReference> come;
    for (const SecretReference &reference : touched) {
        const bool isUsed = m_watch->index().contains(reference);
        const int row = rowOf(reference);
        if (isUsed && row < 0)
            come.append(reference);
        else if (!isUsed && row >= 0)
            removeRow(row);
    }
    if (!come.isEmpty()) {
        std::sort(come.begin(), come.end());
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + come.size()) - 1);
        for (const SecretReference &reference : std::as_const(come)) {
            m_rowOf.insert(reference, int(m_rows.size()));
            m_rows.append(reference);
        }
        endInsertRows();
    }
    if (!m_rows.isEmpty()) // the findings of any reference may be others now
        Q_EMIT dataChanged(index(0, UsersColumn), index(int(m_rows.size()) - 1, SeenColumn));
}

void SecretsModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rowOf.remove(m_rows.takeAt(row));
    for (int after = row; after < int(m_rows.size()); ++after)
        m_rowOf[m_rows.at(after)] = after;
    endRemoveRows();
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

QString SecretsModel::searchText(const SecretReference &reference) const
{
    QStringList words{reference.providerName(), reference.text()};
    const QList<SecretUser> users = m_watch->index().users(reference);
    for (const SecretUser &user : users)
        words.append(m_watch->index().pipeline(user.pipeline)->name);
    return words.join(u'\n').toLower();
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
