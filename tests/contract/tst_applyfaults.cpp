// SPDX-License-Identifier: Apache-2.0
// apply when something is wrong with the files, the names or the server.
#include "models/json/jsontext.h"
#include "tests/contract/exchangestage.h"
#include "tests/support/faultserver.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestApplyFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m = std::make_unique<ExchangeStage>(); }

    void faultyFilesSendNothing_data();
    void faultyFilesSendNothing();
    void ambiguousNamesSendNothing();
    void refusalsDoNotStopTheRest();
    void changedInBetween();
    void unknownOutcomeEndsTheRun();
    void notAllowedEndsTheRun();

private:
    // Runs apply against a scripted server.
    Run applyTo(FaultServer &server) const;

    std::unique_ptr<ExchangeStage> m;
};

void TestApplyFaults::faultyFilesSendNothing_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("no JSON") << QByteArray("{\n  \"name\" 5\n}") << QByteArray("b.json:2:10: ");
    QTest::newRow("no name") << QByteArray("{\"streamingSource\":{}}")
                             << QByteArray("b.json: name: ");
    QTest::newRow("no pipeline") << QByteArray(R"({"openapi":"3.0.0"})")
                                 << QByteArray("b.json: it is no pipeline");
    QTest::newRow("name twice") << jsonText(definition(u"a"_s)) << QByteArray("both name");
    QJsonObject secret = definition(u"secret"_s);
    QJsonObject source = secret[u"streamingSource"].toObject();
    QJsonObject connection = source[u"connection"].toObject();
    connection[u"password"] = u"hunter2"_s;
    source[u"connection"] = connection;
    secret[u"streamingSource"] = source;
    QTest::newRow("a secret itself")
        << jsonText(secret) << QByteArray("b.json: streamingSource.connection.password: ");
}

void TestApplyFaults::faultyFilesSendNothing()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, words);
    QVERIFY(m->write(u"a.json"_s, jsonText(definition(u"a"_s))));
    QVERIFY(m->write(u"b.json"_s, text));
    const Run refused = m->run(u"apply"_s, {u"--yes"_s});
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains(words), refused.err.constData());
    QVERIFY(!refused.err.contains("hunter2"));
    QVERIFY(m->onServer().isEmpty());
}

void TestApplyFaults::ambiguousNamesSendNothing()
{
    QVERIFY(m->create(definition(u"twice"_s)));
    QVERIFY(m->create(definition(u"twice"_s)));
    QVERIFY(m->write(u"twice.json"_s, jsonText(definition(u"twice"_s, u"customers"_s))));
    QVERIFY(m->write(u"new.json"_s, jsonText(definition(u"new"_s))));
    const Run refused = m->run(u"apply"_s, {u"--yes"_s});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.out.contains("! twice: "));
    QCOMPARE(m->onServer().size(), 2);
    QCOMPARE(m->run(u"diff"_s).code, 5);
}

void TestApplyFaults::refusalsDoNotStopTheRest()
{
    QJsonObject invalid = definition(u"b-invalid"_s);
    invalid.remove(u"streamingTarget");
    QVERIFY(m->write(u"a.json"_s, jsonText(definition(u"a"_s))));
    QVERIFY(m->write(u"b.json"_s, jsonText(invalid)));
    QVERIFY(m->write(u"c.json"_s, jsonText(definition(u"c"_s))));
    const Run applied = m->run(u"apply"_s, {u"--yes"_s});
    QCOMPARE(applied.code, 1);
    QVERIFY(applied.out.contains("Created a ("));
    QVERIFY(applied.out.contains("Created c ("));
    QVERIFY2(applied.err.contains("b.json: streamingTarget"), applied.err.constData()); // a warning
    QVERIFY(applied.err.contains("b-invalid failed:\nstreamingTarget: must not be null\n"));
    QCOMPARE(m->onServer().size(), 2);
}

Run TestApplyFaults::applyTo(FaultServer &server) const
{
    Shell shell;
    shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    shell.setPlace({u"--url"_s, server.url().toString()});
    return shell.run({u"apply"_s, guideProject, m->folder(), u"--yes"_s, u"--json"_s});
}

void TestApplyFaults::changedInBetween()
{
    QVERIFY(m->write(u"a.json"_s, jsonText(definition(u"a"_s, u"mine"_s))));
    QJsonObject listed = definition(u"a"_s, u"listed"_s);
    listed[u"streamingPipelineId"] = u"id-a"_s;
    QJsonObject moved = definition(u"a"_s, u"theirs"_s);
    moved[u"streamingPipelineId"] = u"id-a"_s;
    FaultServer server;
    server.setHandler([&](const Seen &seen) {
        const QJsonObject page{{u"results"_s, QJsonArray{listed}}, {u"size"_s, 100}};
        return Act::reply(200, jsonText(seen.path().endsWith("/id-a") ? moved : page));
    });
    const Run applied = applyTo(server);
    QCOMPARE(applied.code, 1);
    QCOMPARE(list(applied.out)[0][u"result"].toString(), u"failed"_s);
    QVERIFY2(applied.err.contains("changed meanwhile"), applied.err.constData());
    QCOMPARE(server.count("PUT"), 0);
}

void TestApplyFaults::unknownOutcomeEndsTheRun()
{
    for (const QString &name : {u"a"_s, u"b"_s, u"c"_s})
        QVERIFY(m->write(name + u".json"_s, jsonText(definition(name))));
    FaultServer server;
    server.setHandler([&server](const Seen &seen) {
        if (seen.method == "GET") // after the second POST the list cannot be read
            return server.count("POST") < 2 ? Act::reply(200, R"({"results":[]})")
                                            : Act::reply(500);
        return server.count("POST") == 1
                   ? Act::reply(201, R"({"streamingPipelineId":"1","name":"a"})")
                   : Act::fault(Act::Kind::Close);
    });
    const Run applied = applyTo(server);
    QCOMPARE(applied.code, 4);
    QCOMPARE(server.count("POST"), 2);
    QStringList results;
    const QJsonArray all = list(applied.out);
    for (const QJsonValue &item : all)
        results += item[u"result"].toString();
    QCOMPARE(results, (QStringList{u"created"_s, u"unknown"_s, u"notSent"_s}));
    QVERIFY(applied.err.contains("1 was not sent"));
}

void TestApplyFaults::notAllowedEndsTheRun()
{
    for (const QString &name : {u"a"_s, u"b"_s})
        QVERIFY(m->write(name + u".json"_s, jsonText(definition(name))));
    FaultServer server;
    server.setHandler([](const Seen &seen) {
        return seen.method == "GET" ? Act::reply(200, R"({"results":[]})") : Act::reply(403);
    });
    QCOMPARE(applyTo(server).code, 3);
    QCOMPARE(server.count("POST"), 1);
}

SLUICE_TEST(TestApplyFaults, Core)
#include "tst_applyfaults.moc"
