// SPDX-License-Identifier: Apache-2.0
#include "models/store/spankeeper.h"

#include "models/events/event.h"
#include "models/fleet/fleet.h"

#include <utility>

namespace Sluice {

SpanKeeper::SpanKeeper(Fleet *fleet, SpanStore *store, Now now, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_store(store)
    , m_now(std::move(now))
{
    connect(fleet->pipelines(), &PipelineModel::statusSeen, this, &SpanKeeper::look);
    connect(fleet->pipelines(), &PipelineModel::pipelinesRemoved, this,
            [this](const QList<PipelineKey> &keys) {
                for (const PipelineKey &key : keys) {
                    const Seen seen = m_seen.take(key);
                    if (!seen.isWritten && !seen.spans.isEmpty())
                        write(key, seen);
                }
            });
    connect(fleet, &Fleet::accountAboutToBeRemoved, this,
            [this](const Account *account) { leave(account->id()); });
    m_writeTimer.setSingleShot(true);
    m_writeTimer.setInterval(writeDelay);
    connect(&m_writeTimer, &QTimer::timeout, this, &SpanKeeper::flush);
    m_lengthTimer.setInterval(lengthInterval);
    connect(&m_lengthTimer, &QTimer::timeout, this, &SpanKeeper::writeLengths);
    m_lengthTimer.start();
}

SpanKeeper::~SpanKeeper()
{
    writeLengths();
}

QList<ObservedSpan> SpanKeeper::spans(const PipelineKey &key) const
{
    const auto seen = m_seen.constFind(key);
    return seen == m_seen.cend() ? QList<ObservedSpan>() : seen->spans;
}

void SpanKeeper::forget(const QString &account)
{
    m_seen.removeIf([&account](const auto &each) { return each.key().account == account; });
    m_waiting.removeIf(
        [&account](const SpanStore::Kept &span) { return span.key.account == account; });
    if (m_store)
        m_store->removeAccount(account);
}

// All of it is written before whoever asked deletes what is kept of the account.
void SpanKeeper::leave(const QString &account)
{
    writeLengths();
    m_seen.removeIf([&account](const auto &each) { return each.key().account == account; });
}

void SpanKeeper::look(const PipelineKey &key)
{
    const PipelineRow *row = m_fleet->pipelines()->find(key);
    if (!row)
        return;
    const qint64 now = m_now().toMSecsSinceEpoch();
    Seen &seen = m_seen[key];
    if (!seen.spans.isEmpty()) {
        ObservedSpan &last = seen.spans.last();
        const qint64 pause = now - last.ended;
        // A clock that was set back begins a new span, too.
        const bool isClose = pause >= 0 && pause <= longestPauseMs;
        if (isClose && seen.status == row->rawStatus) {
            last.ended = now;
            seen.isWritten = false;
            return;
        }
        write(key, seen);
        if (pause > longestPauseMs)
            Q_EMIT lookedLate(key, QDateTime::fromMSecsSinceEpoch(last.ended, Qt::UTC));
    }
    seen.spans.append({now, now, row->state});
    if (seen.spans.size() > mostSpans)
        seen.spans.removeFirst();
    seen.status = row->rawStatus;
    write(key, seen);
    Q_EMIT changed(key);
}

void SpanKeeper::write(const PipelineKey &key, const Seen &seen)
{
    const ObservedSpan &span = seen.spans.last();
    m_waiting.append({key, span.began, span.ended, seen.status});
    if (!m_writeTimer.isActive())
        m_writeTimer.start();
}

void SpanKeeper::flush()
{
    const QList<SpanStore::Kept> waiting = std::exchange(m_waiting, {});
    if (m_store)
        m_store->put(waiting);
}

void SpanKeeper::writeLengths()
{
    for (auto [key, seen] : m_seen.asKeyValueRange()) {
        if (!std::exchange(seen.isWritten, true))
            m_waiting.append({key, seen.spans.last().began, seen.spans.last().ended, seen.status});
    }
    flush();
}

} // namespace Sluice
