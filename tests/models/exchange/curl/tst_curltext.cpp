// SPDX-License-Identifier: Apache-2.0
// The text alone; tst_curl runs it against the sandbox.
#include "models/api/endpoints.h"
#include "models/exchange/curl/curltext.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

QUrl base()
{
    return QUrl(u"https://eu1.api.matillion.com/dpc"_s);
}

Request posting(const QString &body)
{
    return Endpoints::createPipeline(u"p"_s, body.toUtf8());
}

} // namespace

class TestCurlText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void posixRead();
    void posixWrite();
    void posixQuotes_data();
    void posixQuotes();
    void posixFile();
    void powerShellRead();
    void powerShellQuotes_data();
    void powerShellQuotes();
    void powerShellFile();
    void addresses_data();
    void addresses();
    void longBodiesWantAFile();
    void posixToken();
    void powerShellToken();
};

void TestCurlText::posixRead()
{
    QCOMPARE(curlText(Endpoints::paged(Endpoints::listPipelines(u"p 1"_s), 2), base()),
             u"curl --header \"Authorization: Bearer $MAIA_TOKEN\" \\\n"
             "  'https://eu1.api.matillion.com/dpc/v1/projects/p%201/streaming-pipelines"
             "?page=2&size=100'"_s);
}

void TestCurlText::posixWrite()
{
    CurlOptions options;
    options.accountId = "acc-1";
    QCOMPARE(
        curlText(Endpoints::sendCommand(u"p"_s, u"s"_s, PipelineCommand::Start), base(), options),
        u"curl --request POST \\\n"
        "  --header \"Authorization: Bearer $MAIA_TOKEN\" \\\n"
        "  --header 'account-id: acc-1' \\\n"
        "  --header 'Content-Type: application/json' \\\n"
        "  --data-raw '{\"command\":\"start\"}' \\\n"
        "  'https://eu1.api.matillion.com/dpc/v1/projects/p/streaming-pipelines/s/commands'"_s);
    QVERIFY(curlText(Endpoints::deletePipeline(u"p"_s, u"s"_s), base())
                .startsWith(u"curl --request DELETE \\\n"_s));
}

void TestCurlText::posixQuotes_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("apostrophe") << u"it's"_s << uR"('it'\''s')"_s;
    QTest::newRow("dollar and backtick") << u"$HOME `id` $(id)"_s << u"'$HOME `id` $(id)'"_s;
    QTest::newRow("backslash") << u"a\\n\"b\""_s << u"'a\\n\"b\"'"_s;
    QTest::newRow("newline") << u"{\n}"_s << u"'{\n}'"_s;
    QTest::newRow("unicode") << u"ä 東 🚰"_s << u"'ä 東 🚰'"_s;
    QTest::newRow("at sign") << u"@/etc/passwd"_s << u"'@/etc/passwd'"_s;
}

void TestCurlText::posixQuotes()
{
    QFETCH(QString, body);
    QFETCH(QString, quoted);
    const QString text = curlText(posting(body), base());
    QVERIFY2(text.contains(u"--data-raw "_s + quoted + u" \\\n"_s), qPrintable(text));
}

void TestCurlText::posixFile()
{
    CurlOptions options;
    options.bodyFile = u"it's mine.json"_s;
    const QString text = curlText(posting(u"{}"_s), base(), options);
    QVERIFY2(text.contains(uR"(--data-binary '@it'\''s mine.json')"_s), qPrintable(text));
    QVERIFY(!text.contains(u"{}"_s));
}

void TestCurlText::powerShellRead()
{
    CurlOptions options;
    options.shell = Shell::PowerShell;
    QCOMPARE(curlText(Endpoints::getStatus(u"p"_s, u"s"_s), base(), options),
             u"curl.exe --header \"Authorization: Bearer $env:MAIA_TOKEN\" `\n"
             "  'https://eu1.api.matillion.com/dpc/v1/projects/p/streaming-pipelines/s/status'"_s);
}

void TestCurlText::powerShellQuotes_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("apostrophe") << u"it's"_s << u"'it''s'"_s;
    QTest::newRow("dollar and backtick") << u"$env:X `n $(1)"_s << u"'$env:X `n $(1)'"_s;
    QTest::newRow("double quote") << u"{\"a\":\"b\"}"_s << u"'{\"a\":\"b\"}'"_s;
    QTest::newRow("newline") << u"{\n}"_s << u"'{\n}'"_s;
    QTest::newRow("unicode") << u"{\"a\":\"ä 🚰\"}"_s << u"'{\"a\":\"\\u00e4 \\ud83d\\udeb0\"}'"_s;
    QTest::newRow("typographic quote") << u"it’s"_s << u"'it\\u2019s'"_s;
    QTest::newRow("at sign") << u"@file"_s << u"'@file'"_s;
}

void TestCurlText::powerShellQuotes()
{
    QFETCH(QString, body);
    QFETCH(QString, quoted);
    CurlOptions options;
    options.shell = Shell::PowerShell;
    QCOMPARE(curlText(posting(body), base(), options),
             quoted + u" | curl.exe --request POST `\n"
                      "  --header \"Authorization: Bearer $env:MAIA_TOKEN\" `\n"
                      "  --header 'Content-Type: application/json' `\n"
                      "  --data-binary '@-' `\n"
                      "  'https://eu1.api.matillion.com/dpc/v1/projects/p/streaming-pipelines'"_s);
}

void TestCurlText::powerShellFile()
{
    CurlOptions options;
    options.shell = Shell::PowerShell;
    options.bodyFile = u"C:\\Users\\me\\it’s 'mine'.json"_s;
    const QString text = curlText(posting(u"{}"_s), base(), options);
    QVERIFY(text.startsWith(u"curl.exe "_s));
    QVERIFY2(text.contains(u"--data-binary '@C:\\Users\\me\\it’’s ''mine''.json'"_s),
             qPrintable(text));
}

void TestCurlText::addresses_data()
{
    QTest::addColumn<QUrl>("base");
    QTest::addColumn<QString>("end");
    QTest::newRow("slash at the end")
        << QUrl(u"https://h/dpc/"_s) << u"\n  'https://h/dpc/v1/projects'"_s;
    QTest::newRow("name and password are not given away")
        << QUrl(u"https://me:secret@h/dpc"_s) << u"\n  'https://h/dpc/v1/projects'"_s;
    QTest::newRow("IPv6") << QUrl(u"http://[::1]:80/dpc"_s)
                          << u"--globoff \\\n  'http://[::1]:80/dpc/v1/projects'"_s;
}

void TestCurlText::addresses()
{
    QFETCH(QUrl, base);
    QFETCH(QString, end);
    const QString text = curlText(Endpoints::listProjects(), base);
    QVERIFY2(text.endsWith(end), qPrintable(text));
}

void TestCurlText::longBodiesWantAFile()
{
    QVERIFY(fitsCommandLine(Endpoints::listProjects()));
    QVERIFY(fitsCommandLine(posting(u"{}"_s)));
    QVERIFY(!fitsCommandLine(posting(u" "_s.repeated(qsizetype(128) * 1024))));
}

void TestCurlText::posixToken()
{
    QCOMPARE(curlTokenText(QUrl(u"https://me:secret@id.core.matillion.com/oauth/dpc/token"_s),
                           u"it's me"_s),
             u"curl --request POST \\\n"
             "  --data-urlencode 'grant_type=client_credentials' \\\n"
             "  --data-urlencode 'client_id=it'\\''s me' \\\n"
             "  --data-urlencode \"client_secret=$MAIA_CLIENT_SECRET\" \\\n"
             "  --data-urlencode 'audience=https://api.matillion.com' \\\n"
             "  'https://id.core.matillion.com/oauth/dpc/token'"_s);
}

void TestCurlText::powerShellToken()
{
    QCOMPARE(curlTokenText(QUrl(u"https://h/token"_s), u"a $b`c\"'’"_s, Shell::PowerShell),
             u"\"grant_type=client_credentials&client_id=a%20%24b%60c%22%27%E2%80%99"
             "&client_secret=$([uri]::EscapeDataString($env:MAIA_CLIENT_SECRET))"
             "&audience=https%3A%2F%2Fapi.matillion.com\" | curl.exe --request POST `\n"
             "  --data '@-' `\n"
             "  'https://h/token'"_s);
}

SLUICE_TEST(TestCurlText, Core)
#include "tst_curltext.moc"
