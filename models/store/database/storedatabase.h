// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/database/sql.h"
#include "models/store/database/storefile.h"
#include "models/store/database/storeproblem.h"

#include <QHash>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

class QThread;

namespace Sluice {

class StoreThread;

// The SQLite file of the local store, in a thread of its own. Every call returns at once, and the
// tasks run in order. Each answer comes once, through the event loop of this object's thread, and
// never after its context died. When the file cannot be opened, every task fails and problem() says
// why.
class StoreDatabase final : public QObject
{
    Q_OBJECT

public:
    enum class State { Opening, Open, Failed, Closed };
    using Task = Sql::Task;
    using Done = std::function<void(bool kept)>;

    static constexpr std::chrono::seconds longestClose{5};

    explicit StoreDatabase(const QString &path, const StoreSettings &settings = {},
                           QObject *parent = nullptr);
    ~StoreDatabase() override; // close()

    QString path() const { return m_path; }

    State state() const { return m_state; }

    bool isOpen() const { return m_state == State::Open; }

    // Why it did not open, or why a write or read failed; none when writes succeed again. Damage
    // stays, because a write may succeed in what is left of a damaged file.
    const StoreProblem &problem() const { return m_problem; }

    // Runs one transaction. done(true): it is on disk. The task runs in the other thread, so it
    // must own all that it needs, as values.
    void write(Task task, QObject *context = nullptr, Done done = {});

    // Answers with a StoreResult: what work(Sql &) gives, or why it could not be read.
    template <typename Work, typename Got>
    void read(Work work, QObject *context, Got got)
    {
        using Found = std::invoke_result_t<Work, Sql &>;
        auto answer = std::make_shared<Found>();
        submit(
            Sql::Access::Read,
            [work = std::move(work), answer](Sql &sql) {
                auto found = work(sql);
                if (!sql.hasFailed())
                    *answer = std::move(found);
            },
            context,
            [answer, got = std::move(got)](const StoreProblem &problem) {
                got(problem ? StoreResult<Found>(problem) : StoreResult<Found>(*answer));
            });
    }

    // Closes when all tasks so far are done; false when a stuck disk takes longer than this. Later
    // tasks fail.
    bool close(std::chrono::milliseconds longest = longestClose);

Q_SIGNALS:
    void stateChanged();
    // Emitted once when it stops keeping things, however many writes fail, and once when it keeps
    // them again.
    void problemChanged();

private:
    friend class StoreThread;
    using Answered = std::function<void(const StoreProblem &)>; // none: it went well

    struct Pending {
        QPointer<QObject> context;
        bool hasContext = false;
        Answered done;
    };

    void submit(Sql::Access access, Task task, QObject *context, Answered done);
    void onOpened(const StoreProblem &problem);
    void onAnswer(quint64 id, Sql::Access access, const StoreProblem &problem);
    void finish(quint64 id, const StoreProblem &problem);
    void setProblem(const StoreProblem &problem);

    QString m_path;
    State m_state = State::Opening;
    StoreProblem m_problem;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<StoreThread> m_worker;
    quint64 m_lastId = 0;
    QHash<quint64, Pending> m_pending;
};

} // namespace Sluice
