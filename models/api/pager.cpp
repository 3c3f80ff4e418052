// SPDX-License-Identifier: Apache-2.0
#include "models/api/pager.h"

#include "models/api/endpoints.h"
#include "models/json/jsonnumber.h"

#include <QJsonObject>
#include <QPointer>
#include <QSet>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace Sluice {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPages = 1000;
constexpr int mostPasses = 5;
// The page size when the server ignores the size asked for (third-party clients agree).
constexpr qint64 defaultSize = 25;

// One pass through all pages, from the first one.
struct Pass {
    QJsonArray rows;
    QList<QString> ids; // of the rows, in their order
    QSet<QString> seen;
    qint64 total = 0; // from the first page
    int page = 0;
    bool hasMoved = false; // the total has changed, or old ids stand among new ones
};

struct Reading {
    QPointer<Client> client;
    Request list;
    QString idKey;
    QPointer<QObject> context;
    Handler<QJsonArray> handler;
    Pass pass;
    std::optional<QList<QString>> formerIds; // of the former pass
    int passes = 1;
};

using ReadingPtr = std::shared_ptr<Reading>;

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

// True when every row has an id.
bool haveIds(const QJsonArray &rows, const QString &idKey)
{
    return std::all_of(rows.begin(), rows.end(), [&idKey](const QJsonValue &row) {
        return !row.toObject().value(idKey).toString().isEmpty();
    });
}

// Adds the new rows, and returns the facts of the page.
PageCounts addRows(Pass &pass, const QString &idKey, const QJsonObject &body)
{
    PageCounts facts;
    const QJsonArray rows = body.value("results"_L1).toArray();
    for (const auto &row : rows) {
        const QString id = row.toObject().value(idKey).toString();
        if (pass.seen.contains(id))
            continue;
        pass.seen.insert(id);
        pass.ids.append(id);
        pass.rows.append(row);
        ++facts.fresh;
    }
    facts.rows = rows.size();
    facts.read = pass.rows.size();
    facts.size = JsonNumber::toInteger(body.value("size"_L1));
    facts.total = JsonNumber::toInteger(body.value("total"_L1));
    facts.asked = Endpoints::pageSize;
    if (pass.page == 0)
        pass.total = facts.total;
    const bool isMixed = facts.fresh > 0 && facts.fresh < facts.rows;
    pass.hasMoved = pass.hasMoved || facts.total != pass.total || (pass.page > 0 && isMixed);
    return facts;
}

// A list that fits on one page, or has as many rows as its total says, did not change meanwhile.
// Otherwise two passes must agree: then the envelope is wrong, but the list does not change.
bool isSettled(const Reading &reading)
{
    const Pass &pass = reading.pass;
    const bool fits = pass.total == pass.rows.size() || (pass.page == 0 && pass.total == 0);
    return (fits && !pass.hasMoved) || reading.formerIds == pass.ids;
}

void readPage(const ReadingPtr &reading);

void endPass(const ReadingPtr &reading, const Reply &reply)
{
    if (isSettled(*reading)) {
        reading->handler(reading->pass.rows);
        return;
    }
    if (++reading->passes > mostPasses) {
        reading->handler(badList(
            *reading, reply, ApiError::tr("the list changes each time that its pages are read")));
        return;
    }
    reading->formerIds = std::exchange(reading->pass, {}).ids;
    readPage(reading);
}

void onPage(const ReadingPtr &reading, const Result<Reply> &result)
{
    if (!result) {
        reading->handler(result.error());
        return;
    }
    const QJsonObject body = result->json.object();
    const QJsonValue results = body.value("results"_L1);
    const auto refuse = [&](const QString &message) {
        reading->handler(badList(*reading, *result, message));
    };
    if (!results.isArray())
        return refuse(ApiError::tr("the list has no \"results\""));
    if (!haveIds(results.toArray(), reading->idKey))
        return refuse(ApiError::tr("a row of the list has no \"%1\"").arg(reading->idKey));
    if (isLastPage(addRows(reading->pass, reading->idKey, body)))
        return endPass(reading, *result);
    if (++reading->pass.page >= mostPages)
        return refuse(ApiError::tr("the list does not end"));
    readPage(reading);
}

void readPage(const ReadingPtr &reading)
{
    if (!reading->client || !reading->context)
        return;
    reading->client->send(Endpoints::paged(reading->list, reading->pass.page), reading->context,
                          [reading](const Result<Reply> &result) { onPage(reading, result); });
}

} // namespace

bool isLastPage(const PageCounts &page)
{
    if (page.rows == 0 || page.fresh == 0)
        return true;
    if (page.total > page.read)
        return false;
    if (page.rows < defaultSize)
        // Shorter than any full page of a server, unless it says that its pages are smaller.
        return page.size <= 0 || page.rows != page.size;
    // At or above the default size, a short page ends the list only when the envelope is sound.
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
