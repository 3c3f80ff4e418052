// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/auditevents.h"

#include "app/sandbox/pipelinejson.h"

#include <QDateTime>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

constexpr qsizetype mostEvents = 100'000;
constexpr std::array colleagues{"ada.novak", "jonas.weber", "mei.tanaka"};

QString wordOf(AuditEvents::Deed deed)
{
    using Deed = AuditEvents::Deed;
    switch (deed) {
    case Deed::Created: return u"created"_s;
    case Deed::Updated: return u"updated"_s;
    case Deed::Deleted: return u"deleted"_s;
    case Deed::Started: return u"started"_s;
    case Deed::Stopped: return u"stopped"_s;
    }
    return {};
}

} // namespace

void AuditEvents::append(Deed deed, const Pipeline &pipeline, const QString &clientId, qint64 at)
{
    append(deed, pipeline, {{u"actorId"_s, clientId}, {u"actorEmail"_s, QJsonValue()}}, at);
}

void AuditEvents::appendCommandOfSomebody(const Pipeline &pipeline, bool isStart, qint64 at)
{
    const auto who = std::size_t(lot(pipeline.id.data1)) % colleagues.size();
    const QString name = QString::fromLatin1(colleagues.at(who));
    append(isStart ? Deed::Started : Deed::Stopped, pipeline,
           {{u"actorId"_s, u"user-%1"_s.arg(name)}, {u"actorEmail"_s, name + u"@example.com"_s}},
           at);
}

void AuditEvents::append(Deed deed, const Pipeline &pipeline, const QJsonObject &actor, qint64 at)
{
    // The same event has the same id on every run, where its time is the same.
    const QUuid id = QUuid::createUuidV5(pipeline.id, wordOf(deed) + QString::number(at));
    QJsonObject json = actor;
    json.insert(u"eventId"_s, id.toString(QUuid::WithoutBraces));
    json.insert(u"eventName"_s, u"streaming_pipeline_%1"_s.arg(wordOf(deed)));
    json.insert(u"eventDescription"_s,
                u"Streaming pipeline \"%1\" was %2"_s.arg(nameOf(pipeline), wordOf(deed)));
    json.insert(u"eventTime"_s,
                QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs));
    json.insert(u"additionalInfo"_s,
                QJsonObject{{u"streamingPipelineId"_s, pipeline.id.toString(QUuid::WithoutBraces)},
                            {u"projectId"_s, pipeline.projectId.toString(QUuid::WithoutBraces)}});
    const auto after = std::upper_bound(m_events.begin(), m_events.end(), at,
                                        [](qint64 time, const Event &e) { return time < e.at; });
    m_events.insert(after, {at, json});
    if (m_events.size() > mostEvents)
        m_events.removeFirst();
}

Slice AuditEvents::slice(const PageRequest &page, qint64 from, qint64 to) const
{
    const auto isBefore = [](const Event &event, qint64 time) { return event.at < time; };
    const auto first = std::lower_bound(m_events.cbegin(), m_events.cend(), from, isBefore);
    const auto end = std::lower_bound(first, m_events.cend(), std::max(from, to), isBefore);
    Slice slice;
    slice.total = end - first;
    const qsizetype last = std::min(page.first() + page.size, slice.total);
    for (qsizetype i = page.first(); i < last; ++i)
        slice.items.append(QJsonDocument((end - 1 - i)->json).toJson(QJsonDocument::Compact));
    return slice;
}

} // namespace Sluice::Sandbox
