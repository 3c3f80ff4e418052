// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"
#include "models/references/referenceindex.h"
#include "models/support/recordtable.h"

#include <QHash>

namespace Sluice {

class Fleet;
class PipelineModel;
class ReferenceMonitor;

// One use of the reference, as the table shows it.
struct ReferenceUserRow {
    QString id; // of the place: pipeline and path
    ReferenceUser user;
    QString name;   // of the pipeline
    QString place;  // "PROD-EU › Test-project"
    QString field;  // "Source connection › Password"
    QString runner; // its name, or its id

    bool operator==(const ReferenceUserRow &) const = default;
};

// The uses of one reference: a row for each field of each pipeline, with the pipeline's badge. It
// follows the monitor and the fleet.
class ReferenceUsersModel final : public RecordTable<ReferenceUserRow>
{
    Q_OBJECT

public:
    enum Column {
        StatusColumn,
        NameColumn,
        PlaceColumn,
        FieldColumn,
        RunnerColumn,
        ColumnCount,
    };

    enum Role {
        KeyRole = Qt::UserRole, // PipelineKey
        PathRole,               // QStringList, the keys from the top of the definition
        BadgeRole,              // int, Badge
        RawStatusRole,          // QString, the server's word
        OutdatedRole, // bool: the last check failed, or there was none since the program started
        SortRole,     // by column; a comparable value
    };

    // Both outlive it. Empty at first.
    ReferenceUsersModel(Fleet *fleet, const ReferenceMonitor *monitor, QObject *parent = nullptr);

    void setReference(const SecretReference &reference);

    const SecretReference &reference() const { return m_reference; }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    // The state of a pipeline as its rows show it.
    struct State {
        Badge badge = Badge::NotChecked;
        QString rawStatus;
        bool outdated = false;
        bool operator==(const State &) const = default;
    };

    // The rows of one pipeline.
    struct Rows {
        int first = 0;
        int last = 0;
        State told;
    };

    void follow();
    void followStates(const QModelIndex &first, const QModelIndex &last);
    ReferenceUserRow rowOf(const ReferenceUser &user) const;
    State stateOf(const PipelineKey &key) const;
    QVariant statusData(const PipelineKey &key, int role) const;
    static QString text(const ReferenceUserRow &row, int column);

    const PipelineModel *m_pipelines;
    const ReferenceMonitor *m_monitor;
    SecretReference m_reference;
    QHash<PipelineKey, Rows> m_places;
};

} // namespace Sluice
