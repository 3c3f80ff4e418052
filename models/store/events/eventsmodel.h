// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/events/eventstore.h"
#include "models/support/recordtable.h"

#include <QTimer>

namespace Sluice {

// The events that a filter lets pass as a table, newest first. Reads them page by page, and follows
// the store.
class EventsModel final : public RecordTable<Event>
{
    Q_OBJECT

public:
    enum Column {
        TimeColumn,
        TextColumn,
        PipelineColumn,
        PlaceColumn, // account and project
        KindColumn,
        ColumnCount
    };

    enum Role {
        EventRole = Qt::UserRole, // Event
        KeyRole,                  // PipelineKey
        BadgeRole,                // int, Badge: what the row's mark shows; invalid: none
        IconRole,                 // QString: the name of the icon; empty: the badge's mark
        SeverityRole,             // int, Event::Severity
        IsGapRole,                // bool
    };

    static constexpr int pageSize = 200;
    static constexpr int mostRows = 5000; // when events go on coming; the rest is read again

    explicit EventsModel(EventStore *store, QObject *parent = nullptr);

    const EventFilter &filter() const { return m_filter; }

    void setFilter(const EventFilter &filter);

    // How many the filter lets pass, and how many there are.
    qint64 matching() const { return m_matching; }

    qint64 all() const { return m_all; }

    // Why they could not be read; none when they were, or are being read.
    const StoreProblem &problem() const { return m_problem; }

    // The row as one line, for the clipboard.
    QString line(int row) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

    // "14:02:11", on another day "Mon 21:38", "3 Nov 21:38"; local time.
    static QString timeText(const QDateTime &moment, const QDateTime &now);

Q_SIGNALS:
    // Events were read for this filter, or could not be read; numbers may have changed.
    void loaded();

private:
    enum class Reading { Anew, More };

    void read(Reading reading);
    void takeFirst(const EventStore::Page &page);
    void takeMore(const EventStore::Page &page);
    void onAdded(const QList<Event> &events);
    QString text(const Event &event, int column) const;

    EventStore *m_store;
    EventFilter m_filter;
    qint64 m_matching = 0;
    qint64 m_all = 0;
    qint64 m_newest = 0; // id; what is newer is not counted yet
    bool m_hasMore = false;
    bool m_isReading = false;
    QList<Event> m_added; // while it reads
    int m_round = 0;      // counts the filters, so that late answers are known
    StoreProblem m_problem;
};

} // namespace Sluice
