// SPDX-License-Identifier: Apache-2.0
#include "models/events/eventtexts.h"

#include "models/support/csvtext.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sluice::EventTexts {

namespace {

QString timeOf(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

} // namespace

QByteArray csv(const QList<Event> &events)
{
    QList<QStringList> table{{u"time"_s, u"kind"_s, u"severity"_s, u"account"_s, u"project"_s,
                              u"pipeline"_s, u"pipelineId"_s, u"before"_s, u"after"_s, u"began"_s,
                              u"text"_s}};
    for (const Event &event : events)
        table.append({timeOf(event.at), eventWord(event.kind), severityWord(event.severity()),
                      event.accountName, event.projectName, event.name, event.key.pipeline,
                      event.before, event.after, timeOf(event.began), event.text()});
    return csvText(table);
}

QByteArray json(const QList<Event> &events)
{
    QByteArray text = "[";
    for (const Event &event : events) {
        const QJsonObject object{{u"time"_s, timeOf(event.at)},
                                 {u"kind"_s, eventWord(event.kind)},
                                 {u"severity"_s, severityWord(event.severity())},
                                 {u"account"_s, event.accountName},
                                 {u"project"_s, event.projectName},
                                 {u"projectId"_s, event.key.project},
                                 {u"pipeline"_s, event.name},
                                 {u"pipelineId"_s, event.key.pipeline},
                                 {u"before"_s, event.before},
                                 {u"after"_s, event.after},
                                 {u"began"_s, timeOf(event.began)},
                                 {u"text"_s, event.text()}};
        text += text.size() > 1 ? ",\n" : "\n";
        text += QJsonDocument(object).toJson(QJsonDocument::Compact);
    }
    return text + "\n]\n";
}

} // namespace Sluice::EventTexts
