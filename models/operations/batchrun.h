// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/operations/operation.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>
#include <set>
#include <vector>

namespace Sluice {

// Many writes, a few at a time. What would stand in the way of all that follow (no network, a
// refused sign-in, an outcome that is not known) ends the run for that account or project; the rest
// of it is not sent. Nothing goes out a second time unless the server said that it did not act.
//
//   BatchRun run(items, [&](int item) { return new DeleteOperation(...); });
//   connect(&run, &BatchRun::itemsChanged, ...);  // state(), outcome(), reason()
//   run.start();
class BatchRun final : public QObject
{
    Q_OBJECT

public:
    // Unknown: the write may have happened; look() asks again. NotSent: reason() tells why.
    enum class State { Waiting, Running, Done, Failed, Unknown, NotSent };

    // Where an item belongs: what stands in its way may stand in the way of its neighbours.
    struct Item {
        QString account;
        QString project;
    };

    struct Settings {
        int atOnce = 1;
        int mostFailures = 0; // in all, after which nothing more is sent; 0: any number
        int mostInARow = 0;   // of the server itself, for an account; 0: any number
        int mostTries = 3;    // of one that the server refuses as it is asked too much (429)
    };

    // Makes an item's write, not started. Called right before it is started, for each try.
    using Make = std::function<Operation *(int item)>;

    BatchRun(const QList<Item> &items, Make make, Settings settings, QObject *parent = nullptr);
    ~BatchRun() override; // what is under way is not recalled

    void start();
    // Nothing further is begun until resume().
    void pause();
    void resume();
    // Nothing further is begun, what only reads is given up; what has left gets its answer.
    void stop();
    // Once finished: what failed or was not sent is begun again, as if nothing stood in its way.
    void retry();
    // Once finished: looks at what became of an item of unknown outcome; finished() comes again.
    void look(int item);

    bool isRunning() const { return m_isRunning; }

    bool isStopping() const { return m_isStopped; }

    int size() const { return int(m_entries.size()); }

    State state(int item) const { return m_entries[size_t(item)].state; }

    int count(State state) const;

    // Of one that has ended.
    const WriteOutcome &outcome(int item) const { return m_entries[size_t(item)].outcome; }

    // Why it was not sent, a sentence; translated.
    QString reason(int item) const { return m_entries[size_t(item)].reason; }

    // Under way; none: it waits or has ended.
    const Operation *operation(int item) const;

Q_SIGNALS:
    // States, or the stage of one that is under way.
    void itemsChanged(const QList<int> &items);
    void finished();

private:
    using Place = std::pair<QString, QString>; // account and project; of all projects: ""

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
    void take(int item);
    bool isTriedAgain(const Entry &entry) const;
    void noteEnd(int item);
    void noteFailure(int item, const ApiError &error);
    void passOver();
    QString whyNot(int item) const;

    QList<Item> m_items;
    Make m_make;
    Settings m_settings;
    std::vector<Entry> m_entries;
    std::set<int> m_waiting;
    QHash<Place, QString> m_halted; // why
    QHash<QString, int> m_inARow;   // failures of the server, by account
    int m_failures = 0;
    int m_underWay = 0;
    bool m_isRunning = false;
    bool m_isPaused = false;
    bool m_isStopped = false;
    bool m_isPumping = false; // pump() is going to run
};

} // namespace Sluice
