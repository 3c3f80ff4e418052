// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/result.h"
#include "models/definition/pipelinekey.h"
#include "models/operations/runlimits.h"
#include "models/runs/rundecision.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <optional>
#include <set>
#include <vector>

namespace Sluice {

class CommandOperation;
class Fleet;
struct Reply;

// Starts, stops or restarts many pipelines, a few at a time. A pipeline takes its place in the run
// until a state proves its command, or until that has taken too long. Right before a command leaves
// the run looks again whether it is still wanted, so that nothing is started or stopped that is so
// already. No command leaves twice, unless the server said that it did not act. A failure that all
// later ones would meet ends the run for that account or project. With waves, one begins when the
// one before is over and has held for a while; else the run pauses, and the user decides. After the
// end the run goes on watching: who timed out may still be confirmed.
class CommandRun final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Waiting,
        Checking, // its state is read before anything is sent
        Sending,
        Requested, // accepted; no state proves it yet
        Confirmed,
        TimedOut, // accepted, and no state has proved it in time
        Failed,   // refused, or it did not last
        Unknown,  // nobody knows whether the server acted
        Skipped,  // nothing to do, or not allowed
        NotSent,  // what happened to others stood in its way
        Cancelled,
    };
    static constexpr int stateCount = int(State::Cancelled) + 1;

    // What an earlier run has left to do.
    enum class Rest {
        All,
        IfStopped, // a restart's stop may have reached the server: what is stopped now is started
        Start,     // a restart's stop was seen
    };

    struct Item {
        PipelineKey key;
        QString name;
        QString account; // names
        QString project;
        QString skipped = {};         // why nothing is done to it; empty: it is part of the run
        bool mayEndSnapshot = false;  // the user said so of this one
        bool isLookedAtFirst = false; // an earlier run does not know how it stands
        Rest rest = Rest::All;
        int wave = 0; // one after the other, by number
    };

    struct Settings {
        int atOnce = 3;
        int mostFailures = 0; // after so many nothing more begins; 0: no limit
        int mostTries = 3;    // of one refused because of too many calls (429)
        std::chrono::milliseconds patience{120'000}; // for a state that proves the command
        // Between two waves: so long those that were started have to be seen running.
        std::chrono::milliseconds hold{0};
    };

    // The fleet outlives it.
    CommandRun(Fleet *fleet, RunVerb verb, const QList<Item> &items, Settings settings,
               QObject *parent = nullptr);
    ~CommandRun() override;

    void start();
    // Begins no further pipeline until resume(). A restart that has begun goes on to its end.
    void pause();
    void resume();
    void cancelRest();

    // The items of a run that tries again what failed or was not sent. Those that the user
    // cancelled and those that were skipped are not among them. Each is looked at first.
    QList<Item> left() const;

    // What takes back what this run did; none: a restart leaves nothing to take back.
    std::optional<RunVerb> undoVerb() const;
    // Those that this run started or stopped, or may have.
    QList<PipelineKey> touched() const;

    // Of those that something is done to.
    int waveCount() const { return int(m_waves.size()); }

    // "Wave 2 of 3", how long it has to hold still, or why it did not; empty: there is one.
    QString waveText() const;

    // A wave did not go well: resume() goes on with the next one all the same.
    bool isHeldBack() const { return !m_waveProblem.isEmpty(); }

    RunVerb verb() const { return m_verb; }

    const Settings &settings() const { return m_settings; }

    bool isRunning() const { return m_isRunning; }

    bool isPaused() const { return m_isPaused; }

    bool isCancelled() const { return m_isCancelled; }

    int size() const { return int(m_entries.size()); }

    const Item &item(int item) const { return m_items.at(item); }

    State state(int item) const { return m_entries[size_t(item)].state; }

    // What was done and seen, and why: translated.
    QString text(int item) const;

    // It is a part of the run, has begun, and nothing is known yet of its end.
    bool isUnderWay(const PipelineKey &key) const;

    int count(State state) const;
    // Those that something is done to, whatever became of them.
    int total() const;
    // Of them those to which nothing more happens by this run.
    int over() const;
    // Failed, timed out, or not known.
    int failed() const;

    const QDateTime &startedAt() const { return m_startedAt; }

    const QDateTime &endedAt() const { return m_endedAt; } // invalid while it runs

    // "Start 12 pipelines".
    QString title() const { return runTitle(m_verb, total()); }

    // "8 confirmed, 2 failed".
    QString summary() const;

    static QString stateText(State state);

Q_SIGNALS:
    void itemsChanged(const QList<int> &items);
    // It began, paused, went on, was cancelled, or ended.
    void stateChanged();
    void finished();

private:
    struct Entry {
        State state = State::Waiting;
        QStringList steps = {}; // those that are over
        QString words = {};     // how it ended, or why not
        PipelineCommand command = PipelineCommand::Start;
        QPointer<CommandOperation> operation = {};
        QElapsedTimer since = {}; // the command was accepted
        bool isStopped = false;   // a restart's stop is proved
        bool isSeenStarting = false;
        bool hasPlace = false; // counts as under way
        int tries = 0;
    };

    Entry &entry(int item) { return m_entries[size_t(item)]; }

    void pumpLater();
    void pump();
    void passOver();
    bool mayBegin(int item);
    void goToWave(int wave);
    QString whyWaveFailed() const;
    bool hasLeft(int item) const;
    QString whyNot(int item) const;
    void begin(int item);
    void look(int item);
    void onLooked(int item, const Result<Reply> &reply);
    void act(int item);
    bool isStartLeft(int item, PipelineState now) const;
    std::optional<PipelineCommand> wanted(int item, QString *why) const;
    void send(int item, PipelineCommand command);
    void onTurn(int item, PipelineCommand command, QObject *turn);
    void onSettled(int item, const WriteOutcome &outcome);
    void onStatus(const PipelineKey &key);
    void prove(int item);
    void judgeStart(int item, PipelineState seen);
    void checkTimes();
    QString timeOutText(int item) const;
    void setState(int item, State state, const QString &words = {});
    void end(int item, State state, const QString &words = {});
    static bool isFailure(State state);
    Rest restOf(int item) const;

    Fleet *m_fleet;
    RunVerb m_verb;
    QList<Item> m_items;
    Settings m_settings;
    std::vector<Entry> m_entries;
    QHash<PipelineKey, int> m_places;
    std::set<int> m_waiting;
    RunLimits m_limits;
    QList<int> m_waves;           // rising
    int m_wave = 0;               // that is under way
    QElapsedTimer m_holding;      // since all of it is over; invalid: it is not
    QString m_waveProblem;        // why the run paused itself
    bool m_isWaveExcused = false; // the user goes on all the same
    QTimer m_clock;               // while a command waits for its proof, or a wave has to hold
    QDateTime m_startedAt;
    QDateTime m_endedAt;
    int m_underWay = 0;
    bool m_isRunning = false;
    bool m_isPaused = false;
    bool m_isCancelled = false;
    bool m_isPumping = false; // pump() will run
};

} // namespace Sluice
