// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/timeline.h"
#include "models/store/events/spanstore.h"

#include <QDateTime>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <functional>

namespace Sluice {

class SpanKeeper;

// The timelines of those pipelines that somebody looks at, over one period until now: from the
// store what was seen in earlier runs of the program, and from the keeper what is seen now.
class Timelines final : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>;

    // Both outlive it.
    Timelines(SpanStore *store, SpanKeeper *keeper, Now now = &QDateTime::currentDateTimeUtc,
              QObject *parent = nullptr);

    std::chrono::hours period() const { return m_period; }

    // 6 h, 24 h, 7 d or 30 d: what a user chooses from.
    static QList<std::chrono::hours> periods();
    static QString periodText(std::chrono::hours period); // "24 h", translated
    void setPeriod(std::chrono::hours period);

    // Reads those that are not known yet; changed() tells when they are.
    void setInView(const QSet<PipelineKey> &keys);

    // What was seen of it. While the store is being asked, only what is seen now.
    Timeline timeline(const PipelineKey &key) const;
    // The same in words.
    QString text(const PipelineKey &key) const;

    // They are gone: when they come back, they are read anew.
    void forget(const QList<PipelineKey> &keys);

Q_SIGNALS:
    // The timelines of these look different. None named: all of them.
    void changed(const QSet<Sluice::PipelineKey> &keys);
    void periodChanged();

private:
    void read(const QList<PipelineKey> &keys);

    SpanStore *m_store;
    SpanKeeper *m_keeper;
    Now m_now;
    std::chrono::hours m_period{24};
    QSet<PipelineKey> m_asked;
    SpanStore::Spans m_former;   // of the period
    int m_round = 0;             // counts the periods, so that late answers are known
    QSet<PipelineKey> m_changed; // not told yet
    QTimer m_moveTimer;
    QTimer m_tellTimer;
};

} // namespace Sluice
