// SPDX-License-Identifier: Apache-2.0
#include "tests/support/guidepeer.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

namespace {

QByteArray guideFile(const QString &name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray page(const QJsonArray &results)
{
    return QJsonDocument(QJsonObject{{u"page"_s, 0}, {u"results"_s, results}}).toJson();
}

} // namespace

GuidePeer::GuidePeer()
{
    m_server.setHandler([this](const Seen &request) { return answer(request); });
}

int GuidePeer::creates() const
{
    int count = 0;
    for (const Seen &request : m_server.seen())
        count += request.method == "POST" && request.path().endsWith("/streaming-pipelines");
    return count;
}

void GuidePeer::addPipeline(const QString &name, const QString &id)
{
    m_pipelines.append(QJsonObject{{u"streamingPipelineId"_s, id}, {u"name"_s, name}});
}

void GuidePeer::loseCreates(bool lose)
{
    m_create = lose ? Act::Kind::Close : Act::Kind::Reply;
}

void GuidePeer::holdCreates()
{
    m_create = Act::Kind::Silence;
}

Act GuidePeer::answer(const Seen &request)
{
    const QByteArray path = request.path();
    if (path.endsWith("/projects"))
        return Act::reply(200, guideFile(u"projects-page.json"_s));
    if (path.endsWith("/environments"))
        return Act::reply(200, guideFile(u"environments-page.json"_s));
    if (path.endsWith("/agents"))
        return Act::reply(200, page({}));
    if (path.endsWith("/status"))
        return Act::reply(200, R"({"status":"NOT_RUNNING"})");
    if (request.method == "POST")
        return create(request.body);
    return Act::reply(200, page(m_pipelines));
}

Act GuidePeer::create(const QByteArray &body)
{
    if (m_create != Act::Kind::Reply)
        return Act::fault(m_create);
    QJsonObject definition = QJsonDocument::fromJson(body).object();
    definition.insert(u"streamingPipelineId"_s, u"7d2b6c1e-0000-4000-8000-000000000001"_s);
    m_pipelines.append(definition);
    return Act::reply(201, QJsonDocument(definition).toJson());
}

} // namespace Sluice::Test
