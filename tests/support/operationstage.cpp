// SPDX-License-Identifier: Apache-2.0
#include "tests/support/operationstage.h"

#include "models/api/fixedtoken.h"
#include "models/api/ratebudget.h"
#include "models/api/transport.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

OperationStage::OperationStage()
    : m_token(std::make_unique<FixedToken>("token-of-the-tests"))
    , m_budget(std::make_unique<RateBudget>(0))
{
    api.addProject(u"p1"_s, u"Orders"_s);
    api.addPipeline(u"p1"_s, u"a"_s, u"orders"_s, u"r1"_s);
    api.ahead = [this](const Seen &seen) -> std::optional<Act> {
        if (seen.method != "GET")
            return answer(seen);
        if (onList && seen.path().endsWith("/streaming-pipelines"))
            onList();
        return {};
    };
    renewClient();
}

OperationStage::~OperationStage() = default;

void OperationStage::renewClient()
{
    m_client =
        std::make_unique<Client>(Client::Settings{.baseUrl = api.server.url(), .readRetries = 0},
                                 std::make_unique<Transport>(), m_token.get(), m_budget.get());
}

void OperationStage::answerWrites(const Act &act, bool happens)
{
    m_act = act;
    m_happens = happens;
}

QJsonObject OperationStage::definition(const QString &name)
{
    return {{u"name"_s, name}, {u"agentId"_s, u"r1"_s}};
}

Act OperationStage::answer(const Seen &seen)
{
    if (onWrite)
        onWrite();
    const QByteArray body = m_happens ? perform(seen) : QByteArray();
    return m_act.value_or(Act::reply(200, body));
}

QByteArray OperationStage::perform(const Seen &seen)
{
    const QString id = QString::fromLatin1(seen.path()).section(u'/', 6, 6);
    if (seen.method == "PUT")
        return QJsonDocument(replace(id, seen.body)).toJson();
    if (seen.method == "DELETE") {
        QJsonArray &list = api.pipelines[u"p1"_s];
        for (qsizetype i = list.size(); i-- > 0;) {
            if (list.at(i)[u"streamingPipelineId"] == id)
                list.removeAt(i);
        }
    } else if (seen.path().endsWith("/commands")) {
        api.statuses[id] = seen.body.contains("stop") ? u"STOPPING"_s : u"STARTING"_s;
    } else {
        return QJsonDocument(create(seen.body)).toJson();
    }
    return {};
}

QJsonObject OperationStage::create(const QByteArray &json)
{
    QJsonObject created = QJsonDocument::fromJson(json).object();
    created.insert(u"streamingPipelineId"_s, u"new-%1"_s.arg(++m_created));
    created.insert(u"projectId"_s, u"p1"_s);
    api.pipelines[u"p1"_s].append(created);
    return created;
}

QJsonObject OperationStage::replace(const QString &id, const QByteArray &json)
{
    QJsonObject now = QJsonDocument::fromJson(json).object();
    now.insert(u"streamingPipelineId"_s, id);
    QJsonArray &list = api.pipelines[u"p1"_s];
    std::replace_if(
        list.begin(), list.end(),
        [&id](const QJsonValue &each) { return each[u"streamingPipelineId"] == id; },
        QJsonValue(now));
    return now;
}

} // namespace Sluice::Test
