// SPDX-License-Identifier: Apache-2.0
#include "models/api/pager.h"

#include "models/api/endpoints.h"
#include "models/pipeline/jsonnumber.h"
#include "models/pipeline/jsontext.h"

#include <QJsonObject>
#include <QPointer>
#include <QSet>

#include <memory>

namespace Sluice {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPages = 1000;
// Page size when the server does not heed the size asked for (third-party clients agree).
constexpr qint64 defaultSize = 25;

struct Reading {
    QPointer<Client> client;
    Request list;
    QString idKey;
    QPointer<QObject> context;
    Handler<QJsonArray> handler;
    QJsonArray rows;
    QSet<QByteArray> seen;
    int page = 0;
};

using ReadingPtr = std::shared_ptr<Reading>;

QByteArray identity(const QJsonValue &row, const QString &idKey)
{
    const QString id = row.toObject().value(idKey).toString();
    if (!id.isEmpty())
        return id.toUtf8();
    return '\0' + compactJson(row);
}

ApiError badList(const Reading &reading, const Reply &reply, const QString &message)
{
    ApiError error;
    error.kind = ApiError::Kind::BadReply;
    error.httpStatus = reply.status;
    error.message = message;
    error.requestId = reply.requestId;
    error.target = "GET "_L1 + reading.list.path;
    error.host = reading.client ? reading.client->baseUrl().host() : QString();
    return error;
}

// Adds the rows that are new and tells what the page was like.
PageFacts addRows(Reading &reading, const QJsonObject &body, const QJsonArray &rows)
{
    PageFacts facts;
    for (const auto &row : rows) {
        const QByteArray id = identity(row, reading.idKey);
        if (reading.seen.contains(id))
            continue;
        reading.seen.insert(id);
        reading.rows.append(row);
        ++facts.fresh;
    }
    facts.rows = rows.size();
    facts.read = reading.rows.size();
    facts.size = JsonNumber::toInteger(body.value("size"_L1));
    facts.total = JsonNumber::toInteger(body.value("total"_L1));
    facts.asked = Endpoints::pageSize;
    return facts;
}

void readPage(const ReadingPtr &reading);

void takePage(const ReadingPtr &reading, const Result<Reply> &result)
{
    if (!result) {
        reading->handler(result.error());
        return;
    }
    const QJsonObject body = result->json.object();
    const QJsonValue results = body.value("results"_L1);
    if (!results.isArray()) {
        reading->handler(badList(*reading, *result, ApiError::tr("the list has no \"results\"")));
        return;
    }
    if (isLastPage(addRows(*reading, body, results.toArray()))) {
        reading->handler(reading->rows);
        return;
    }
    if (++reading->page >= mostPages) {
        reading->handler(badList(*reading, *result, ApiError::tr("the list does not end")));
        return;
    }
    readPage(reading);
}

void readPage(const ReadingPtr &reading)
{
    if (!reading->client || !reading->context)
        return;
    reading->client->send(Endpoints::paged(reading->list, reading->page), reading->context,
                          [reading](const Result<Reply> &result) { takePage(reading, result); });
}

} // namespace

bool isLastPage(const PageFacts &page)
{
    if (page.rows == 0 || page.fresh == 0)
        return true;
    if (page.total > page.read)
        return false;
    if (page.rows < defaultSize)
        // Shorter than any page a server gives by itself, unless it says that its pages are
        // smaller.
        return page.size <= 0 || page.rows != page.size;
    // At or above the default size a short page ends the list only when the envelope is sound.
    const bool sound = page.size > 0 && page.size <= page.asked && page.total > 0;
    return sound && page.rows < page.size;
}

void fetchAll(Client *client, const Request &list, const QString &idKey, QObject *context,
              Handler<QJsonArray> handler)
{
    auto reading = std::make_shared<Reading>();
    reading->client = client;
    reading->list = list;
    reading->idKey = idKey;
    reading->context = context;
    reading->handler = std::move(handler);
    readPage(reading);
}

} // namespace Sluice
