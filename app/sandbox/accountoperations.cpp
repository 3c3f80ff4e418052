// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/accountoperations.h"

#include "app/sandbox/pipelinejson.h"

#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

constexpr int keptDays = 90;        // of audit events
constexpr qsizetype mostDays = 366; // of one answer about consumption

QString parameterOf(const Request &request, const char *name)
{
    const auto found = request.query.find(name);
    return found == request.query.end() ? QString() : QString::fromStdString(found->second);
}

// A time with an offset; without the parameter `otherwise`.
qint64 timeOf(const Request &request, const char *name, qint64 otherwise, QList<Fault> &faults)
{
    const QString text = parameterOf(request, name);
    if (text.isEmpty())
        return otherwise;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!time.isValid() || time.timeSpec() == Qt::LocalTime)
        faults.append({QString::fromLatin1(name), u"must be an ISO 8601 time with an offset"_s});
    return time.toMSecsSinceEpoch();
}

QDate dayOf(const Request &request, const char *name, QList<Fault> &faults)
{
    const QDate day = QDate::fromString(parameterOf(request, name), Qt::ISODate);
    if (!day.isValid())
        faults.append({QString::fromLatin1(name), u"must be a date"_s});
    return day;
}

Answer forbidden(const Request &request)
{
    return problem(403, request.path,
                   u"These credentials do not have the permission that this needs."_s);
}

// What a pipeline used on a day: the same whenever it is asked for.
double creditsOf(const Pipeline &pipeline, const QDate &day)
{
    const qint64 share = lot(quint64(pipeline.id.data1) + quint64(day.toJulianDay()));
    return double(2000 + share) / 1000.0;
}

QJsonObject usageOf(const QString &project, const Pipeline &pipeline, const QDate &day)
{
    const QJsonObject dimensions{
        {u"pipelineName"_s, u"projects/%1/pipelines/%2"_s.arg(project, nameOf(pipeline))},
        {u"projectId"_s, pipeline.projectId.toString(QUuid::WithoutBraces)}};
    return {{u"consumptionType"_s, u"streaming"_s},
            {u"dimensions"_s, dimensions},
            {u"credits"_s, creditsOf(pipeline, day)}};
}

} // namespace

Answer AccountOperations::events(const Request &request) const
{
    if (!m_isAllowed)
        return forbidden(request);
    const qint64 now = wallClock();
    const qint64 oldest =
        QDateTime::fromMSecsSinceEpoch(now).addDays(-keptDays).toMSecsSinceEpoch();
    QList<Fault> faults;
    const PageRequest page = PageRequest::from(request, faults);
    const qint64 from = timeOf(request, "from", oldest, faults);
    const qint64 to = timeOf(request, "to", now + 1, faults);
    if (!faults.isEmpty())
        return violations(request.path, faults);
    return barePageAnswer(page, m_registry.auditEvents(page, std::max(from, oldest), to));
}

// Days to come and pipelines that were never started have no consumption.
Answer AccountOperations::consumption(const Request &request) const
{
    if (!m_isAllowed)
        return forbidden(request);
    QList<Fault> faults;
    const QDate from = dayOf(request, "consumedFrom", faults);
    const QDate before = dayOf(request, "consumedBefore", faults);
    if (faults.isEmpty() && (before <= from || from.daysTo(before) > mostDays))
        faults.append({u"consumedBefore"_s, u"must be 1 to 366 days after consumedFrom"_s});
    if (!faults.isEmpty())
        return violations(request.path, faults);
    const QDate today = QDateTime::currentDateTimeUtc().date();
    QJsonArray results;
    for (QDate day = from; day < before && day <= today; day = day.addDays(1)) {
        QJsonArray usages;
        m_registry.forEachPipeline([&](const QString &project, const Pipeline &pipeline) {
            if (pipeline.life.commandAt != 0)
                usages.append(usageOf(project, pipeline, day));
        });
        results.append(QJsonObject{{u"consumedFrom"_s, day.toString(Qt::ISODate)},
                                   {u"consumedBefore"_s, day.addDays(1).toString(Qt::ISODate)},
                                   {u"consumption"_s, usages}});
    }
    return json(200, {{u"results"_s, results}});
}

} // namespace Sluice::Sandbox
