// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/result.h"
#include "models/definition/pipelinestate.h"
#include "models/document/diff.h"
#include "models/references/repoint/repointreading.h"
#include "models/references/repoint/repointrun.h"
#include "models/support/tickabletable.h"

#include <QHash>
#include <QSet>

namespace Sluice {

class ReferenceMonitor;

// The pipelines that use some references. The user chooses which ones are re-pointed, reviews the
// changes of each, and follows the results. While the user chooses, rows come and go one by one
// with the fleet. After that only their states change.
class RepointModel final : public TickableTable
{
    Q_OBJECT

public:
    enum Column {
        PipelineColumn, // with a tick box while pipelines are chosen
        PlaceColumn,
        StatusColumn,
        NoteColumn,
        ResultColumn,
        ColumnCount
    };

    enum Role {
        KeyRole = Qt::UserRole, // PipelineKey
        BadgeRole,              // int, Badge
        RawStatusRole,          // QString, the server's word
        OutdatedRole,           // bool: see PipelineRow::outdated
        CautionRole,            // bool: the note is about what may go wrong
        StateRole,              // int, ItemState
        ResultRole,             // QString, the whole result
        ReviewRole,             // bool: it is reviewed and not done yet
        ChosenRole,             // bool: it is or was reviewed
    };

    // These pipelines are ticked at first and stand above the others. Without any, it is the
    // pipelines of accountInView; when that is empty, those of the only account. Fleet and monitor
    // outlive the model.
    RepointModel(Fleet *fleet, const ReferenceMonitor *monitor, const QSet<SecretReference> &from,
                 const QString &accountInView, const QSet<PipelineKey> &pipelines = {},
                 QObject *parent = nullptr);

    const Repointing &repointing() const { return m_repointing; }

    void setTarget(const SecretReference &to);

    void tickAll(bool ticked);
    int tickedCount() const;

    // Reviews the ticked pipelines by their known definitions.
    void beginReview();
    // Goes back to choosing.
    void endReview();
    // Reviews again what is not done. Each pipeline is read from the server first, one after the
    // other. readAgain() comes at the end. What is done stays, with its result.
    void beginRetry();
    // Restores the earlier results. What was found to be done stays done.
    void endRetry();

    bool isReading() const { return m_reading.isRunning(); }

    // The pipelines that could be sent: reviewed, and without a result.
    QList<RepointRun::Item> left() const;
    int count(ItemState state) const; // chosen rows in this state, over all runs
    int unknownCount() const;         // chosen rows whose result is not known
    int movedCount() const;           // chosen rows that are done and had something to change
    int movedWhileRunning() const;    // of those, pipelines that may need a restart

    // The changes that re-pointing makes in the row's definition.
    QList<Change> changes(int row) const;

    void setReport(const QList<PipelineKey> &keys, const ItemReport &report);

    int rowOf(const PipelineKey &key) const { return m_places.value(key, -1); } // -1: none

    // The chosen pipelines with their whole results.
    QString report() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void tickedChanged();
    void readAgain();

protected:
    bool canTick(int row) const override { return m_isChoosing && m_rows.at(row).uses > 0; }

    bool isTicked(int row) const override { return m_rows.at(row).isTicked; }

    void tick(int row, bool ticked) override;

private:
    struct Row {
        PipelineKey key;
        QString name;
        QString place;
        Badge badge = Badge::NotChecked;
        QString rawStatus;
        bool isOutdated = false;
        int uses = 0;          // that would change
        bool isTicked = false; // counts only while something would change
        bool isChosen = false;
        QJsonObject base = {}; // the definition as it was reviewed, of a chosen row
        ItemReport report = {};

        bool operator==(const Row &) const = default;
    };

    Row updated(Row row) const;
    QList<Row> missing() const; // in no order
    bool isInView(const PipelineKey &key) const;
    bool comesBefore(const Row &one, const Row &other) const;
    void follow(const QSet<SecretReference> &touched);
    void sync();
    void addMissing();
    void update(int first, int last);
    void followStates(const QModelIndex &first, const QModelIndex &last);
    void recordPlaces();
    void put(int row, const Row &now);
    void onRead(const PipelineKey &key, const Result<QJsonObject> &read);
    void passOver(const QList<PipelineKey> &keys, const ApiError &error);

    static bool isWanted(const Row &row) { return row.isTicked && row.uses > 0; }

    static bool isMoved(const Row &row)
    {
        return row.isChosen && row.report.state == ItemState::Done && row.uses > 0;
    }

    static bool isRunning(const Row &row);
    QString text(const Row &row, int column) const;
    static QString resultText(const Row &row);
    QString note(const Row &row) const;

    Fleet *m_fleet;
    const ReferenceMonitor *m_monitor;
    QString m_accountInView;
    QSet<PipelineKey> m_pipelinesInView; // empty: all of the account
    Repointing m_repointing;
    QList<Row> m_rows;
    QList<Row> m_beforeRetry;
    QHash<PipelineKey, int> m_places;
    RepointReading m_reading; // again, before a retry
    bool m_isChoosing = true;
    bool m_hasTarget = false; // there is something to do; until then all uses count
};

} // namespace Sluice
