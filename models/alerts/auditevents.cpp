// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/auditevents.h"

#include "models/support/hiddencharacters.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice::AuditEvents {

namespace {

QString words(const QJsonObject &event)
{
    return event["eventName"_L1].toString() + u' ' + event["eventDescription"_L1].toString();
}

bool isStop(const QJsonObject &event)
{
    return words(event).contains("stop"_L1, Qt::CaseInsensitive);
}

bool isOfPipeline(const QJsonObject &event)
{
    return words(event).contains("pipeline"_L1, Qt::CaseInsensitive);
}

bool hasPipelineId(const QJsonObject &event)
{
    const QJsonObject info = event["additionalInfo"_L1].toObject();
    const QStringList keys = info.keys();
    return std::any_of(keys.cbegin(), keys.cend(), [](const QString &key) {
        return key.contains("pipelineId"_L1, Qt::CaseInsensitive);
    });
}

bool isAbout(const QJsonObject &event, const PipelineKey &key, const QString &name)
{
    const QByteArray all = QJsonDocument(event).toJson(QJsonDocument::Compact);
    if (all.contains(key.pipeline.toUtf8()))
        return true;
    if (hasPipelineId(event) || name.isEmpty())
        return false;
    // Not a part of a longer name.
    const QRegularExpression whole(
        u"(?<![\\w-])%1(?![\\w-])"_s.arg(QRegularExpression::escape(name)),
        QRegularExpression::UseUnicodePropertiesOption);
    return event["eventDescription"_L1].toString().contains(whole);
}

// The value whose key speaks of a time.
QDateTime timeOf(const QJsonObject &event)
{
    for (auto it = event.constBegin(); it != event.constEnd(); ++it) {
        const bool isTime = it.key().contains("time"_L1, Qt::CaseInsensitive) ||
                            it.key().contains("date"_L1, Qt::CaseInsensitive) ||
                            it.key().endsWith("At"_L1);
        const QDateTime time =
            isTime ? QDateTime::fromString(it->toString(), Qt::ISODateWithMs) : QDateTime();
        if (time.isValid())
            return time.toUTC();
    }
    return {};
}

QString actorOf(const QJsonObject &event)
{
    const QString email = shownName(event["actorEmail"_L1].toString());
    return email.isEmpty() ? shownName(event["actorId"_L1].toString()) : email;
}

} // namespace

std::optional<AuditFinding> stopOf(const QJsonArray &events, const PipelineKey &key,
                                   const QString &name)
{
    std::optional<AuditFinding> found;
    for (const QJsonValue &value : events) {
        const QJsonObject event = value.toObject();
        if (!isStop(event) || !isAbout(event, key, name))
            continue;
        const QDateTime at = timeOf(event);
        if (!found || (at.isValid() && (!found->at.isValid() || at > found->at)))
            found = AuditFinding{AuditFinding::Kind::StoppedBy, actorOf(event), at};
    }
    return found;
}

bool tellOfCommands(const QJsonArray &events)
{
    return std::any_of(events.cbegin(), events.cend(), [](const QJsonValue &value) {
        const QJsonObject event = value.toObject();
        const bool isCommand =
            isStop(event) || words(event).contains("start"_L1, Qt::CaseInsensitive);
        return isCommand && isOfPipeline(event);
    });
}

} // namespace Sluice::AuditEvents
