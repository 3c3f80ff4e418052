// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/inventory.h"
#include "models/pipeline/pipelinestate.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

#include <functional>

namespace Sluice {

// All pipelines of all accounts, a row each. Definitions come by project and are merged (never a
// reset); statuses come one by one and are shown together, at most every flushInterval.
class PipelineModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        StatusColumn,
        NameColumn,
        SourceColumn,
        TargetColumn,
        RunnerColumn,
        ProjectColumn,
        TablesColumn,
        SinceColumn,
        CheckedColumn,
        ColumnCount,
    };

    enum Role {
        KeyRole = Qt::UserRole, // PipelineKey
        NameRole,               // QString
        BadgeRole,              // int, Badge
        RawStatusRole,          // QString, the server's word
        OutdatedRole,           // bool: the last check failed
        ErrorRole,              // QString: why it failed
        SinceRole,              // QDateTime: first seen in this state from here; invalid before
        CheckedRole,            // QDateTime: last good answer
        SourceTypeRole,         // QString, "sqlserver"
        SourceHostRole,         // QString
        SourceDatabaseRole,     // QString
        TargetTypeRole,         // QString
        TargetPlaceRole,        // QString: database, bucket or container
        AgentIdRole,            // QString
        RunnerNameRole,         // QString, the id when no name is known
        AccountNameRole,        // QString
        ProjectNameRole,        // QString
        TableCountRole,         // int
        DefinitionRole,         // QJsonObject
        CanStartRole,           // bool
        CanStopRole,            // bool
        SortRole,               // by column; a comparable value
        SearchRole, // QString, lower case: name, host, database, tables, target, runner, project
    };

    static constexpr int flushInterval = 100; // ms

    using Now = std::function<QDateTime()>;
    explicit PipelineModel(Now now = &QDateTime::currentDateTimeUtc, QObject *parent = nullptr);

    // Merges the whole list of one project: gone rows leave, new ones come, changed ones change.
    void setPipelines(const QString &account, const QString &accountName, const Project &project,
                      const QJsonArray &definitions);
    // One definition that was created, read or saved from here.
    void putPipeline(const QString &account, const QString &accountName, const Project &project,
                     const QJsonObject &definition);
    void removePipeline(const PipelineKey &key);
    void removeProject(const QString &account, const QString &project);
    void removeAccount(const QString &account);
    void setRunnerNames(const QString &account, const QHash<QString, QString> &names);

    // A good answer of the status call, in the server's spelling.
    void setStatus(const PipelineKey &key, const QString &status);
    // The status call failed: the last status stays and is marked outdated.
    void setCheckFailed(const PipelineKey &key, const QString &reason);
    // A command left (shown as requested until a status proves it), or was refused.
    void setRequested(const PipelineKey &key, PipelineCommand command);
    void clearRequested(const PipelineKey &key);

    int rowOf(const PipelineKey &key) const; // -1: unknown
    QJsonObject definition(const PipelineKey &key) const;
    PipelineState state(const PipelineKey &key) const;
    QList<PipelineKey> keys(const QString &account) const;
    // Other pipelines of the account that name this runner (one runner runs one pipeline, product
    // docs).
    QStringList namesUsingRunner(const QString &account, const QString &agentId,
                                 const QString &exceptPipeline = {}) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Shows what has come since the last flush now.
    void flush();

Q_SIGNALS:
    // A status became known or changed, before it is flushed to the views (history listens here).
    void statusChanged(const Sluice::PipelineKey &key, Sluice::PipelineState from,
                       Sluice::PipelineState to);
    // Rows came or went (for the poller).
    void pipelinesChanged(const QString &account);

private:
    struct Row;
    // ...
};

} // namespace Sluice
