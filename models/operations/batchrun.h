// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/operations/operation.h"
#include "models/operations/runlimits.h"

#include <QList>
#include <QObject>

#include <functional>
#include <set>
#include <vector>

namespace Sluice {

// Many writes, a few at a time. A problem that all later writes would meet (no network, a refused
// sign-in, an unknown outcome) ends the run for that account or project: the rest of it is not
// sent. Nothing is sent a second time unless the server said that it did not act.
//
//   BatchRun run(items, [&](int item) { return new DeleteOperation(...); });
//   connect(&run, &BatchRun::itemsChanged, ...);  // state(), outcome(), reason()
//   run.start();
class BatchRun final : public QObject
{
    Q_OBJECT

public:
    // Unknown: the write may have happened, and look() asks again. NotSent: reason() says why.
    enum class State { Waiting, Running, Done, Failed, Unknown, NotSent };

    // The account and project of an item: a problem of one item may also be one of its neighbours.
    struct Item {
        QString account;
        QString project;
    };

    struct Settings {
        int atOnce = 1;
        int mostFailures = 0; // of the whole run: after so many nothing more is sent; 0: no limit
        int mostInARow = 0;   // of the server itself, in one account; 0: no limit
        int mostTries = 3;    // of an item that the server refuses because of too many calls (429)
    };

    // Makes the write of an item. Called for each try, right before the write is started.
    using Make = std::function<Operation *(int item)>;

    BatchRun(const QList<Item> &items, Make make, Settings settings, QObject *parent = nullptr);
    ~BatchRun() override; // writes that have left are not recalled

    void start();
    // Begins no further item until resume().
    void pause();
    void resume();
    // Begins no further item, and cancels those that only read so far. Writes that have left get
    // their answers.
    void stop();
    // After finished(): begins all items again that failed or were not sent, and forgets what was
    // in their way.
    void retry();
    // After finished(): looks at what became of an item with an unknown outcome. finished() comes
    // again.
    void look(int item);

    bool isRunning() const { return m_isRunning; }

    bool isStopping() const { return m_isStopped; }

    int size() const { return int(m_entries.size()); }

    State state(int item) const { return m_entries[size_t(item)].state; }

    int count(State state) const;

    // The outcome of an item that has ended.
    const WriteOutcome &outcome(int item) const { return m_entries[size_t(item)].outcome; }

    // Why the item was not sent: a sentence, translated.
    QString reason(int item) const { return m_entries[size_t(item)].reason; }

    // The operation that is under way. Null while the item waits, or when it has ended.
    const Operation *operation(int item) const;

Q_SIGNALS:
    // The states of these items have changed, or the stage of one that is under way.
    void itemsChanged(const QList<int> &items);
    void finished();

private:
    struct Entry {
        State state = State::Waiting;
        WriteOutcome outcome = {};
        QString reason = {};
        QPointer<Operation> operation = {};
        int tries = 0;
    };

    Entry &entry(int item) { return m_entries[size_t(item)]; }

    void pumpLater();
    void pump();
    void begin(int item);
    void follow(int item, Operation *operation);
    void onSettled(int item);
    bool isTriedAgain(const Entry &entry) const;
    void recordEnd(int item);
    void passOver();
    QString whyNot(int item) const;

    QList<Item> m_items;
    Make m_make;
    Settings m_settings;
    std::vector<Entry> m_entries;
    std::set<int> m_waiting;
    RunLimits m_limits;
    int m_underWay = 0;
    bool m_isRunning = false;
    bool m_isPaused = false;
    bool m_isStopped = false;
    bool m_isPumping = false; // pump() will run
};

} // namespace Sluice
