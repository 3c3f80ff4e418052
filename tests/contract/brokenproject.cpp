// SPDX-License-Identifier: Apache-2.0
#include "tests/contract/brokenproject.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

const QString BrokenProject::newId = u"0f6cfa0e-5b51-4f0b-b2f5-6f1a27b3c001"_s;

BrokenProject::BrokenProject(const Act &answer, Does does)
    : m_answer(answer)
    , m_does(does)
{
    m_server.setHandler([this](const Seen &seen) { return act(seen); });
}

void BrokenProject::put(const QString &id, QJsonObject definition)
{
    definition[u"streamingPipelineId"] = id;
    definition[u"projectId"] = u"p"_s;
    m_pipelines.append(definition);
}

Act BrokenProject::act(const Seen &seen)
{
    if (seen.method == "GET")
        return m_writes > 0 && m_does == Does::AllUnseen ? Act::reply(500) : read(seen);
    ++m_writes;
    if (m_does != Does::Nothing)
        write(seen);
    return m_answer;
}

Act BrokenProject::read(const Seen &seen) const
{
    if (seen.path().endsWith("/status"))
        return Act::reply(200, compact({{u"status"_s, QString::fromLatin1(m_status)}}));
    if (seen.path().endsWith("/streaming-pipelines")) {
        QJsonArray rows;
        for (const QJsonObject &pipeline : m_pipelines)
            rows.append(pipeline);
        return Act::reply(
            200, compact({{u"results"_s, rows}, {u"size"_s, 100}, {u"total"_s, rows.size()}}));
    }
    const qsizetype index = indexOf(seen.path());
    return index < 0 ? Act::reply(404) : Act::reply(200, compact(m_pipelines.at(index)));
}

void BrokenProject::write(const Seen &seen)
{
    const QJsonObject sent = QJsonDocument::fromJson(seen.body).object();
    const qsizetype index = indexOf(seen.path());
    if (seen.path().endsWith("/commands")) {
        m_status = sent[u"command"].toString() == u"start" ? "STARTING" : "NOT_RUNNING";
    } else if (seen.method == "POST") {
        put(newId, sent);
    } else if (index >= 0) {
        const QString id = m_pipelines.takeAt(index)[u"streamingPipelineId"].toString();
        if (seen.method == "PUT")
            put(id, sent);
    }
}

qsizetype BrokenProject::indexOf(const QByteArray &path) const
{
    for (qsizetype i = 0; i < m_pipelines.size(); ++i) {
        if (path.endsWith(m_pipelines.at(i)[u"streamingPipelineId"].toString().toUtf8()))
            return i;
    }
    return -1;
}

} // namespace Sluice::Test
