// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/secret/secretreference.h"
#include "models/references/referenceroles.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QList>
#include <QSet>

namespace Sluice {

class ReferenceMonitor;
struct ReferenceFinding;

// One row for each distinct reference of all accounts. It follows the monitor. Rows come and go one
// by one, so that the selection and the scroll position stay.
class ReferencesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        ProviderColumn,
        LocationColumn,
        NameColumn,
        KeyColumn,
        UsersColumn,
        ChecksColumn,
        SeenColumn,
        ColumnCount,
    };

    enum Role {
        ReferenceRole = ReferenceRoles::Reference,
        AccountsRole = ReferenceRoles::Accounts,
        FindingCountRole = ReferenceRoles::FindingCount,
        SearchRole = ReferenceRoles::Search, // its parts and its pipelines' names
        SortRole = ReferenceRoles::Sort,
        UserCountRole = ReferenceRoles::Own, // int: uses, not pipelines
        SeenRole,                            // QDateTime, UTC; invalid: not known
    };

    explicit ReferencesModel(const ReferenceMonitor *monitor, QObject *parent = nullptr);

    const SecretReference &reference(int row) const { return m_rows.at(row); }

    int rowOf(const SecretReference &reference) const { return m_rowOf.value(reference, -1); }

    // References with findings.
    int withFindings() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void follow(const QSet<SecretReference> &touched);
    void remove(const QList<int> &rows);
    void announce(const QList<SecretReference> &changed);
    QString text(const SecretReference &reference, int column) const;
    QVariant sortKey(const SecretReference &reference, int column) const;
    QStringList accounts(const SecretReference &reference) const;
    const QString &searchText(const SecretReference &reference) const;
    static QString checkText(const QList<ReferenceFinding> &findings);
    static QString checkDetails(const QList<ReferenceFinding> &findings);

    const ReferenceMonitor *m_monitor;
    QList<SecretReference> m_rows;
    QHash<SecretReference, int> m_rowOf;
    mutable QHash<SecretReference, QString> m_search;
};

} // namespace Sluice
