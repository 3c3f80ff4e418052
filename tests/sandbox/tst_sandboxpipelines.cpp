// SPDX-License-Identifier: Apache-2.0
#include "tests/support/talk.h"
#include "tests/support/testprogram.h"

#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace Sluice::Test;

// Projects, environments and streaming pipelines over HTTP, compared with the examples of the
// guide.
class TestSandboxPipelines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsTheGuidesProject();
    void listsTheGuidesEnvironment();
    void hasNoPipelines();
    void createsTheGuidesPipeline();
    void refusesTheGuidesInvalidPipeline();
    void refusesWhatIsNoObject_data();
    void refusesWhatIsNoObject();
    void replacesAPipeline();
    void refusesAnInvalidReplacement();
    void deletesAPipeline();
    void keepsUnknownFields();
    void keepsNumbersDigitForDigit();
    void judgesLongNumbers();
    void storesEnumsInUpperCase();
    void refusesBadCommands();
    void pagesPipelines();
    void refusesBadPages_data();
    void refusesBadPages();
    void knowsNoOtherIds_data();
    void knowsNoOtherIds();
    void lowersStatuses();

private:
    QString created(const QJsonObject &definition);

    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Talk> m_talk;
};

void TestSandboxPipelines::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>(
        QStringList{u"--rate-limit"_s, u"0"_s, u"--speed"_s, u"100"_s});
    QVERIFY2(m_sandbox->isReady(), qPrintable(m_sandbox->errorOutput()));
    m_talk = std::make_unique<Talk>(*m_sandbox);
}

// Creates a pipeline and returns its path.
QString TestSandboxPipelines::created(const QJsonObject &definition)
{
    const Talk::Reply reply = m_talk->post(guidePipelines, definition);
    return guidePipelines + u'/' + reply.json().value("streamingPipelineId"_L1).toString();
}

void TestSandboxPipelines::listsTheGuidesProject()
{
    // The size and total of 0 in the guide are placeholders.
    QJsonObject expected = guideFile(u"projects-page.json"_s);
    expected.insert("size"_L1, 25);
    expected.insert("total"_L1, 1);
    const Talk::Reply reply = m_talk->get(u"/v1/projects"_s);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.header("Content-Type"), "application/json");
    QCOMPARE(reply.json(), expected);
}

void TestSandboxPipelines::listsTheGuidesEnvironment()
{
    QJsonObject expected = guideFile(u"environments-page.json"_s);
    expected.insert("size"_L1, 25);
    expected.insert("total"_L1, 1);
    const Talk::Reply reply = m_talk->get(u"/v1/projects/%1/environments"_s.arg(guideProject));
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.json(), expected);
}

void TestSandboxPipelines::hasNoPipelines()
{
    const Talk::Reply reply = m_talk->get(guidePipelines);
    QCOMPARE(reply.status, 200);
    QCOMPARE(reply.body, R"({"page":0,"results":[],"size":25,"total":0})");
}

void TestSandboxPipelines::createsTheGuidesPipeline()
{
    const Talk::Reply reply = m_talk->post(guidePipelines, guideFile(u"create-request.json"_s));
    QCOMPARE(reply.status, 201);
    const QString id = reply.json().value("streamingPipelineId"_L1).toString();
    QVERIFY(!QUuid::fromString(id).isNull());
    QJsonObject expected = guideFile(u"create-response.json"_s);
    expected.insert("streamingPipelineId"_L1, id);
    expected.insert("projectId"_L1, guideProject); // in the reference, but not in the guide
    QCOMPARE(reply.json(), expected);
    QCOMPARE(m_talk->get(guidePipelines + u'/' + id).json(), expected);
    QCOMPARE(m_talk->statusOf(guidePipelines + u'/' + id), u"NOT_RUNNING"_s);
}

void TestSandboxPipelines::refusesTheGuidesInvalidPipeline()
{
    const Talk::Reply reply = m_talk->post(guidePipelines, guideFile(u"create-invalid.json"_s));
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.json(), guideFile(u"create-400.json"_s));
}

void TestSandboxPipelines::refusesWhatIsNoObject_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray("{\"name\":");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("text") << QByteArray("name=x");
}

void TestSandboxPipelines::refusesWhatIsNoObject()
{
    QFETCH(const QByteArray, body);
    const Talk::Reply reply = m_talk->send("POST", guidePipelines, body);
    QCOMPARE(reply.status, 400);
    const QJsonObject expected{
        {u"title"_s, u"Bad Request"_s},
        {u"status"_s, 400},
        {u"detail"_s, u"Failed to read request. Please check your request body."_s},
        {u"instance"_s, guidePipelines}};
    QCOMPARE(reply.json(), expected);
}

void TestSandboxPipelines::replacesAPipeline()
{
    const QString path = created(guideFile(u"create-request.json"_s));
    QJsonObject changed = guideFile(u"create-request.json"_s);
    changed.insert("name"_L1, u"renamed"_s);
    changed.remove("advancedProperties"_L1);
    changed.insert("streamingPipelineId"_L1, u"not mine"_s);
    const Talk::Reply reply = m_talk->put(path, changed);
    QCOMPARE(reply.status, 200);
    changed.insert("streamingPipelineId"_L1, path.mid(path.lastIndexOf(u'/') + 1));
    changed.insert("projectId"_L1, guideProject);
    QCOMPARE(reply.json(), changed);
    QCOMPARE(m_talk->get(path).json(), changed);
}

void TestSandboxPipelines::refusesAnInvalidReplacement()
{
    const QString path = created(guideFile(u"create-request.json"_s));
    const QJsonObject before = m_talk->get(path).json();
    const Talk::Reply reply = m_talk->put(path, guideFile(u"create-invalid.json"_s));
    QCOMPARE(reply.status, 400);
    QCOMPARE(reply.faults().size(), 2);
    QCOMPARE(reply.json().value("instance"_L1).toString(), path);
    QCOMPARE(m_talk->get(path).json(), before);
}

void TestSandboxPipelines::deletesAPipeline()
{
    const QString path = created(guideFile(u"create-request.json"_s));
    const int before = m_talk->get(guidePipelines).json().value("total"_L1).toInt();
    const Talk::Reply reply = m_talk->remove(path);
    QCOMPARE(reply.status, 204);
    QVERIFY(reply.body.isEmpty());
    QCOMPARE(m_talk->get(path).status, 404);
    QCOMPARE(m_talk->remove(path).status, 404);
    QCOMPARE(m_talk->get(guidePipelines).json().value("total"_L1).toInt(), before - 1);
}

void TestSandboxPipelines::keepsUnknownFields()
{
    QJsonObject definition = guideFile(u"create-request.json"_s);
    definition.insert("labels"_L1, QJsonObject{{u"tier"_s, 1.5}, {u"none"_s, QJsonValue()}});
    QJsonObject source = definition.value("streamingSource"_L1).toObject();
    source.insert("heartbeat"_L1, QJsonArray{1, u"x"_s, true});
    definition.insert("streamingSource"_L1, source);
    const QJsonObject stored = m_talk->get(created(definition)).json();
    QCOMPARE(stored.value("labels"_L1), definition.value("labels"_L1));
    QCOMPARE(stored.value("streamingSource"_L1), QJsonValue(source));
}

// A server that rounds numbers would hide a client that rounds them.
void TestSandboxPipelines::keepsNumbersDigitForDigit()
{
    const QByteArray numbers = R"({"a":1.0,"b":12345678901234567890,"c":0.1000,"d":1e300,"e":-0,)"
                               R"("f":[1E+2,-0.0,7],"g":"1.0","h":"say \"2.50\""})";
    QJsonObject definition = guideFile(u"create-request.json"_s);
    definition.insert(u"extra"_s, u"here"_s);
    QByteArray body = QJsonDocument(definition).toJson(QJsonDocument::Compact);
    body.replace("\"here\"", numbers);
    const Talk::Reply made = m_talk->send("POST", guidePipelines, body);
    QCOMPARE(made.status, 201);
    QVERIFY2(made.body.contains(numbers), made.body.constData());
    const QString path =
        guidePipelines + u'/' + made.json().value("streamingPipelineId"_L1).toString();
    for (const QString &place : {path, guidePipelines}) {
        const Talk::Reply read = m_talk->get(place);
        QVERIFY2(read.body.contains(numbers), read.body.constData());
    }
    body.replace("0.1000", "0.2000");
    const Talk::Reply replaced = m_talk->send("PUT", path, body);
    QVERIFY2(replaced.body.contains("\"c\":0.2000"), replaced.body.constData());
    QVERIFY(!replaced.body.contains("number:"));
}

void TestSandboxPipelines::judgesLongNumbers()
{
    QByteArray body = QJsonDocument(guideFile(u"create-request.json"_s)).toJson();
    const auto withPort = [body](const QByteArray &port) {
        QByteArray changed = body;
        const qsizetype start = changed.indexOf("\"port\": ") + 8;
        return changed.replace(start, changed.indexOf(',', start) - start, port);
    };
    QVERIFY(body.contains("\"port\": "));
    const Talk::Reply whole = m_talk->send("POST", guidePipelines, withPort("1433.0"));
    QCOMPARE(whole.status, 201);
    QVERIFY2(whole.body.contains("\"port\":1433.0"), whole.body.constData());
    for (const char *port : {"1433.5", "14.33e1", "12345678901234567890", "1e9", "-1.0"})
        QCOMPARE(m_talk->send("POST", guidePipelines, withPort(port)).status, 400);
    for (const char *port : {"01", "1.2.3", "+1", "--1", "1e", "-"})
        QCOMPARE(m_talk->send("POST", guidePipelines, withPort(port)).status, 400);
}

void TestSandboxPipelines::storesEnumsInUpperCase()
{
    const QJsonObject upper = guideFile(u"create-request.json"_s);
    QByteArray text = QJsonDocument(upper).toJson();
    for (const char *word : {"AZURE_KEY_VAULT", "PREFIX\"", "CHANGE_LOG", "NATIVE"})
        text.replace(word, QByteArray(word).toLower());
    text.replace("sqlserver\"", "SqlServer\"").replace("key-pair", "KEY-PAIR");
    QVERIFY(text.contains("azure_key_vault") && text.contains("SqlServer"));
    const Talk::Reply reply = m_talk->send("POST", guidePipelines, text);
    QCOMPARE(reply.status, 201);
    const QStringList names = upper.keys();
    for (const QString &name : names)
        QCOMPARE(reply.json().value(name), upper.value(name));
}

void TestSandboxPipelines::refusesBadCommands()
{
    const QString path = created(guideFile(u"create-request.json"_s)) + u"/commands"_s;
    const auto faultsOf = [&](const QJsonObject &body) {
        const Talk::Reply reply = m_talk->post(path, body);
        return QString::number(reply.status) + u' ' + reply.faults().join(u", "_s);
    };
    QCOMPARE(faultsOf({{u"command"_s, u"RESTART"_s}}),
             u"400 command: must be one of START, STOP"_s);
    QCOMPARE(faultsOf({}), u"400 command: must not be empty"_s);
    QCOMPARE(faultsOf({{u"command"_s, 1}}), u"400 command: must be a string"_s);
    QCOMPARE(m_talk->send("POST", path, "start").status, 400);
}

void TestSandboxPipelines::pagesPipelines()
{
    while (m_talk->get(guidePipelines).json().value("total"_L1).toInt() < 7)
        created(guideFile(u"create-request.json"_s));
    QStringList ids;
    for (int page = 0; page < 4; ++page) {
        const QJsonObject json =
            m_talk->get(guidePipelines + u"?page=%1&size=3"_s.arg(page)).json();
        QCOMPARE(json.value("page"_L1).toInt(), page);
        QCOMPARE(json.value("size"_L1).toInt(), 3);
        const QJsonArray results = json.value("results"_L1).toArray();
        for (const QJsonValue &pipeline : results)
            ids.append(pipeline["streamingPipelineId"_L1].toString());
    }
    QCOMPARE(ids.removeDuplicates(), 0);
    QCOMPARE(ids.size(), m_talk->get(guidePipelines).json().value("total"_L1).toInt());
    const Talk::Reply beyond = m_talk->get(guidePipelines + u"?page=2147483647&size=100"_s);
    QCOMPARE(beyond.status, 200);
    QVERIFY(beyond.json().value("results"_L1).toArray().isEmpty());
}

void TestSandboxPipelines::refusesBadPages_data()
{
    QTest::addColumn<QString>("query");
    for (const char *query : {"page=-1", "page=x", "page=", "page=1.5", "size=0", "size=101",
                              "size=-3", "size=ten", "page=99999999999999999999"})
        QTest::newRow(query) << QString::fromLatin1(query);
}

void TestSandboxPipelines::refusesBadPages()
{
    QFETCH(const QString, query);
    const QString field = query.left(4);
    for (const QString &list : {u"/v1/projects"_s, u"/v1/agents"_s, guidePipelines,
                                u"/v1/projects/%1/environments"_s.arg(guideProject)}) {
        const Talk::Reply reply = m_talk->get(list + u'?' + query);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.faults().size(), 1);
        QVERIFY(reply.faults().constFirst().startsWith(field));
    }
}

void TestSandboxPipelines::knowsNoOtherIds_data()
{
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QString>("path");
    const QString other = u"00000000-1111-4222-8333-444444444444"_s;
    const QString noProject = u"/v1/projects/%1/streaming-pipelines"_s.arg(other);
    const QString noPipeline = guidePipelines + u'/' + other;
    QTest::newRow("environments") << QByteArray("GET") << u"/v1/projects/x/environments"_s;
    QTest::newRow("list") << QByteArray("GET") << noProject;
    QTest::newRow("create") << QByteArray("POST") << noProject;
    QTest::newRow("get") << QByteArray("GET") << noPipeline;
    QTest::newRow("no uuid") << QByteArray("GET") << guidePipelines + u"/none"_s;
    QTest::newRow("put") << QByteArray("PUT") << noPipeline;
    QTest::newRow("delete") << QByteArray("DELETE") << noPipeline;
    QTest::newRow("status") << QByteArray("GET") << noPipeline + u"/status"_s;
    QTest::newRow("commands") << QByteArray("POST") << noPipeline + u"/commands"_s;
    QTest::newRow("address") << QByteArray("GET") << u"/v1/pipelines"_s;
}

void TestSandboxPipelines::knowsNoOtherIds()
{
    QFETCH(const QByteArray, verb);
    QFETCH(const QString, path);
    const Talk::Reply reply = m_talk->send(verb, path, "{}");
    QCOMPARE(reply.status, 404);
    QCOMPARE(reply.header("Content-Type"), "application/problem+json");
    QCOMPARE(reply.json().value("title"_L1).toString(), u"Not Found"_s);
    QCOMPARE(reply.json().value("instance"_L1).toString(), path);
}

void TestSandboxPipelines::lowersStatuses()
{
    SandboxProcess sandbox({u"--status-case"_s, u"lower"_s});
    QVERIFY(sandbox.isReady());
    Talk talk(sandbox);
    const Talk::Reply reply = talk.post(guidePipelines, guideFile(u"create-request.json"_s));
    const QString id = reply.json().value("streamingPipelineId"_L1).toString();
    QCOMPARE(talk.statusOf(guidePipelines + u'/' + id), u"not_running"_s);
}

SLUICE_TEST(TestSandboxPipelines, Core)
#include "tst_sandboxpipelines.moc"
