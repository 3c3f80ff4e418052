// SPDX-License-Identifier: Apache-2.0
#include "models/api/endpoints.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QtTest>

using namespace Sluice;

// Compares every endpoint function with the API description: path, verb, body and answer.
class TestEndpoints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isDescribed_data();
    void isDescribed();
    void idsAreEncoded();
    void commandsHaveTheGuidesForm();
    void pageIsReplaced();

private:
    struct Operation {
        bool hasBody = false;
        bool answersJson = false; // with a 2xx status
    };

    // "GET /v1/projects" -> its entry in the description
    QMap<QString, Operation> m_operations;
};

void TestEndpoints::initTestCase()
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/maia-openapi.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    // Reads the file by its indentation: paths have two blanks, verbs four, their parts more.
    static const QRegularExpression pathLine(u"^  (/\\S+):$"_qs);
    static const QRegularExpression verbLine(u"^    (get|post|put|patch|delete):$"_qs);
    static const QRegularExpression statusLine(u"^        '(\\d\\d\\d)':"_qs);
    QString path;
    QString key;
    bool inGood = false;
    for (QTextStream in(&file); !in.atEnd();) {
        const QString line = in.readLine();
        if (line == u"components:")
            break;
        if (const auto match = pathLine.match(line); match.hasMatch()) {
            path = match.captured(1);
        } else if (const auto verb = verbLine.match(line); verb.hasMatch()) {
            key = verb.captured(1).toUpper() + u' ' + path;
            m_operations.insert(key, {});
            inGood = false;
        } else if (const auto status = statusLine.match(line); status.hasMatch()) {
            inGood = status.captured(1).startsWith(u'2');
        } else if (line == u"      requestBody:") {
            m_operations[key].hasBody = true;
        } else if (inGood && line.trimmed() == u"application/json:") {
            m_operations[key].answersJson = true;
        }
    }
    QVERIFY2(m_operations.size() > 10, qPrintable(QString::number(m_operations.size())));
}

void TestEndpoints::isDescribed_data()
{
    using namespace Endpoints;
    const QString p = u"P"_qs;
    const QString s = u"S"_qs;
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("key");
    const QString pipelines = u"/v1/projects/{projectId}/streaming-pipelines"_qs;
    const QString pipeline = pipelines + u"/{streamingPipelineId}"_qs;
    const auto row = [](const char *name, const Request &request, const QString &key) {
        QTest::newRow(name) << request << key;
    };
    row("listProjects", listProjects(), u"GET /v1/projects"_qs);
    row("listEnvironments", listEnvironments(p), u"GET /v1/projects/{projectId}/environments"_qs);
    row("listAgents", listAgents(), u"GET /v1/agents"_qs);
    row("listPipelines", listPipelines(p), u"GET "_qs + pipelines);
    row("getPipeline", getPipeline(p, s), u"GET "_qs + pipeline);
    row("createPipeline", createPipeline(p, "{}"), u"POST "_qs + pipelines);
    row("updatePipeline", updatePipeline(p, s, "{}"), u"PUT "_qs + pipeline);
    row("deletePipeline", deletePipeline(p, s), u"DELETE "_qs + pipeline);
    row("start", sendCommand(p, s, PipelineCommand::Start),
        u"POST "_qs + pipeline + u"/commands"_qs);
    row("stop", sendCommand(p, s, PipelineCommand::Stop), u"POST "_qs + pipeline + u"/commands"_qs);
    row("getStatus", getStatus(p, s), u"GET "_qs + pipeline + u"/status"_qs);
}

void TestEndpoints::isDescribed()
{
    QFETCH(Request, request);
    QFETCH(QString, key);
    QVERIFY2(m_operations.contains(key), qPrintable(key));
    const Operation operation = m_operations.value(key);
    QCOMPARE(request.body.has_value(), operation.hasBody);
    QCOMPARE(request.promise != Promise::Nothing, operation.answersJson);

    QString filled = key.section(u' ', 1);
    filled.replace(u"{projectId}"_qs, u"P"_qs).replace(u"{streamingPipelineId}"_qs, u"S"_qs);
    filled.replace(u"{agentId}"_qs, u"S"_qs);
    QCOMPARE(request.path, filled);
    QCOMPARE(QString::fromLatin1(verbName(request.verb)), key.section(u' ', 0, 0));
    QCOMPARE(request.priority, Priority::User);
}

void TestEndpoints::idsAreEncoded()
{
    const Request request = Endpoints::getPipeline(u"a/b?c#d"_qs, u"ü %"_qs);
    QCOMPARE(request.path, u"/v1/projects/a%2Fb%3Fc%23d/streaming-pipelines/%C3%BC%20%25"_qs);
}

void TestEndpoints::commandsHaveTheGuidesForm()
{
    for (const auto &[name, command] :
         {std::pair{"start", PipelineCommand::Start}, std::pair{"stop", PipelineCommand::Stop}}) {
        QFile file(
            QStringLiteral(SLUICE_TEST_DATA "/guide/command-%1.json").arg(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Request request = Endpoints::sendCommand(u"p"_qs, u"s"_qs, command);
        QCOMPARE(QJsonDocument::fromJson(*request.body), QJsonDocument::fromJson(file.readAll()));
    }
}

void TestEndpoints::pageIsReplaced()
{
    Request request = Endpoints::paged(Endpoints::listAgents(), 0);
    QCOMPARE(request.query.toString(), u"page=0&size=100"_qs);
    request = Endpoints::paged(request, 3, 25);
    QCOMPARE(request.query.toString(), u"page=3&size=25"_qs);
}

SLUICE_TEST(TestEndpoints, Core)
#include "tst_endpoints.moc"
