// SPDX-License-Identifier: Apache-2.0
#include "models/store/database/storedatabase.h"

#include "models/store/database/storethread.h"

#include <QDeadlineTimer>
#include <QThread>

using namespace Qt::StringLiterals;

namespace Sluice {

StoreDatabase::StoreDatabase(const QString &path, const StoreSettings &settings, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_thread(std::make_unique<QThread>())
    , m_worker(std::make_unique<StoreThread>(this, path, settings))
{
    m_thread->setObjectName(u"history"_s);
    m_worker->moveToThread(m_thread.get());
    m_thread->start();
    QMetaObject::invokeMethod(m_worker.get(), &StoreThread::open, Qt::QueuedConnection);
}

StoreDatabase::~StoreDatabase()
{
    close();
}

void StoreDatabase::write(Task task, QObject *context, Done done)
{
    Answered answered;
    if (done)
        answered = [done = std::move(done)](const StoreProblem &problem) { done(!problem); };
    submit(Sql::Access::Write, std::move(task), context, std::move(answered));
}

void StoreDatabase::submit(Sql::Access access, Task task, QObject *context, Answered done)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const quint64 id = ++m_lastId;
    m_pending.insert(id, {context, context != nullptr, std::move(done)});
    if (!m_worker) { // closed
        QMetaObject::invokeMethod(
            this,
            [this, id] {
                finish(id, storeProblem(StoreProblem::Kind::Failed, m_path, tr("it is closed")));
            },
            Qt::QueuedConnection);
        return;
    }
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get(), id, access, task = std::move(task)] {
            worker->run(id, access, task);
        },
        Qt::QueuedConnection);
}

void StoreDatabase::onOpened(const StoreProblem &problem)
{
    if (m_state == State::Opening)
        m_state = problem ? State::Failed : State::Open;
    setProblem(problem);
    Q_EMIT stateChanged();
}

void StoreDatabase::onAnswer(quint64 id, Sql::Access access, const StoreProblem &problem)
{
    // A successful read does not show that the disk has room again.
    if (problem || access == Sql::Access::Write)
        setProblem(problem);
    finish(id, problem);
}

void StoreDatabase::finish(quint64 id, const StoreProblem &problem)
{
    const Pending answered = m_pending.take(id);
    if (answered.done && (!answered.hasContext || answered.context))
        answered.done(problem);
}

void StoreDatabase::setProblem(const StoreProblem &problem)
{
    using Kind = StoreProblem::Kind;
    // A write may succeed in what is left of a damaged file.
    if (m_problem.kind == Kind::Damaged)
        return;
    // Keeps the words of the first failure, because the next ones have the same cause. Damage is
    // worse and replaces them.
    if (bool(problem) == bool(m_problem) && problem.kind != Kind::Damaged)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

bool StoreDatabase::close(std::chrono::milliseconds longest)
{
    if (!m_worker)
        return true;
    m_state = State::Closed;
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get()] {
            worker->close();
            QThread::currentThread()->quit();
        },
        Qt::QueuedConnection);
    const bool ended = m_thread->wait(QDeadlineTimer(longest));
    if (!ended) {
        // A thread that waits for a disk cannot be stopped. Goes on without it: it ends with the
        // process, and SQLite keeps what was committed.
        m_worker->leave();
        connect(m_thread.get(), &QThread::finished, m_worker.release(), &QObject::deleteLater);
        QThread *const thread = m_thread.release();
        connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    }
    m_worker.reset();
    m_thread.reset();
    return ended;
}

} // namespace Sluice
