// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/pipelinestate.h"
#include "models/fleet/table/pipelinechanges.h"
#include "models/fleet/table/pipelinerows.h"

#include <QAbstractTableModel>
#include <QDateTime>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace Sluice {

// All pipelines of all accounts, one row for each. Definitions come by project and are merged; the
// model is never reset. Changes are collected and told together, at most every flushInterval: as
// one range when many rows changed, else by runs, and only for the columns that show them. Roles of
// the whole row (badge, CanStartRole, ...) are announced on StatusColumn, a new definition on all
// columns.
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
        TimelineColumn,
        SinceColumn,
        CheckedColumn,
        LogColumn,
        ColumnCount,
    };

    enum Role {
        KeyRole = Qt::UserRole, // PipelineKey
        NameRole,               // QString
        BadgeRole,              // int, Badge
        RawStatusRole,          // QString, the server's word
        OutdatedRole,           // bool: the last check failed
        ErrorRole,              // QString: why it failed
        SinceRole,              // QDateTime: first seen so from here, or commanded; invalid before
        SinceExactRole,         // bool: the change was seen; false: "at least since"
        KnownUntilRole, // QDateTime: it was so then, and nobody answered since; invalid: it is so
        CheckedRole,    // QDateTime: last good answer
        SourceTypeRole, // QString, "sqlserver"
        SourceHostRole, // QString
        SourceDatabaseRole, // QString
        TargetTypeRole,     // QString
        TargetPlaceRole,    // QString: database, bucket or container
        AgentIdRole,        // QString
        RunnerNameRole,     // QString, the id when no name is known
        AccountNameRole,    // QString
        ProjectNameRole,    // QString
        TableCountRole,     // int
        DefinitionRole,     // QJsonObject
        CanStartRole,       // bool
        CanStopRole,        // bool
        SortRole,           // by column; a comparable value
        SearchRole, // QString, lower case: name, host, database, tables, target, runner, project
    };

    static constexpr int flushInterval = 100; // ms

    using Now = std::function<QDateTime()>;
    explicit PipelineModel(Now now = &QDateTime::currentDateTimeUtc, QObject *parent = nullptr);

    // How the next check of a pipeline stands, in words: whoever checks tells it, for the tool tip
    // of the last check. Empty words: nothing is known of it.
    using NextCheck = std::function<QString(const PipelineKey &key)>;

    void setNextCheck(NextCheck nextCheck) { m_nextCheck = std::move(nextCheck); }

    // What a timeline says of a pipeline, in words, for those who do not see it; and its period as
    // the title of the column.
    using TimelineWords = std::function<QString(const PipelineKey &key)>;

    void setTimelineWords(TimelineWords words) { m_timelineWords = std::move(words); }

    void setTimelineTitle(const QString &title);

    // What is known of the sources' logs. It outlives the model, or is null.
    void setLogRetention(const LogRetention *retention);

    const LogRetention *logRetention() const { return m_retention; }

    // False for a column that the rows cannot be sorted by.
    static bool isSortable(int column) { return column != TimelineColumn; }

    // Merges the whole list of one project: gone rows leave, new ones come, changed ones change.
    void setPipelines(const QString &account, const QString &accountName, const Project &project,
                      const QJsonArray &definitions);
    // What an earlier run of the program read of one project, at the given time (UTC). It stands
    // until its list comes. Rows that are here already stay as they are.
    void recallPipelines(const QString &account, const QString &accountName, const Project &project,
                         const QList<QJsonObject> &definitions, const QDateTime &read);
    // One definition that was created, read or saved from here.
    void putPipeline(const QString &account, const QString &accountName, const Project &project,
                     const QJsonObject &definition);
    void removePipeline(const PipelineKey &key);
    void removeProject(const QString &account, const QString &project);
    void removeAccount(const QString &account);
    void setRunnerNames(const QString &account, const QHash<QString, QString> &names);

    // A good answer of the status call, in the server's spelling.
    void setStatus(const PipelineKey &key, const QString &status);
    // An earlier run of the program saw it so. It counts until the first answer, and what the
    // answer is compared with: who ran then and does not run now stopped unexpectedly. When the
    // answer came first, the change is told now.
    void recallState(const PipelineKey &key, const SeenState &state);
    // Pin, tags and note.
    void setLabel(const PipelineKey &key, const PipelineLabel &label);
    // The status call failed: the last status stays and is marked outdated.
    void setCheckFailed(const PipelineKey &key, const QString &reason);
    // A command left (shown as requested until a status proves it), or was refused.
    void setRequested(const PipelineKey &key, PipelineCommand command);
    // Refused: nothing happened. Unknown: a stop may have reached the server all the same, so that
    // a pipeline that is found stopped next did not stop unexpectedly.
    enum class CommandOutcome { Refused, Unknown };
    void clearRequested(const PipelineKey &key, CommandOutcome outcome = CommandOutcome::Refused);

    int rowOf(const PipelineKey &key) const; // -1: unknown

    // The row's data without QVariant, for proxies and other models; row must be valid.
    const PipelineRow &row(int row) const { return m_rows.at(row); }

    const PipelineRow *find(const PipelineKey &key) const; // nullptr: unknown
    QJsonObject definition(const PipelineKey &key) const;
    PipelineState state(const PipelineKey &key) const;
    QList<PipelineKey> keys(const QString &account) const;
    QList<PipelineKey> keys(const QString &account, const QString &project) const;
    int count(const QString &account, const QString &project) const;
    // The worst problem (StoppedUnexpectedly, Unknown) within a project; none: all is well.
    std::optional<Badge> worstProblem(const QString &account, const QString &project) const;
    // Its pipelines that show this badge.
    int count(const QString &account, const QString &project, Badge badge) const;
    // Other pipelines of the account that name this runner (one runner runs one pipeline, product
    // docs).
    QStringList namesUsingRunner(const QString &account, const QString &agentId,
                                 const QString &exceptPipeline = {}) const;

    // For other questions about all rows.
    const PipelineRows &rows() const { return m_rows; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // Shows what has come since the last flush now.
    void flush();

Q_SIGNALS:
    // A status became known or changed, before it is flushed to the views (history listens here).
    // lastSeen: when it was seen before; invalid: never.
    void statusChanged(const Sluice::PipelineKey &key, Sluice::PipelineState from,
                       Sluice::PipelineState to, const QDateTime &lastSeen);
    // A good answer was taken over, whether it changed something or not; after statusChanged.
    void statusSeen(const Sluice::PipelineKey &key);
    // Rows came, went, or have a new definition or name (for the poller and the navigation tree).
    void pipelinesAdded(const QList<Sluice::PipelineKey> &keys);
    void pipelinesRemoved(const QList<Sluice::PipelineKey> &keys);
    void pipelinesEdited(const QList<Sluice::PipelineKey> &keys);
    // They were recalled, and the server has them still; before pipelinesEdited.
    void pipelinesConfirmed(const QList<Sluice::PipelineKey> &keys);
    // Other is known of the sources' logs: the rows' clocks are others.
    void clocksChanged();

private:
    std::unique_ptr<PipelineRow> makeRow(const PipelineKey &key, const QString &accountName,
                                         const Project &project,
                                         const QJsonObject &definition) const;
    void updateClock(PipelineRow &row) const;
    bool confirm(PipelineRow &row);
    bool updateRow(PipelineRow &row, const QString &accountName, const QString &projectName,
                   const QJsonObject &definition);
    void addRows(std::vector<std::unique_ptr<PipelineRow>> rows);
    void removeRowsOf(const QList<PipelineRow *> &rows);
    void mark(const PipelineRow &row, PipelineChanges::Kinds kinds);
    void announce(const PipelineChanges::Run &run, PipelineChanges::Kind kind);
    QVariant displayText(const PipelineRow &row, int column) const;
    QVariant sortKey(const PipelineRow &row, int column) const;

    Now m_now;
    NextCheck m_nextCheck;
    TimelineWords m_timelineWords;
    QString m_timelineTitle;
    const LogRetention *m_retention = nullptr;
    PipelineRows m_rows;
    QHash<QString, QHash<QString, QString>> m_runnerNames; // by account
    PipelineChanges m_changes;
    QTimer m_flushTimer;
};

} // namespace Sluice
