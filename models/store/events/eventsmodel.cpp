// SPDX-License-Identifier: Apache-2.0
#include "models/store/events/eventsmodel.h"

#include "models/support/agetext.h"

#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString placeText(const Event &event)
{
    if (event.projectName.isEmpty())
        return event.accountName;
    return EventsModel::tr("%1 › %2").arg(event.accountName, event.projectName);
}

QString iconOf(const Event &event)
{
    switch (event.kind) {
    case Event::Kind::StateChanged:
    case Event::Kind::StoppedUnexpectedly: return {};
    case Event::Kind::CommandSent: return event.after == "stop"_L1 ? u"square"_s : u"play"_s;
    case Event::Kind::ActionFailed: return u"circle-alert"_s;
    case Event::Kind::Created: return u"plus"_s;
    case Event::Kind::Saved:
    case Event::Kind::ChangedElsewhere: return u"pencil"_s;
    case Event::Kind::Deleted:
    case Event::Kind::GoneElsewhere: return u"trash-2"_s;
    case Event::Kind::AccountTrouble: return u"triangle-alert"_s;
    case Event::Kind::AccountWell: return u"check"_s;
    case Event::Kind::NotObserved: return u"history"_s;
    case Event::Kind::Alerted: return u"bell"_s;
    case Event::Kind::AlertSettled: return u"check"_s;
    }
    return {};
}

QVariant badgeIn(const Event &event)
{
    if (event.kind == Event::Kind::StoppedUnexpectedly)
        return int(Badge::StoppedUnexpectedly);
    return event.kind == Event::Kind::StateChanged
               ? QVariant(int(badgeOf(pipelineStateFrom(event.after))))
               : QVariant();
}

} // namespace

EventsModel::EventsModel(EventStore *store, QObject *parent)
    : RecordTable(parent)
    , m_store(store)
{
    connect(store, &EventStore::added, this, &EventsModel::onAdded);
    connect(store, &EventStore::removed, this, [this] { read(Reading::Anew); });
    read(Reading::Anew);
}

void EventsModel::setFilter(const EventFilter &filter)
{
    if (m_filter == filter)
        return;
    // What was read of another pipeline must not stand for this one's.
    if (m_filter.pipeline != filter.pipeline || m_filter.account != filter.account)
        setRecords({});
    m_filter = filter;
    read(Reading::Anew);
}

void EventsModel::read(Reading reading)
{
    m_isReading = true;
    m_added.clear();
    ++m_round;
    const bool isMore = reading == Reading::More && rowCount() > 0;
    const qint64 before = isMore ? record(rowCount() - 1).id : 0;
    m_store->page(m_filter, before, pageSize, this,
                  [this, isMore, round = m_round](const StoreResult<EventStore::Page> &page) {
                      if (round != m_round)
                          return;
                      m_isReading = false;
                      m_problem = page ? StoreProblem() : page.error();
                      if (page && isMore)
                          takeMore(*page);
                      else
                          takeFirst(page ? *page : EventStore::Page());
                      onAdded(std::exchange(m_added, {}));
                      Q_EMIT loaded();
                  });
}

void EventsModel::takeFirst(const EventStore::Page &page)
{
    m_matching = page.matching;
    m_all = page.all;
    m_newest = page.newest;
    m_hasMore = page.events.size() == pageSize;
    setRecords(page.events);
}

void EventsModel::takeMore(const EventStore::Page &page)
{
    m_hasMore = page.events.size() == pageSize;
    appendRecords(page.events);
}

void EventsModel::onAdded(const QList<Event> &events)
{
    if (events.isEmpty())
        return;
    if (m_isReading) {
        m_added += events; // the answer on its way may know them, or not
        return;
    }
    QList<Event> passing;
    for (const Event &event : events) {
        if (event.id <= m_newest)
            continue; // it was read
        ++m_all;
        if (m_filter.passes(event))
            passing.prepend(event);
    }
    m_newest = qMax(m_newest, events.last().id);
    m_matching += passing.size();
    prependRecords(passing);
    if (rowCount() > mostRows) {
        cutRecords(mostRows);
        m_hasMore = true;
    }
    Q_EMIT loaded();
}

QString EventsModel::line(int row) const
{
    const Event &event = record(row);
    QStringList parts{momentText(event.at)};
    if (!event.name.isEmpty())
        parts.append(event.name);
    const QString place = placeText(event);
    if (!place.isEmpty())
        parts.append(place);
    parts.append(event.text());
    return parts.join(u", "_s);
}

QString EventsModel::timeText(const QDateTime &moment, const QDateTime &now)
{
    const QDateTime local = moment.toLocalTime();
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return local.toString(u"HH:mm:ss"_s);
    return QLocale().toString(local, days < 7 ? u"ddd HH:mm:ss"_s : u"d MMM HH:mm"_s);
}

QString EventsModel::text(const Event &event, int column) const
{
    switch (column) {
    case TimeColumn: return timeText(event.at, QDateTime::currentDateTimeUtc());
    case TextColumn: return event.text();
    case PipelineColumn: return event.key.isValid() ? event.name : QString();
    case PlaceColumn: return placeText(event);
    case KindColumn: return categoryText(event.category());
    default: return {};
    }
}

int EventsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant EventsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Event &event = record(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(event, column);
    case Qt::ToolTipRole:
        return column == TimeColumn ? momentText(event.at) : QVariant(text(event, column));
    case Qt::AccessibleTextRole:
        // The mark before the text says the severity to the eye.
        if (column == TextColumn && event.severity() != Event::Severity::Information)
            return tr("%1: %2").arg(severityText(event.severity()), event.text());
        return text(event, column);
    case EventRole: return QVariant::fromValue(event);
    case KeyRole: return QVariant::fromValue(event.key);
    case BadgeRole: return badgeIn(event);
    case IconRole: return iconOf(event);
    case SeverityRole: return int(event.severity());
    case IsGapRole: return event.kind == Event::Kind::NotObserved;
    default: return {};
    }
}

QVariant EventsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return RecordTable::headerData(section, orientation, role);
    switch (section) {
    case TimeColumn: return tr("Time");
    case TextColumn: return tr("What happened");
    case PipelineColumn: return tr("Pipeline");
    case PlaceColumn: return tr("Account and project");
    case KindColumn: return tr("Kind");
    default: return {};
    }
}

bool EventsModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasMore && !m_isReading;
}

void EventsModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        read(Reading::More);
}

} // namespace Sluice
