// SPDX-License-Identifier: Apache-2.0
#include "models/operations/batchrun.h"

#include <algorithm>

namespace Sluice {

BatchRun::BatchRun(const QList<Item> &items, Make make, Settings settings, QObject *parent)
    : QObject(parent)
    , m_items(items)
    , m_make(std::move(make))
    , m_settings(settings)
    , m_entries(size_t(items.size()))
    , m_limits({settings.mostFailures, settings.mostInARow})
{}

BatchRun::~BatchRun()
{
    for (const Entry &entry : m_entries) {
        if (entry.operation) {
            entry.operation->disconnect(this);
            entry.operation->cancel(); // has no effect when the write has left
            entry.operation->release();
        }
    }
}

void BatchRun::start()
{
    QList<int> all;
    for (int item = 0; item < size(); ++item) {
        entry(item).state = State::Waiting;
        m_waiting.insert(item);
        all.append(item);
    }
    m_isRunning = true;
    Q_EMIT itemsChanged(all);
    pumpLater();
}

void BatchRun::pause()
{
    m_isPaused = true;
}

void BatchRun::resume()
{
    m_isPaused = false;
    pumpLater();
}

void BatchRun::stop()
{
    if (std::exchange(m_isStopped, true) || !m_isRunning)
        return;
    for (const Entry &entry : m_entries) {
        if (entry.operation && !entry.operation->isSettled())
            entry.operation->cancel(); // has no effect when the write has left
    }
    pumpLater();
}

void BatchRun::retry()
{
    if (m_isRunning)
        return;
    m_limits.clear();
    m_isStopped = false;
    QList<int> again;
    for (int item = 0; item < size(); ++item) {
        if (state(item) != State::Failed && state(item) != State::NotSent)
            continue;
        entry(item).state = State::Waiting;
        entry(item).reason.clear();
        entry(item).tries = 0;
        m_waiting.insert(item);
        again.append(item);
    }
    m_isRunning = true;
    if (!again.isEmpty())
        Q_EMIT itemsChanged(again);
    pumpLater();
}

void BatchRun::look(int item)
{
    Entry &looked = entry(item);
    if (m_isRunning || looked.state != State::Unknown || !looked.operation)
        return;
    m_isRunning = true;
    looked.state = State::Running;
    ++m_underWay;
    looked.operation->lookAgain();
}

int BatchRun::count(State state) const
{
    return int(std::count_if(m_entries.begin(), m_entries.end(),
                             [state](const Entry &entry) { return entry.state == state; }));
}

const Operation *BatchRun::operation(int item) const
{
    const Entry &asked = m_entries[size_t(item)];
    return asked.state == State::Running ? asked.operation.data() : nullptr;
}

// Queued: a listener may stop the run or delete this object when an item changes.
void BatchRun::pumpLater()
{
    if (!std::exchange(m_isPumping, true))
        QMetaObject::invokeMethod(this, &BatchRun::pump, Qt::QueuedConnection);
}

void BatchRun::pump()
{
    m_isPumping = false;
    const QPointer<BatchRun> alive(this);
    passOver();
    // A listener may delete, stop or pause this run when an item changes.
    while (alive && !m_isStopped && !m_isPaused && !m_waiting.empty() &&
           m_underWay < m_settings.atOnce)
        begin(*m_waiting.begin());
    if (alive && m_isRunning && m_waiting.empty() && m_underWay == 0) {
        m_isRunning = false;
        Q_EMIT finished();
    }
}

void BatchRun::begin(int item)
{
    m_waiting.erase(item);
    Operation *const operation = m_make(item);
    entry(item).operation = operation;
    entry(item).state = State::Running;
    ++entry(item).tries;
    ++m_underWay;
    follow(item, operation);
    operation->start();
}

void BatchRun::follow(int item, Operation *operation)
{
    connect(operation, &Operation::stageChanged, this, [this, item, operation] {
        if (!operation->isSettled())
            Q_EMIT itemsChanged({item});
    });
    connect(operation, &Operation::settled, this, [this, item] { onSettled(item); });
}

bool BatchRun::isTriedAgain(const Entry &entry) const
{
    // A 429 says that the server did not act. All calls of the account wait by themselves now.
    const std::optional<ApiError> &error = entry.outcome.error;
    return error && error->kind == ApiError::Kind::RateLimited && !entry.outcome.isUnknown() &&
           entry.tries < m_settings.mostTries && !m_isStopped;
}

void BatchRun::onSettled(int item)
{
    Entry &ended = entry(item);
    ended.outcome = ended.operation->outcome();
    --m_underWay;
    if (!ended.outcome.isUnknown()) {
        ended.operation->disconnect(this);
        ended.operation->release();
        ended.operation.clear();
    }
    pumpLater();
    if (isTriedAgain(ended)) {
        ended.state = State::Waiting;
        m_waiting.insert(item);
    } else {
        recordEnd(item);
    }
    Q_EMIT itemsChanged({item});
}

void BatchRun::recordEnd(int item)
{
    Entry &ended = entry(item);
    if (ended.outcome.isDone()) {
        ended.state = State::Done;
        m_limits.recordDone(m_items.at(item).account);
        return;
    }
    const ApiError &error = *ended.outcome.error;
    if (m_isStopped && error.kind == ApiError::Kind::Cancelled && !ended.outcome.isUnknown()) {
        ended.state = State::NotSent;
        ended.reason = tr("Not started.");
        return;
    }
    ended.state = ended.outcome.isUnknown() ? State::Unknown : State::Failed;
    m_limits.recordFailure(m_items.at(item).account, m_items.at(item).project, ended.outcome);
}

QString BatchRun::whyNot(int item) const
{
    const Item &place = m_items.at(item);
    return m_isStopped ? tr("Not started.") : m_limits.obstacle(place.account, place.project);
}

void BatchRun::passOver()
{
    QList<int> passed;
    for (const int item : m_waiting) {
        const QString reason = whyNot(item);
        if (reason.isEmpty())
            continue;
        entry(item).state = State::NotSent;
        entry(item).reason = reason;
        passed.append(item);
    }
    for (const int item : std::as_const(passed))
        m_waiting.erase(item);
    if (!passed.isEmpty())
        Q_EMIT itemsChanged(passed);
}

} // namespace Sluice
