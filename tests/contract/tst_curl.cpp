// SPDX-License-Identifier: Apache-2.0
// Runs the text of "Copy as cURL" with /bin/sh and the real curl on the real sandbox.
#include "models/api/endpoints.h"
#include "models/exchange/curl/curltext.h"
#include "models/json/jsontext.h"
#include "tests/support/faultserver.h"
#include "tests/support/guide.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

QJsonObject guideDefinition(const QString &name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/create-request.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QJsonObject definition = *parseJsonObject(file.readAll()).object;
    definition[u"name"] = name;
    return definition;
}

} // namespace

class TestCurl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void createsAwkwardNames_data();
    void createsAwkwardNames();
    void wholeLife();
    void lists_data();
    void lists();
    void tokenOfAwkwardCredentials();
    void bodyFromAFile();
    void bodyThatNamesAFile();

private:
    struct Answer {
        int status = 0;
        QJsonObject json;
        QByteArray errors;
    };

    // Runs the copied text as a user would paste it.
    Answer run(const QString &text);
    Answer run(const Request &request, const CurlOptions &options = {});

    std::unique_ptr<SandboxProcess> m_sandbox;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QTemporaryDir m_folder;
};

void TestCurl::initTestCase()
{
    if (QStandardPaths::findExecutable(u"curl"_s).isEmpty())
        QSKIP("curl is not installed");
    m_sandbox = std::make_unique<SandboxProcess>(
        QStringList{u"--seed"_s, u"guide"_s, u"--speed"_s, u"1000"_s});
    QVERIFY2(m_sandbox->isReady(), qPrintable(m_sandbox->errorOutput()));
    m_environment.insert(u"MAIA_CLIENT_SECRET"_s, m_sandbox->clientSecret());
    const Answer answer = run(curlTokenText(m_sandbox->tokenUrl(), m_sandbox->clientId()));
    QVERIFY2(answer.status == 200, answer.errors.constData());
    m_environment.remove(u"MAIA_CLIENT_SECRET"_s);
    m_environment.insert(u"MAIA_TOKEN"_s, answer.json[u"access_token"].toString());
    QVERIFY(!m_environment.value(u"MAIA_TOKEN"_s).isEmpty());
}

TestCurl::Answer TestCurl::run(const Request &request, const CurlOptions &options)
{
    return run(curlText(request, m_sandbox->url(), options));
}

TestCurl::Answer TestCurl::run(const QString &text)
{
    QProcess shell;
    shell.setProcessEnvironment(m_environment);
    shell.setWorkingDirectory(m_folder.path());
    // Runs the text as it is, and adds the status behind the answer.
    shell.start(u"/bin/sh"_s, {u"-c"_s, text + u" --silent --write-out '\\n%{http_code}'"_s});
    if (!QTest::qWaitFor([&shell] { return shell.state() == QProcess::NotRunning; }, 30'000))
        return {};
    const QByteArray out = shell.readAllStandardOutput();
    Answer answer;
    answer.errors = shell.readAllStandardError();
    answer.status = out.mid(out.lastIndexOf('\n') + 1).toInt();
    const ParsedJson json = parseJsonObject(out.left(out.lastIndexOf('\n')));
    answer.json = json.object.value_or(QJsonObject());
    return answer;
}

void TestCurl::createsAwkwardNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"orders"_s;
    QTest::newRow("apostrophes") << u"it's '' 'quoted'"_s;
    QTest::newRow("double quotes") << u"say \"hello\""_s;
    QTest::newRow("expansions") << u"$HOME ${PATH} $(id) `id` !! ~ * ?"_s;
    QTest::newRow("backslashes") << u"C:\\new\\table \\\\ \\'"_s;
    QTest::newRow("line ends") << u"two\nlines\r\n\tand a tab"_s;
    QTest::newRow("unicode") << u"Umsätze 東京 🚰 ’‘"_s;
    QTest::newRow("at sign") << u"@/etc/passwd"_s;
    QTest::newRow("percent and ampersand") << u"100 % & more; # ok > x"_s;
}

void TestCurl::createsAwkwardNames()
{
    QFETCH(QString, name);
    const QJsonObject definition = guideDefinition(name);
    const Answer created = run(Endpoints::createPipeline(guideProject, jsonText(definition)));
    QVERIFY2(created.status == 201, created.errors.constData());
    QCOMPARE(created.json[u"name"].toString(), name);
    QCOMPARE(created.json[u"streamingSource"], definition[u"streamingSource"]);
}

void TestCurl::wholeLife()
{
    QJsonObject definition = guideDefinition(u"life"_s);
    const Answer created = run(Endpoints::createPipeline(guideProject, jsonText(definition)));
    QCOMPARE(created.status, 201);
    const QString id = created.json[u"streamingPipelineId"].toString();

    definition[u"name"] = u"life's end"_s;
    CurlOptions account;
    account.accountId = "account 'x'";
    QCOMPARE(run(Endpoints::updatePipeline(guideProject, id, jsonText(definition)), account).status,
             200);
    const Answer got = run(Endpoints::getPipeline(guideProject, id));
    QCOMPARE(got.status, 200);
    QCOMPARE(got.json[u"name"].toString(), u"life's end"_s);

    QCOMPARE(run(Endpoints::sendCommand(guideProject, id, PipelineCommand::Start)).status, 200);
    QTRY_COMPARE(run(Endpoints::getStatus(guideProject, id)).json[u"status"].toString(),
                 u"STREAMING"_s);
    QCOMPARE(run(Endpoints::sendCommand(guideProject, id, PipelineCommand::Stop)).status, 200);

    QCOMPARE(run(Endpoints::deletePipeline(guideProject, id)).status, 204);
    QCOMPARE(run(Endpoints::getPipeline(guideProject, id)).status, 404);
    QCOMPARE(run(Endpoints::paged(Endpoints::listPipelines(guideProject), 0)).status, 200);
}

void TestCurl::lists_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("projects") << Endpoints::paged(Endpoints::listProjects(), 0) << u"id"_s
                              << guideProject;
    QTest::newRow("environments") << Endpoints::paged(Endpoints::listEnvironments(guideProject), 0)
                                  << u"name"_s << guideEnvironment;
    QTest::newRow("runners") << Endpoints::paged(Endpoints::listAgents(), 0) << u"agentId"_s
                             << guideRunner;
    QVERIFY(run(Endpoints::createPipeline(guideProject, jsonText(guideDefinition(u"listed"_s))))
                .status == 201);
    QTest::newRow("pipelines") << Endpoints::paged(Endpoints::listPipelines(guideProject), 0)
                               << u"name"_s << u"listed"_s;
}

void TestCurl::lists()
{
    QFETCH(Request, request);
    QFETCH(QString, key);
    QFETCH(QString, value);
    const Answer answer = run(request);
    QVERIFY2(answer.status == 200, answer.errors.constData());
    QStringList values;
    const QVariantList results = answer.json[u"results"].toArray().toVariantList();
    for (const QVariant &result : results)
        values += result.toMap().value(key).toString();
    QVERIFY2(values.contains(value), qPrintable(values.join(u' ')));
}

// Characters that the shell or the form could interpret reach the server unchanged.
void TestCurl::tokenOfAwkwardCredentials()
{
    const QString awkward = u"it's $HOME & 100 % + \"ä\" = `id`"_s;
    FaultServer server;
    m_environment.insert(u"MAIA_CLIENT_SECRET"_s, awkward);
    run(curlTokenText(server.url(u"/token"_s), awkward));
    m_environment.remove(u"MAIA_CLIENT_SECRET"_s);
    QCOMPARE(server.count("POST", "/token"), 1);
    const Seen &seen = server.seen().first();
    QCOMPARE(seen.header("content-type"), "application/x-www-form-urlencoded");
    const QList<QByteArray> fields = seen.body.split('&');
    QCOMPARE(fields.size(), 4);
    for (const QByteArray &name : {QByteArray("client_id="), QByteArray("client_secret=")}) {
        const auto field =
            std::find_if(fields.cbegin(), fields.cend(),
                         [&name](const QByteArray &one) { return one.startsWith(name); });
        QVERIFY2(field != fields.cend(), seen.body.constData());
        QCOMPARE(QString::fromUtf8(
                     QByteArray::fromPercentEncoding(field->mid(name.size()).replace('+', "%20"))),
                 awkward);
    }
}

void TestCurl::bodyFromAFile()
{
    const QString name = u"it's the @body.json"_s;
    QFile file(m_folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(jsonText(guideDefinition(u"from a file"_s))) > 0);
    file.close();
    CurlOptions options;
    options.bodyFile = name;
    const Answer created = run(Endpoints::createPipeline(guideProject, "not sent"), options);
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json[u"name"].toString(), u"from a file"_s);
}

void TestCurl::bodyThatNamesAFile()
{
    // Sent as it stands, not as the content of a file. The server says that it is not JSON.
    QFile file(m_folder.filePath(u"stolen"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(jsonText(guideDefinition(u"stolen"_s))) > 0);
    file.close();
    QCOMPARE(run(Endpoints::createPipeline(guideProject, "@stolen")).status, 400);
}

SLUICE_TEST(TestCurl, Core)
#include "tst_curl.moc"
