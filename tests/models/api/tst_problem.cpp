// SPDX-License-Identifier: Apache-2.0
#include "models/api/address.h"
#include "models/api/problem.h"
#include "models/api/redaction.h"
#include "tests/support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QtTest>

using namespace Sluice;

// What is read from the error bodies of servers, gateways and frameworks, and what of it may be
// shown; and which addresses look wrong.
class TestProblem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data();
    void forms();
    void secretsAreTakenOut_data();
    void secretsAreTakenOut();
    void hostileBodiesAreBounded();
    void baseAddresses_data();
    void baseAddresses();
    void tokenAddresses_data();
    void tokenAddresses();
    void paths_data();
    void paths();
};

void TestProblem::forms_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QList<Violation>>("violations");
    using List = QList<Violation>;
    const auto row = [](const char *name, const QByteArray &body, const QString &message,
                        const List &violations = {}) {
        QTest::newRow(name) << body << message << violations;
    };
    row("map of lists",
        R"({"title":"Invalid","status":400,"errors":{"name":["is long","is odd"],"agentId":["no"]}})",
        u"Invalid"_qs,
        {{u"agentId"_qs, u"no"_qs}, {u"name"_qs, u"is long"_qs}, {u"name"_qs, u"is odd"_qs}});
    row("map of lists, JSONPath",
        R"({"title":"T","errors":{"$.streamingSource.type":["unknown"]}})", u"T"_qs,
        {{u"streamingSource.type"_qs, u"unknown"_qs}});
    row("map of texts", R"({"message":"bad","errors":{"name":"must be there"}})", u"bad"_qs,
        {{u"name"_qs, u"must be there"_qs}});
    row("nested map",
        R"({"message":"m","errors":{"streamingSource":{"tables":["must not be empty"]}}})", u"m"_qs,
        {{u"streamingSource.tables"_qs, u"must not be empty"_qs}});
    row("error with details",
        R"({"error":{"code":"BadArgument","message":"Wrong values","target":"body","details":[
            {"code":"Null","target":"name","message":"must not be null"}]}})",
        u"Wrong values"_qs, {{u"name"_qs, u"must not be null"_qs}});
    row("field violations in details",
        R"({"error":{"code":400,"message":"Invalid","status":"INVALID_ARGUMENT","details":[
            {"@type":"type.example/BadRequest","fieldViolations":[
              {"field":"a.b","description":"is bad"},{"field":"c","description":"is worse"}]}]}})",
        u"Invalid"_qs, {{u"a.b"_qs, u"is bad"_qs}, {u"c"_qs, u"is worse"_qs}});
    row("places as lists",
        R"({"detail":[{"loc":["body","streamingSource","tables",0,"schema"],"msg":"field required"}]})",
        {}, {{u"streamingSource.tables.0.schema"_qs, u"field required"_qs}});
    row("detail is a text", R"({"detail":"Not Found"})", u"Not Found"_qs);
    row("pointers",
        R"({"errors":[{"status":"422","title":"Invalid","detail":"is too short",
            "source":{"pointer":"/data/attributes/name"}}]})",
        {}, {{u"name"_qs, u"is too short"_qs}});
    row("pointer in a fragment",
        R"({"title":"T","errors":[{"detail":"must be positive","pointer":"#/streamingSource/connection/port"}]})",
        u"T"_qs, {{u"streamingSource.connection.port"_qs, u"must be positive"_qs}});
    row("invalid parameters",
        R"({"title":"T","invalid-params":[{"name":"port","reason":"must be a number"}]})", u"T"_qs,
        {{u"port"_qs, u"must be a number"_qs}});
    row("objects with default messages",
        R"({"timestamp":1,"status":400,"error":"Bad Request","message":"","errors":[
            {"field":"name","defaultMessage":"must not be blank","objectName":"o"}],"path":"/x"})",
        u"Bad Request"_qs, {{u"name"_qs, u"must not be blank"_qs}});
    row("embedded errors",
        R"({"message":"Bad Request","_embedded":{"errors":[{"message":"name: must not be blank"}]}})",
        u"Bad Request"_qs, {{{}, u"name: must not be blank"_qs}});
    row("list of messages",
        R"({"statusCode":400,"message":["a is b","c is d"],"error":"Bad Request"})",
        u"Bad Request"_qs, {{{}, u"a is b"_qs}, {{}, u"c is d"_qs}});
    row("constraints",
        R"({"message":"m","errors":[{"property":"name","constraints":{"isString":"name is no text"}}]})",
        u"m"_qs, {{u"name"_qs, u"name is no text"_qs}});
    row("issues",
        R"({"error":"e","issues":[{"path":["streamingTarget","type"],"message":"unknown"}]})",
        u"e"_qs, {{u"streamingTarget.type"_qs, u"unknown"_qs}});
    row("bare map", R"({"name":["This field is required."],"non_field_errors":["Odd."]})", {},
        {{u"name"_qs, u"This field is required."_qs}, {{}, u"Odd."_qs}});
    row("bare nested map", R"({"streamingSource":{"connection":{"host":["Enter a host."]}}})", {},
        {{u"streamingSource.connection.host"_qs, u"Enter a host."_qs}});
    row("list at the top", R"([{"field":"name","message":"taken"},{"field":"x","message":"y"}])",
        {}, {{u"name"_qs, u"taken"_qs}, {u"x"_qs, u"y"_qs}});
    row("one sentence in a list", R"({"errors":[{"message":"No such account"}]})",
        u"No such account"_qs);
    row("fault", R"({"fault":{"faultstring":"Invalid ApiCall","detail":{"errorcode":"x.y"}}})",
        u"Invalid ApiCall"_qs);
    row("capital letter", R"({"Message":"User is not authorized"})", u"User is not authorized"_qs);
    row("with a type", R"({"__type":"ValidationException","message":"1 error"})", u"1 error"_qs);
    row("message beside its language",
        R"({"error":{"code":"c","message":{"lang":"en","value":"No"}}})", u"No"_qs);
    row("OAuth", R"({"error":"invalid_client","error_description":"Unknown client"})",
        u"Unknown client"_qs);
    row("XML",
        "<?xml version=\"1.0\"?><Error><Code>Denied</Code><Message>No &amp; no</Message></Error>",
        u"Denied No & no"_qs);
    row("text", "upstream connect error\r\n", u"upstream connect error"_qs);
    row("byte order mark", "\xef\xbb\xbf{\"detail\":\"wrong\"}", u"wrong"_qs);
    row("nothing that is understood", R"({"ok":false,"rc":17,"hint":{"a":[1,2]}})",
        uR"({"hint":{"a":[1,2]},"ok":false,"rc":17})"_qs);
    row("nothing understood, secret",
        R"({"rc":17,"password":"hunter2","nested":{"client_secret":"s3","apiKey":["k"]}})",
        uR"({"nested":{"apiKey":"***","client_secret":"***"},"password":"***","rc":17})"_qs);
    row("empty object", "{}", {});
    row("empty list", "[]", {});
    row("errors is a text", R"({"errors":"agentId: unknown runner"})",
        u"agentId: unknown runner"_qs);
    row("list of sentences", R"({"errorMessages":["Runner is unknown"],"errors":{}})",
        u"Runner is unknown"_qs);
    row("messages", R"({"messages":["name too long","port odd"]})", u"name too long"_qs,
        {{{}, u"name too long"_qs}, {{}, u"port odd"_qs}});
    row("map of faults",
        R"({"message":"Invalid","errors":{"name":{"code":"too_long","message":"at most 50"},
            "agentId":{"msg":"unknown"}}})",
        u"Invalid"_qs, {{u"agentId"_qs, u"unknown"_qs}, {u"name"_qs, u"at most 50"_qs}});
    row("Latin-1", "{\"detail\":\"Schl\xfcssel fehlt\"}", u"Schlüssel fehlt"_qs);
    row("UTF-16", QByteArray("\xff\xfe{\0\"\0d\0e\0t\0a\0i\0l\0\"\0:\0\"\0n\0o\0\"\0}\0", 32),
        u"no"_qs);
    row("packed", QByteArray("\x1f\x8b\x08\0\0\0\0\0\xab\x56", 10), {});
    row("location",
        R"({"error":{"code":400,"message":"Invalid","errors":[{"message":"bad","reason":"invalid","location":"name"}]}})",
        u"Invalid"_qs, {{u"name"_qs, u"bad"_qs}});
    row("location alone, a path",
        R"({"message":"m","errors":[{"location":"streamingSource.tables[0].schema","message":"bad"}]})",
        u"m"_qs, {{u"streamingSource.tables[0].schema"_qs, u"bad"_qs}});
    row("location, a list",
        R"({"message":"m","errors":[{"location":["body","name"],"msg":"bad"}]})", u"m"_qs,
        {{u"name"_qs, u"bad"_qs}});
    row("location, an object",
        R"({"message":"m","errors":[{"location":{"path":"name"},"message":"bad"}]})", u"m"_qs,
        {{u"name"_qs, u"bad"_qs}});
    for (const char *const part : {"body", "Headers", "/v1/x.json:12", "line 3", "https://h/x", ""})
        row(qPrintable(u"location that is no field: "_qs + QString::fromLatin1(part)),
            QByteArray(R"({"message":"m","errors":[{"location":")") + part +
                R"(","message":"bad"}]})",
            u"m"_qs, {{{}, u"bad"_qs}});
    row("location of a part, beside the field",
        R"({"message":"m","errors":[{"location":"body","param":"name","msg":"bad"}]})", u"m"_qs,
        {{u"name"_qs, u"bad"_qs}});
    row("keys in capitals",
        R"({"Message":"m","Errors":[{"PropertyName":"name","ErrorMessage":"bad"}]})", u"m"_qs,
        {{u"name"_qs, u"bad"_qs}});
    row("keys with underscores",
        R"({"error":{"message":"m","details":[{"field_violations":[{"field_path":"a.b","error_message":"bad"}]}]}})",
        u"m"_qs, {{u"a.b"_qs, u"bad"_qs}});
    row("a key twice", R"({"Message":"other","message":"m","ERRORS":["a"],"errors":["b"]})",
        u"m"_qs, {{{}, u"b"_qs}});
    row("fields, a map", R"({"code":"INVALID","fields":{"name":"too long","agentId":"unknown"}})",
        {}, {{u"agentId"_qs, u"unknown"_qs}, {u"name"_qs, u"too long"_qs}});
    row("fields, a list", R"({"message":"m","fields":[{"name":"agentId","message":"unknown"}]})",
        u"m"_qs, {{u"agentId"_qs, u"unknown"_qs}});
    row("a bare map in detail", R"({"detail":{"name":["is bad"],"agentId":["is odd"]}})", {},
        {{u"agentId"_qs, u"is odd"_qs}, {u"name"_qs, u"is bad"_qs}});
    row("the field in a context",
        R"({"message":"m","errors":[{"code":"x","extensions":{"field":"name"},"message":"bad"}]})",
        u"m"_qs, {{u"name"_qs, u"bad"_qs}});
    row("guide's",
        R"({"title":"Bad Request","detail":"d","validation-errors":[{"field":"a","message":"b"}]})",
        u"d"_qs, {{u"a"_qs, u"b"_qs}});
}

void TestProblem::forms()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, message);
    QFETCH(QList<Violation>, violations);
    const Problem problem = readProblem(body);
    QCOMPARE(problem.message, message);
    QCOMPARE(problem.violations, violations);
}

void TestProblem::secretsAreTakenOut_data()
{
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &body) { QTest::newRow(name) << body; };
    row("bearer", R"({"detail":"bad Authorization: Bearer planted-secret-1"})");
    row("web token", R"({"message":"token eyJhbGciOiJI.eyJzdWIiOiIx.planted-secret_1 expired"})");
    row("connection string", R"({"detail":"cannot open Server=a;Password=planted-secret;x=1"})");
    row("connection string in text", "login failed: user=u password='planted-secret' host=h");
    row("address", R"({"error":"cannot reach postgres://u:planted-secret@db:5432/x"})");
    row("query", "GET /x?client_secret=planted-secret&a=b failed");
    row("violation", R"({"errors":{"jdbc":["pwd=planted-secret is wrong"]}})");
    row("private key", "bad key -----BEGIN RSA PRIVATE KEY-----\nplanted-secret");
    row("unknown form", R"({"rc":1,"echo":{"token":"planted-secret"}})");
    row("unknown form, list", R"({"rc":1,"secrets":["planted-secret"]})");
    row("JSON in a text", R"({"detail":"{\"password\":\"planted\",\"x\":1} is invalid"})");
    row("JSON in JSON in a text",
        R"({"detail":"body \"{\\\"client_secret\\\": \\\"planted\\\"}\" refused"})");
    row("broken JSON", R"({"detail":"x", "apiKey": "planted", oops)");
    row("a quote within", R"(refused: {"token":"x\"planted","a":1})");
    row("single quotes", R"(bad request: {'passphrase': 'planted'})");
    row("not closed", R"(cut: {"Authorization": "planted)");
    row("at the cut", QByteArray(485, 'x') + " password=planted-secret");
}

void TestProblem::secretsAreTakenOut()
{
    QFETCH(QByteArray, body);
    const Problem problem = readProblem(body);
    QString all = problem.message;
    for (const Violation &violation : problem.violations)
        all += violation.field + violation.message;
    QVERIFY(!all.isEmpty());
    QVERIFY2(!all.contains(u"planted"), qPrintable(all));
}

void TestProblem::hostileBodiesAreBounded()
{
    QByteArray many = R"({"errors":[)";
    for (int i = 0; i < 100'000; ++i)
        many += R"({"field":"f)" + QByteArray::number(i) + R"(","message":"m"},)";
    many.back() = ']';
    many += '}';
    QVERIFY(readProblem(many).violations.size() <= 500);

    const QByteArray deep = QByteArray(R"({"error":)").repeated(400) + "1" + QByteArray(400, '}');
    QVERIFY(readProblem(deep).message.size() <= 501);
    const QByteArray deepMap =
        QByteArray(R"({"errors":{"a":)").repeated(200) + "1" + QByteArray(400, '}');
    QVERIFY(readProblem(deepMap).violations.size() <= 500);
    QVERIFY(readProblem(R"({"detail":")" + QByteArray(5'000'000, 'x') + "\"}").message.size() <=
            501);
    QVERIFY(readProblem(QByteArray(5'000'000, '<')).message.size() <= 501);
}

void TestProblem::baseAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("better"); // empty: looks right
    const auto row = [](const char *address, const char *better) {
        QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(better);
    };
    const char *const us = "https://us1.api.matillion.com/dpc";
    row("https://us1.api.matillion.com/dpc", "");
    row("https://us1.api.matillion.com/dpc/", "");
    row("https://eu1.api.matillion.com/dpc", "");
    row("http://127.0.0.1:8080/dpc", "");
    row("https://gateway.example/maia/dpc", "");
    row("https://gateway.example/maia", "");
    row("https://us1.api.matillion.com", us);
    row("https://us1.api.matillion.com/", us);
    row("https://us1.api.matillion.com/v1", us);
    row("https://us1.api.matillion.com/dpc/v1", us);
    row("https://us1.api.matillion.com/dpc/v1/", us);
    row("https://us1.api.matillion.com/dpc/v1/projects", us);
    row("https://us1.api.matillion.com/DPC", us);
    row("https://us1.api.matillion.com/api", us);
    row("https://us1.api.matillion.com/dpc?x=y", "");
    row("https://id.core.matillion.com/oauth/dpc/token", us);
    row("https://eu1.matillion.com/dpc", "https://eu1.api.matillion.com/dpc");
    row("https://docs.maia.ai/dpc", us);
    row("http://127.0.0.1:8080", "http://127.0.0.1:8080/dpc");
    row("http://127.0.0.1:8080/v1", "http://127.0.0.1:8080/dpc");
    row("http://127.0.0.1:8080/dpc/v1", "http://127.0.0.1:8080/dpc");
    row("https://gateway.example/maia/dpc/v1", "https://gateway.example/maia/dpc");
    row("https://gateway.example/Maia/v1", "https://gateway.example/Maia/dpc");
}

void TestProblem::baseAddresses()
{
    QFETCH(QString, address);
    QFETCH(QString, better);
    const QString advice = baseAddressAdvice(QUrl(address));
    QCOMPARE(advice,
             better.isEmpty() ? QString() : u"The address looks wrong. Try %1."_qs.arg(better));
}

void TestProblem::tokenAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("better");
    const auto row = [](const char *address, const char *better) {
        QTest::newRow(address) << QString::fromLatin1(address) << QString::fromLatin1(better);
    };
    const char *const right = "https://id.core.matillion.com/oauth/dpc/token";
    row(right, "");
    row("http://127.0.0.1:8080/oauth/dpc/token", "");
    row("https://id.core.matillion.com/oauth/token", right);
    row("https://id.core.matillion.com", right);
    row("https://id.core.matillion.com/oauth/dpc/token/", right);
    row("https://us1.api.matillion.com/dpc", right);
    row("https://eu1.api.matillion.com/oauth/dpc/token", right);
    row("http://127.0.0.1:8080/dpc", "http://127.0.0.1:8080/oauth/dpc/token");
    row("http://127.0.0.1:8080", "http://127.0.0.1:8080/oauth/dpc/token");
}

void TestProblem::tokenAddresses()
{
    QFETCH(QString, address);
    QFETCH(QString, better);
    const QString advice = tokenAddressAdvice(QUrl(address));
    QVERIFY2(better.isEmpty() == advice.isEmpty(), qPrintable(advice));
    QVERIFY2(better.isEmpty() || advice.contains(u"Try "_qs + better + u'.'), qPrintable(advice));
}

void TestProblem::paths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("isSafe");
    const auto row = [](const char *path, bool isSafe) {
        QTest::newRow(path) << QString::fromLatin1(path) << isSafe;
    };
    row("/v1/projects", true);
    row("/v1/projects/8f0e7b5c-2a7d-4f6e-9b1a-0c3d5e7f9a1b/streaming-pipelines", true);
    row("/v1/projects/a%20b/streaming-pipelines", true);
    row("/v1/projects/a%2Fb/streaming-pipelines", true);
    row("/v1/projects/a..b/streaming-pipelines", true);
    row("/v1/projects/...", true);
    row("/v1/projects/..", false);
    row("/v1/projects/.", false);
    row("/v1/projects/", false);
    row("/v1/projects//streaming-pipelines", false);
    row("/v1/projects/../streaming-pipelines", false);
    row("/v1/projects/%2e%2e", false);
    row("/v1/projects/.%2E", false);
    row("/v1/projects/%252e%252e", false);
    row("/v1/projects/%25252e%25252e", false);
    row("/v1/projects/..%2Fx", false);
    row("/v1/projects/x%2F..%2F..", false);
    row("/v1/projects/..%5Cx", false);
    row("/v1/projects/%2F", false);
    row("/v1/projects/..;a=b", false);
    row("/v1/projects/%20..%20", false);
    row("/v1/projects/%20", false);
    row("/v1/projects/a%0D%0AX-Header:%20b", false);
    row("/v1/projects/a%00b", false);
    row("v1/projects", false);
    row("", false);
}

void TestProblem::paths()
{
    QFETCH(QString, path);
    QFETCH(bool, isSafe);
    QCOMPARE(pathProblem(path).isEmpty(), isSafe);
}

SLUICE_TEST(TestProblem, Core)
#include "tst_problem.moc"
