// SPDX-License-Identifier: Apache-2.0
// secrets: every reference with its users and findings, on the real sandbox. And how the output
// changes when a list cannot be read.
#include "models/json/jsontext.h"
#include "tests/contract/exchangestage.h"
#include "tests/support/faultserver.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

constexpr auto passwordField = "streamingSource.connection.password";

// The guide's pipeline with another reference to its password.
QJsonObject withPassword(const QString &name, const QJsonObject &reference)
{
    QJsonObject definition = Test::definition(name);
    QJsonObject source = definition[u"streamingSource"].toObject();
    QJsonObject connection = source[u"connection"].toObject();
    connection[u"password"] = reference;
    source[u"connection"] = connection;
    definition[u"streamingSource"] = source;
    return definition;
}

QJsonObject awsPassword()
{
    return {{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s}, {u"secretName"_s, u"prod/db"_s}};
}

QJsonObject object(const QByteArray &text)
{
    const ParsedJson parsed = parseJsonObject(text);
    return parsed.object ? *parsed.object : QJsonObject();
}

QByteArray page(const QJsonArray &rows)
{
    return jsonText(QJsonObject{
        {u"page"_s, 0}, {u"size"_s, 100}, {u"total"_s, rows.size()}, {u"results"_s, rows}});
}

// An account with the projects one, two and three, each with the guide's pipeline. Requests to
// `path` get `status`.
FaultServer::Handler account(const QByteArray &path = {}, int status = 200)
{
    return [path, status](const Seen &seen) {
        if (!path.isEmpty() && seen.path().endsWith(path))
            return Act::reply(status, R"({"title":"no"})");
        if (seen.path().endsWith("/agents"))
            return Act::reply(200, page({}));
        if (seen.path().endsWith("/streaming-pipelines")) {
            QJsonObject pipeline = Test::definition(u"orders"_s);
            pipeline[u"streamingPipelineId"] = QString::fromUtf8(seen.path()).section(u'/', -2, -2);
            return Act::reply(200, page({pipeline}));
        }
        QJsonArray projects;
        for (const QString &name : {u"one"_s, u"two"_s, u"three"_s})
            projects.append(QJsonObject{{u"id"_s, u"id-"_s + name}, {u"name"_s, name}});
        return Act::reply(200, page(projects));
    };
}

} // namespace

class TestSecretsCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsReferencesWithUsers();
    void checkTellsFindings();
    void asJson();
    void allProjects();
    void forbiddenListIsNotHidden_data();
    void forbiddenListIsNotHidden();
    void signInLostEndsTheRun();
    void wrongUsage_data();
    void wrongUsage();
};

void TestSecretsCommand::listsReferencesWithUsers()
{
    ExchangeStage stage;
    const Run empty = stage.shell().run({u"secrets"_s, u"--check"_s});
    QCOMPARE(empty.code, 0);
    QVERIFY(empty.out.endsWith("\nReferences: 0. Pipelines: 0. Checks: no findings.\n"));

    QVERIFY(stage.create(definition(u"orders"_s)));
    QVERIFY(stage.create(definition(u"customers"_s)));
    const Run run = stage.shell().run({u"secrets"_s, exchangeProject, u"--check"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.err, QByteArray());
    const QList<QByteArray> lines = run.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 1 + 3 * 2 + 1);
    QStringList cells = QString::fromUtf8(lines.at(5)).split(u' ', Qt::SkipEmptyParts);
    QCOMPARE(cells,
             (QStringList{u"AZURE_KEY_VAULT"_s, u"streaming-key-vault"_s, u"sqlserver-password"_s,
                          exchangeProject, u"customers"_s, QString::fromUtf8(passwordField)}));
    QVERIFY(lines.at(6).contains(" orders "));
    QCOMPARE(lines.constLast(), QByteArray("References: 3. Pipelines: 2. Checks: no findings."));
}

void TestSecretsCommand::checkTellsFindings()
{
    ExchangeStage stage;
    QVERIFY(stage.create(withPassword(u"orders"_s, awsPassword())));
    const Run run = stage.shell().run({u"secrets"_s, exchangeProject, u"--check"_s});
    QCOMPARE(run.code, 6);
    // Its runner is on Azure, and its other secrets are in a Key Vault.
    QVERIFY2(run.out.contains("\nother-cloud: Test-project / orders, " + QByteArray(passwordField) +
                              ": The runner is on Azure, the secret in AWS Secrets Manager. "),
             run.out.constData());
    QVERIFY(run.out.contains("\nmixed-providers: Test-project / orders, "));
    QVERIFY(run.out.endsWith("Checks: 2 findings.\n"));
    QCOMPARE(stage.shell().run({u"secrets"_s, exchangeProject}).code, 0);
}

void TestSecretsCommand::asJson()
{
    ExchangeStage stage;
    QVERIFY(stage.create(withPassword(u"Umsätze, EU"_s, awsPassword())));
    const Run run = stage.shell().run({u"secrets"_s, guideProject, u"--json"_s, u"--check"_s});
    QCOMPARE(run.code, 6);
    const QJsonObject json = object(run.out);
    const QJsonArray references = json[u"references"].toArray();
    QCOMPARE(references.size(), 3);
    const QString id = stage.onServer()[0][u"streamingPipelineId"].toString();
    const QJsonObject user{{u"project"_s, u"Test-project"_s},
                           {u"projectId"_s, guideProject},
                           {u"pipeline"_s, u"Umsätze, EU"_s},
                           {u"pipelineId"_s, id},
                           {u"field"_s, QString::fromUtf8(passwordField)}};
    const QJsonObject parts{{u"provider"_s, u"AWS_SECRETS_MANAGER"_s},
                            {u"location"_s, QString()},
                            {u"name"_s, u"prod/db"_s},
                            {u"key"_s, QString()}};
    QJsonObject expected = parts;
    expected[u"users"] = QJsonArray{user};
    QCOMPARE(references[0].toObject(), expected);
    const QJsonArray findings = json[u"findings"].toArray();
    QCOMPARE(findings.size(), 2);
    QCOMPARE(findings[1][u"rule"].toString(), u"other-cloud"_s);
    QCOMPARE(findings[1][u"pipelineId"].toString(), id);
    QCOMPARE(findings[1][u"field"].toString(), QString::fromUtf8(passwordField));
    QCOMPARE(findings[1][u"reference"].toObject(), parts);
    QVERIFY(!findings[1][u"reason"].toString().isEmpty());
    QVERIFY(!findings[1][u"advice"].toString().isEmpty());
    QCOMPARE(json[u"unread"].toArray(), QJsonArray());
}

void TestSecretsCommand::allProjects()
{
    Shell shell;
    shell.startSandbox({u"--seed"_s, u"demo"_s});
    const Run all = shell.run({u"secrets"_s, u"--json"_s});
    QCOMPARE(all.code, 0);
    QSet<QString> projects;
    const QJsonObject json = object(all.out);
    const QJsonArray references = json[u"references"].toArray();
    for (const QJsonValue &reference : references) {
        const QJsonArray users = reference[u"users"].toArray();
        QVERIFY(!users.isEmpty());
        for (const QJsonValue &user : users)
            projects.insert(user[u"project"].toString());
    }
    QVERIFY(projects.size() > 2);
    const Run one = shell.run({u"secrets"_s, u"Finance"_s, u"--json"_s});
    const qsizetype fewer = object(one.out)[u"references"].toArray().size();
    QVERIFY(fewer > 0);
    QVERIFY(fewer < references.size());
}

void TestSecretsCommand::forbiddenListIsNotHidden_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("pipelines");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    const QByteArray two = "/id-two/streaming-pipelines";
    QTest::newRow("a project") << two << u"two"_s << 2 << 403 << 3;
    QTest::newRow("a project that is gone") << two << u"two"_s << 2 << 404 << 1;
    QTest::newRow("the runners") << QByteArray("/agents") << u"runners"_s << 3 << 403 << 3;
}

void TestSecretsCommand::forbiddenListIsNotHidden()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, what);
    QFETCH(int, pipelines);
    QFETCH(int, status);
    QFETCH(int, code);
    FaultServer server;
    server.setHandler(account(path, status));
    Shell shell;
    shell.setPlace({u"--url"_s, server.url().toString()});
    shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    const Run text = shell.run({u"secrets"_s});
    QCOMPARE(text.code, code);
    QVERIFY2(text.err.contains(what.toUtf8() + ": not read:\n"), text.err.constData());
    QVERIFY2(text.out.endsWith("Pipelines: " + QByteArray::number(pipelines) +
                               ". Checks: no findings. Lists not read: 1.\n"),
             text.out.constData());
    // A list that could not be read may have findings, so --check does not pass.
    const Run json = shell.run({u"secrets"_s, u"--json"_s, u"--check"_s});
    QCOMPARE(json.code, code);
    const QJsonArray unread = object(json.out)[u"unread"].toArray();
    QCOMPARE(unread.size(), 1);
    QCOMPARE(unread[0][u"what"].toString(), what);
    QVERIFY(!unread[0][u"message"].toString().isEmpty());
    QCOMPARE(object(json.out)[u"references"][0][u"users"].toArray().size(), pipelines);
}

void TestSecretsCommand::signInLostEndsTheRun()
{
    FaultServer server;
    server.setHandler(account("/id-two/streaming-pipelines", 401));
    Shell shell;
    shell.setPlace({u"--url"_s, server.url().toString()});
    shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    const Run run = shell.run({u"secrets"_s, u"--json"_s});
    QCOMPARE(run.code, 3);
    QCOMPARE(server.count("GET", "/dpc/v1/projects/id-three/streaming-pipelines"), 0);
    const QJsonArray unread = object(run.out)[u"unread"].toArray();
    QCOMPARE(unread.size(), 2);
    QCOMPARE(unread[1][u"what"].toString(), u"three"_s);
}

void TestSecretsCommand::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("two projects") << QStringList{u"secrets"_s, u"a"_s, u"b"_s};
    QTest::newRow("check of another verb") << QStringList{u"projects"_s, u"--check"_s};
    QTest::newRow("yes to nothing") << QStringList{u"secrets"_s, u"--yes"_s};
}

void TestSecretsCommand::wrongUsage()
{
    QFETCH(QStringList, words);
    const Run run = Shell().runPlain(words + QStringList{u"--region"_s, u"eu1"_s});
    QCOMPARE(run.code, 2);
    QCOMPARE(run.out, QByteArray());
    QVERIFY(!run.err.isEmpty());
}

SLUICE_TEST(TestSecretsCommand, Core)
#include "tst_secretscommand.moc"
