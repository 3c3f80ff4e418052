// SPDX-License-Identifier: Apache-2.0
// What "Copy as cURL" gives, run by /bin/sh and the real curl against the real sandbox.
#include "models/api/endpoints.h"
#include "models/exchange/curltext.h"
#include "models/pipeline/jsontext.h"
#include "tests/support/sandboxprocess.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

const QString project = u"3dda0acf-e646-4f4b-b4f6-e00449b69427"_s;

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
    void bodyFromAFile();
    void bodyThatNamesAFile();

private:
    struct Answer {
        int status = 0;
        QJsonObject json;
        QByteArray errors;
    };

    // Runs the copied text as a user would paste it.
    Answer run(const Request &request, const CurlOptions &options = {});
    QString token();

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
    m_environment.insert(u"MAIA_TOKEN"_s, token());
    QVERIFY(!m_environment.value(u"MAIA_TOKEN"_s).isEmpty());
}

QString TestCurl::token()
{
    QProcess curl;
    curl.start(u"curl"_s, {u"-s"_s, u"-d"_s,
                           u"grant_type=client_credentials&client_id=%1&client_secret=%2"_s.arg(
                               m_sandbox->clientId(), m_sandbox->clientSecret()),
                           m_sandbox->tokenUrl().toString()});
    if (!curl.waitForFinished())
        return {};
    const ParsedJson answer = parseJsonObject(curl.readAllStandardOutput());
    return answer.object ? answer.object->value(u"access_token").toString() : QString();
}

TestCurl::Answer TestCurl::run(const Request &request, const CurlOptions &options)
{
    const QString text = curlText(request, m_sandbox->url(), options);
    QProcess shell;
    shell.setProcessEnvironment(m_environment);
    shell.setWorkingDirectory(m_folder.path());
    // The status goes behind the answer; the text itself is run as it is.
    shell.start(u"/bin/sh"_s, {u"-c"_s, text + u" --silent --write-out '\\n%{http_code}'"_s});
    if (!shell.waitForFinished())
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
    const Answer created = run(Endpoints::createPipeline(project, jsonText(definition)));
    QVERIFY2(created.status == 201, created.errors.constData());
    QCOMPARE(created.json[u"name"].toString(), name);
    QCOMPARE(created.json[u"streamingSource"], definition[u"streamingSource"]);
}

void TestCurl::wholeLife()
{
    QJsonObject definition = guideDefinition(u"life"_s);
    const Answer created = run(Endpoints::createPipeline(project, jsonText(definition)));
    QCOMPARE(created.status, 201);
    const QString id = created.json[u"streamingPipelineId"].toString();

    definition[u"name"] = u"life's end"_s;
    CurlOptions account;
    account.accountId = "account 'x'";
    QCOMPARE(run(Endpoints::updatePipeline(project, id, jsonText(definition)), account).status,
             200);
    const Answer got = run(Endpoints::getPipeline(project, id));
    QCOMPARE(got.status, 200);
    QCOMPARE(got.json[u"name"].toString(), u"life's end"_s);

    QCOMPARE(run(Endpoints::sendCommand(project, id, PipelineCommand::Start)).status, 200);
    QTRY_COMPARE(run(Endpoints::getStatus(project, id)).json[u"status"].toString(), u"STREAMING"_s);
    QCOMPARE(run(Endpoints::sendCommand(project, id, PipelineCommand::Stop)).status, 200);

    QCOMPARE(run(Endpoints::deletePipeline(project, id)).status, 204);
    QCOMPARE(run(Endpoints::getPipeline(project, id)).status, 404);
    QCOMPARE(run(Endpoints::paged(Endpoints::listPipelines(project), 0)).status, 200);
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
    const Answer created = run(Endpoints::createPipeline(project, "not sent"), options);
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json[u"name"].toString(), u"from a file"_s);
}

void TestCurl::bodyThatNamesAFile()
{
    // Sent as it stands, not as the file's content: the server says that it is no JSON.
    QFile file(m_folder.filePath(u"stolen"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(jsonText(guideDefinition(u"stolen"_s))) > 0);
    file.close();
    QCOMPARE(run(Endpoints::createPipeline(project, "@stolen")).status, 400);
}

QTEST_GUILESS_MAIN(TestCurl)
#include "tst_curl.moc"
