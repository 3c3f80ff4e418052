// SPDX-License-Identifier: Apache-2.0
#include "models/store/events/eventstore.h"

#include "models/definition/secret/textscrubber.h"
#include "models/store/database/storedatabase.h"
#include "models/store/database/storedvalues.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

void insert(Sql &sql, Event &event)
{
    const PipelineKey &key = event.key;
    sql.run(u"INSERT INTO event (at, kind, account, project, pipeline, account_name, project_name, "
            "name, began, before, after, detail, version, search) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {StoredValue::time(event.at), eventWord(event.kind), StoredValue::text(key.account),
             StoredValue::text(key.project), StoredValue::text(key.pipeline),
             StoredValue::text(event.accountName), StoredValue::text(event.projectName),
             StoredValue::text(event.name), StoredValue::moment(event.began),
             StoredValue::text(event.before), StoredValue::text(event.after),
             StoredValue::text(event.detail), event.version, event.searchText()});
    event.id = sql.value(u"SELECT last_insert_rowid()"_s).toLongLong();
}

Event eventFrom(const Sql::Row &row)
{
    Event event;
    event.id = row[0].toLongLong();
    event.at = StoredValue::time(row[1]);
    event.kind = eventKind(row[2].toString()).value_or(Event::Kind::StateChanged);
    event.key = {row[3].toString(), row[4].toString(), row[5].toString()};
    event.accountName = row[6].toString();
    event.projectName = row[7].toString();
    event.name = row[8].toString();
    event.began = StoredValue::moment(row[9]);
    event.before = row[10].toString();
    event.after = row[11].toString();
    event.detail = row[12].toString();
    event.version = row[13].toLongLong();
    return event;
}

// A condition with values for its "?".
struct Condition {
    QStringList parts;
    QVariantList values;

    void add(const QString &part, const QVariantList &with = {})
    {
        parts.append(part);
        values += with;
    }

    QString text() const
    {
        return parts.isEmpty() ? QString() : u" WHERE "_s + parts.join(u" AND "_s);
    }
};

// % and _ stand for themselves.
QString likePattern(QString word)
{
    word.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
    return u'%' + word + u'%';
}

Condition conditionOf(const EventFilter &filter)
{
    Condition condition;
    if (filter.pipeline.isValid())
        condition.add(u"((account = '' AND project = '' AND pipeline = '') OR "
                      "(account = ? AND project IN ('', ?) AND pipeline = '') OR "
                      "(account = ? AND project = ? AND pipeline = ?))"_s,
                      {filter.pipeline.account, filter.pipeline.project, filter.pipeline.account,
                       filter.pipeline.project, filter.pipeline.pipeline});
    if (!filter.account.isEmpty())
        condition.add(u"account IN ('', ?)"_s, {filter.account});
    // The kinds that only another version of Sluice knows are not shown.
    QStringList kinds;
    const QList<Event::Kind> passing = filter.kinds();
    for (const Event::Kind kind : passing)
        kinds.append(u'\'' + eventWord(kind) + u'\'');
    condition.add(u"kind IN (%1)"_s.arg(kinds.join(u',')));
    if (filter.from.isValid())
        condition.add(u"at >= ?"_s, {StoredValue::time(filter.from)});
    const QStringList words = filter.words();
    for (const QString &word : words)
        condition.add(u"search LIKE ? ESCAPE '\\'"_s, {likePattern(word)});
    return condition;
}

EventStore::Page readPage(Sql &sql, const EventFilter &filter, qint64 before, int count)
{
    Condition condition = conditionOf(filter);
    EventStore::Page page;
    if (before == 0) {
        page.newest = sql.value(u"SELECT MAX(id) FROM event"_s).toLongLong();
        page.all = sql.value(u"SELECT COUNT(*) FROM event"_s).toLongLong();
        page.matching =
            sql.value(u"SELECT COUNT(*) FROM event"_s + condition.text(), condition.values)
                .toLongLong();
    }
    if (before > 0)
        condition.add(u"id < ?"_s, {before});
    condition.values.append(count);
    const QList<Sql::Row> rows =
        sql.rows(u"SELECT id, at, kind, account, project, pipeline, account_name, project_name, "
                 "name, began, before, after, detail, version FROM event"_s +
                     condition.text() + u" ORDER BY id DESC LIMIT ?"_s,
                 condition.values);
    for (const Sql::Row &row : rows)
        page.events.append(eventFrom(row));
    return page;
}

} // namespace

EventStore::EventStore(StoreDatabase *database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{}

void EventStore::put(const QList<Event> &events)
{
    if (events.isEmpty())
        return;
    const auto kept = std::make_shared<QList<Event>>(events);
    for (Event &event : *kept)
        event.detail = TextScrubber(event.detail, {}).scrubbed();
    m_database->write(
        [kept](Sql &sql) {
            for (Event &event : *kept)
                insert(sql, event);
        },
        this,
        [this, kept](bool isKept) {
            if (isKept)
                Q_EMIT added(*kept);
        });
}

void EventStore::removeAccount(const QString &account)
{
    m_database->write(
        [account](Sql &sql) {
            sql.run(u"DELETE FROM event WHERE account = ?"_s, {StoredValue::text(account)});
        },
        this,
        [this](bool kept) {
            if (kept)
                Q_EMIT removed();
        });
}

void EventStore::prune()
{
    const auto count = std::make_shared<int>(0);
    m_database->write(
        [count, oldest = QDateTime::currentDateTimeUtc().addDays(-daysKept)](Sql &sql) {
            sql.run(u"DELETE FROM event WHERE at < ?"_s, {StoredValue::time(oldest)});
            *count = sql.changedRows();
            sql.run(u"DELETE FROM event WHERE id <= (SELECT MAX(id) FROM event) - ?"_s, {mostKept});
            *count += sql.changedRows();
        },
        this,
        [this, count](bool kept) {
            if (kept && *count > 0)
                Q_EMIT removed();
        });
}

void EventStore::page(const EventFilter &filter, qint64 before, int count, QObject *context,
                      std::function<void(const StoreResult<Page> &)> got) const
{
    m_database->read(
        [filter, before, count](Sql &sql) { return readPage(sql, filter, before, count); }, context,
        std::move(got));
}

void EventStore::settle(QObject *context, const std::function<void()> &done) const
{
    m_database->read([](Sql &) { return true; }, context,
                     [done](const StoreResult<bool> &) { done(); });
}

void EventStore::mark(const QString &name, const QDateTime &moment)
{
    m_database->write([name, moment](Sql &sql) {
        sql.run(u"INSERT OR REPLACE INTO moment (name, at) VALUES (?, ?)"_s,
                {name, StoredValue::time(moment)});
    });
}

void EventStore::marked(const QString &name, QObject *context,
                        std::function<void(const StoreResult<QDateTime> &)> got) const
{
    m_database->read(
        [name](Sql &sql) {
            return StoredValue::moment(
                sql.value(u"SELECT at FROM moment WHERE name = ?"_s, {name}));
        },
        context, std::move(got));
}

} // namespace Sluice
