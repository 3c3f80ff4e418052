// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/eventfilter.h"
#include "models/store/database/storeproblem.h"

#include <QObject>

#include <functional>

namespace Sluice {

class StoreDatabase;

// What Sluice saw and did, for daysKept days and at most mostKept events. Texts are kept without
// secrets.
class EventStore final : public QObject
{
    Q_OBJECT

public:
    static constexpr int daysKept = 30;
    static constexpr int mostKept = 200'000;

    struct Page {
        QList<Event> events; // newest first
        // Counted for the first page only.
        qint64 matching = 0; // how many the filter lets pass
        qint64 all = 0;
        qint64 newest = 0; // the highest id of all events then
    };

    explicit EventStore(StoreDatabase *database, QObject *parent = nullptr);

    // Writes them down, each with an id of its own.
    void put(const QList<Event> &events);
    void removeAccount(const QString &account);
    // Drops what is older than daysKept, and the oldest of what is more than mostKept.
    void prune();

    // The newest events that the filter lets pass, at most count, older than the event `before` (0:
    // from the newest on).
    void page(const EventFilter &filter, qint64 before, int count, QObject *context,
              std::function<void(const StoreResult<Page> &)> got) const;

    // Calls when everything that the store was given so far is done, and its answers came.
    void settle(QObject *context, const std::function<void()> &done) const;

    // Moments that outlive the program, such as "last visit". Invalid: never set.
    void mark(const QString &name, const QDateTime &moment);
    void marked(const QString &name, QObject *context,
                std::function<void(const StoreResult<QDateTime> &)> got) const;

Q_SIGNALS:
    // These are on disk now, with their ids.
    void added(const QList<Sluice::Event> &events);
    void removed();

private:
    StoreDatabase *m_database;
};

} // namespace Sluice
