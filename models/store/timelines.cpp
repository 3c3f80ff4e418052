// SPDX-License-Identifier: Apache-2.0
#include "models/store/timelines.h"

#include "models/store/spankeeper.h"

#include <utility>

namespace Sluice {

namespace {

// A timeline that is about 150 pixels wide moves by one in this part of its period.
constexpr int movesInPeriod = 150;

constexpr std::chrono::milliseconds tellDelay{100}; // for many changes at once

} // namespace

Timelines::Timelines(SpanStore *store, SpanKeeper *keeper, Now now, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_keeper(keeper)
    , m_now(std::move(now))
{
    m_tellTimer.setSingleShot(true);
    m_tellTimer.setInterval(tellDelay);
    connect(&m_tellTimer, &QTimer::timeout, this, [this] {
        const QSet<PipelineKey> keys = std::exchange(m_changed, {});
        Q_EMIT changed(keys);
    });
    connect(keeper, &SpanKeeper::changed, this, [this](const PipelineKey &key) {
        m_changed.insert(key);
        if (!m_tellTimer.isActive())
            m_tellTimer.start();
    });
    connect(&m_moveTimer, &QTimer::timeout, this, [this] { Q_EMIT changed({}); });
    m_moveTimer.start(std::chrono::milliseconds(m_period) / movesInPeriod);
}

QList<std::chrono::hours> Timelines::periods()
{
    using std::chrono::hours;
    return {hours(6), hours(24), hours(7 * 24), hours(30 * 24)};
}

QString Timelines::periodText(std::chrono::hours period)
{
    const int hours = int(period.count());
    return hours <= 24 ? tr("%1 h").arg(hours) : tr("%1 d").arg(hours / 24);
}

void Timelines::setPeriod(std::chrono::hours period)
{
    if (m_period == period)
        return;
    const QList<PipelineKey> known = m_asked.values();
    m_period = period;
    m_moveTimer.start(std::chrono::milliseconds(m_period) / movesInPeriod);
    m_former.clear();
    ++m_round;
    Q_EMIT periodChanged();
    Q_EMIT changed({});
    read(known);
}

void Timelines::setInView(const QSet<PipelineKey> &keys)
{
    const QSet<PipelineKey> unknown = keys - m_asked;
    if (unknown.isEmpty())
        return;
    m_asked.unite(unknown);
    read(unknown.values());
}

void Timelines::read(const QList<PipelineKey> &keys)
{
    if (keys.isEmpty())
        return;
    const qint64 from = m_now().toMSecsSinceEpoch() - std::chrono::milliseconds(m_period).count();
    m_store->spans(keys, from, this,
                   [this, keys, round = m_round](const StoreResult<SpanStore::Spans> &spans) {
                       if (round != m_round)
                           return;
                       if (spans)
                           m_former.insert(*spans);
                       else
                           forget(keys); // to be asked again when somebody looks again
                       Q_EMIT changed(QSet<PipelineKey>(keys.cbegin(), keys.cend()));
                   });
}

void Timelines::forget(const QList<PipelineKey> &keys)
{
    for (const PipelineKey &key : keys) {
        m_asked.remove(key);
        m_former.remove(key);
    }
}

QString Timelines::text(const PipelineKey &key) const
{
    return m_asked.contains(key) && !m_former.contains(key) ? tr("Being read…")
                                                            : timeline(key).text();
}

Timeline Timelines::timeline(const PipelineKey &key) const
{
    const qint64 now = m_now().toMSecsSinceEpoch();
    // What the keeper has, it knows better.
    const QList<ObservedSpan> seen = m_keeper->spans(key);
    QList<ObservedSpan> spans = m_former.value(key);
    if (!seen.isEmpty())
        spans.removeIf(
            [first = seen.first().began](const ObservedSpan &span) { return span.began >= first; });
    return {spans + seen, now - std::chrono::milliseconds(m_period).count(), now};
}

} // namespace Sluice
