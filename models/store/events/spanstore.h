// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"
#include "models/events/timeline.h"
#include "models/store/database/storeproblem.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>

class QObject;

namespace Sluice {

class StoreDatabase;

// In which state each pipeline was seen, and when: what a timeline is made of. For
// EventStore::daysKept days.
class SpanStore
{
public:
    // A span as it is kept: with the server's word.
    struct Kept {
        PipelineKey key;
        qint64 began = 0;
        qint64 ended = 0;
        QString status;
    };

    using Spans = QHash<PipelineKey, QList<ObservedSpan>>; // sorted by begin

    explicit SpanStore(StoreDatabase *database)
        : m_database(database)
    {}

    // A span with the same key and begin takes the place of the former one.
    void put(const QList<Kept> &spans);
    void removeAccount(const QString &account);
    void prune();

    // Of these pipelines, what reaches into the time from then on. Each of them has an entry.
    void spans(const QList<PipelineKey> &keys, qint64 from, QObject *context,
               std::function<void(const StoreResult<Spans> &)> got) const;

private:
    StoreDatabase *m_database;
};

} // namespace Sluice
