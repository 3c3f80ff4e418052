// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline/watch/apitroubles.h"
#include "app/commandline/watch/watchevent.h"
#include "models/fleet/fleet.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <memory>
#include <optional>

namespace Sluice {

// Watches the pipelines of an account without a display, with the fleet and the poller of the
// window, and tells what it sees. What is not known is not told: a change lies somewhere between
// two looks.
class Watch final : public QObject
{
    Q_OBJECT

public:
    // What is watched: one pipeline, a project, or everything.
    struct Scope {
        std::optional<Project> project;
        QString pipeline; // an id; empty: all
    };

    // interval: between two looks at a pipeline that is not changing, as far as the budget allows.
    Watch(std::unique_ptr<Account> account, Scope scope, std::chrono::milliseconds interval);

    void start();

    Account *account() const { return m_account; }

    // All that is watched.
    QList<const PipelineRow *> rows() const;

    const ApiTroubles &troubles() const { return m_troubles; }

    // The account waits because the server told it to.
    bool isPaused() const { return m_pausedUntil.isValid(); }

    // All lists were read at least once, so that what is not in the rows is not there.
    bool areListsRead() const;
    // True when there are pipelines, and each of them is known to be in this state now.
    bool areAllIn(PipelineState state) const;

Q_SIGNALS:
    void told(const Sluice::WatchEvent &event);
    // A good answer came, or the rows have changed.
    void looked();

private:
    struct Seen {
        QString word;
        QDateTime since; // invalid: its begin was not seen
        QDateTime last;
        WatchEvent names; // of the pipeline, for when its row is gone
    };

    WatchEvent eventOf(const PipelineRow &row) const;
    void onSeen(const PipelineKey &key);
    void onRemoved(const QList<PipelineKey> &keys);
    void onAnswered(const PipelineKey &key);
    void onChecked(const PipelineKey &key);
    void onPaused(const QDateTime &until, std::chrono::milliseconds asked);
    void onList(const QString &project, const ApiError *error);
    void tellTrouble(const ApiError &error, const QString &message, const PipelineRow *only);
    void tellRecovery(const QString &message, const QDateTime &now);
    QList<const PipelineRow *> unknownRows() const;

    const Scope m_scope;
    const std::chrono::milliseconds m_interval;
    std::unique_ptr<Account> m_unused; // until start()
    Fleet m_fleet;
    Account *m_account;
    QHash<PipelineKey, Seen> m_seen;
    ApiTroubles m_troubles;
    QSet<QString> m_unreadLists; // by project; empty: the list of projects
    QTimer m_readAgain;
    QDateTime m_pausedUntil;
};

} // namespace Sluice
