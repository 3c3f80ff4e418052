// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"
#include "models/runs/commandrun.h"
#include "models/runs/runcosts.h"
#include "models/support/tickabletable.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace Sluice {

class Fleet;

// What a run would do to each of the pipelines, before anything is sent: exceptions first, then
// those with the fewest tables. It follows the states. What is in its snapshot has a tick of its
// own, which only the user sets; it goes when the pipeline begins a snapshot meanwhile.
class RunPlanModel final : public TickableTable
{
    Q_OBJECT

public:
    using Kind = RunDecision::Kind;

    enum Column { PipelineColumn, PlaceColumn, StatusColumn, PlanColumn, ColumnCount };

    enum Role {
        KeyRole = Qt::UserRole, // PipelineKey
        BadgeRole,              // int, Badge
        RawStatusRole,          // QString
        OutdatedRole,           // bool
        KindRole,               // int, RunDecision::Kind
        TickedRole,             // bool
    };

    // Why nothing can be sent to an account now; empty: it can.
    using Obstacle = std::function<QString(const QString &account)>;

    // The fleet outlives it.
    RunPlanModel(Fleet *fleet, RunVerb verb, const QList<PipelineKey> &pipelines, Obstacle obstacle,
                 QObject *parent = nullptr);

    RunVerb verb() const { return m_verb; }

    int count(RunDecision::Kind kind) const;
    int tickedCount() const;
    RunCosts costs(int atOnce, std::chrono::seconds patience) const;
    // All rows, those without a tick as skipped.
    QList<CommandRun::Item> items() const;
    QList<QStringList> table() const; // with a line of titles

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    // The ticks or the decisions.
    void planChanged();

protected:
    bool canTick(int row) const override;
    bool isTicked(int row) const override;
    void tick(int row, bool ticked) override;

private:
    struct Row {
        PipelineKey key;
        QString name;
        QString account;
        QString project;
        Badge badge = Badge::NotChecked;
        QString rawStatus;
        bool isOutdated = false;
        int tables = 0;
        RunDecision decision;
        bool isRefused = false; // the user took the tick away
        bool isAllowed = false; // the user ticked it though it is in its snapshot

        bool operator==(const Row &) const = default;
    };

    Row updated(Row row) const;
    void follow(const QModelIndex &first, const QModelIndex &last);
    static QString placeText(const Row &row);
    QString planText(int row) const;
    QString text(int row, int column) const;

    Fleet *m_fleet;
    RunVerb m_verb;
    Obstacle m_obstacle;
    QList<Row> m_rows;
    QHash<PipelineKey, int> m_places;
};

} // namespace Sluice
