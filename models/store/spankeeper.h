// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/events/spanstore.h"

#include <QDateTime>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Sluice {

class Fleet;

// Makes spans of the looks at a fleet's pipelines, and keeps them: a new one when the state
// changes, or when too much time passed between two looks. What changed is on disk a moment later,
// how long a span lasts every few minutes and at the end.
class SpanKeeper final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds writeDelay{500};
    static constexpr std::chrono::minutes lengthInterval{5};

    using Now = std::function<QDateTime()>;

    // Both outlive it. A null store: another program keeps them.
    SpanKeeper(Fleet *fleet, SpanStore *store, Now now = &QDateTime::currentDateTimeUtc,
               QObject *parent = nullptr);
    ~SpanKeeper() override;

    // What was seen of it since this object is there, sorted by begin.
    QList<ObservedSpan> spans(const PipelineKey &key) const;

    // Forgets what was kept of this account.
    void forget(const QString &account);

Q_SIGNALS:
    // It was seen in another state, or after a pause.
    void changed(const Sluice::PipelineKey &key);
    // It was seen now, and before that at lastLook: too long ago to say what was between.
    void lookedLate(const Sluice::PipelineKey &key, const QDateTime &lastLook);

private:
    // Of one pipeline. The last of the spans goes on.
    struct Seen {
        QList<ObservedSpan> spans;
        QString status; // of the last span, the server's word
        bool isWritten = false;
    };

    static constexpr qsizetype mostSpans = 1000; // of each pipeline; the oldest are on disk

    void leave(const QString &account);
    void look(const PipelineKey &key);
    void write(const PipelineKey &key, const Seen &seen);
    void flush();
    void writeLengths();

    Fleet *m_fleet;
    SpanStore *m_store;
    Now m_now;
    QHash<PipelineKey, Seen> m_seen;
    QList<SpanStore::Kept> m_waiting;
    QTimer m_writeTimer;
    QTimer m_lengthTimer;
};

} // namespace Sluice
