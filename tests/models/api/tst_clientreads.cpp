// SPDX-License-Identifier: Apache-2.0
#include "models/api/replyladder.h"
#include "tests/support/clientfixture.h"
#include "tests/support/testprogram.h"

#include <QJsonObject>

using namespace Sluice;
using namespace Sluice::Test;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;

// As Qt gives it when the other side closes the connection in the middle of a body.
class EndedReply final : public QNetworkReply
{
    Q_OBJECT

public:
    explicit EndedReply(const QByteArray &encoding)
    {
        setAttribute(QNetworkRequest::HttpStatusCodeAttribute, 200);
        setError(RemoteHostClosedError, u"closed"_qs);
        if (!encoding.isEmpty())
            setRawHeader("Transfer-Encoding", encoding);
    }

    void abort() override {}

protected:
    qint64 readData(char *, qint64) override { return -1; }
};

// Reads are repeated, within bounds, when the connection or the server fails them.
class TestClientReads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readIsRepeated_data();
    void readIsRepeated();
    void readGivesUp();
    void backgroundReadIsNotRepeated_data();
    void backgroundReadIsNotRepeated();
    void retryAfterOfA503IsHeeded();
    void closedKeepAliveConnectionDoesNotFailARead();
    void slowBodyIsRead();
    void timeoutIsAbsolute();
    void chunksWithoutTheLastAreCutOff_data();
    void chunksWithoutTheLastAreCutOff();
    void wholeJsonMakesNoWholeBody_data();
    void wholeJsonMakesNoWholeBody();
};

void TestClientReads::readIsRepeated_data()
{
    QTest::addColumn<Act>("act");
    QTest::newRow("502") << Act::reply(502, "bad gateway");
    QTest::newRow("503") << Act::reply(503, "busy");
    QTest::newRow("504") << Act::reply(504, "late");
    QTest::newRow("half a body") << Act::fault(Act::Kind::HalfBody);
    QTest::newRow("closed after the head") << Act::fault(Act::Kind::CloseAfterStatus);
    QTest::newRow("stalled body") << Act::fault(Act::Kind::StallBody);
    QTest::newRow("no answer in time") << Act::fault(Act::Kind::Silence);
}

void TestClientReads::readIsRepeated()
{
    QFETCH(Act, act);
    ClientFixture f;
    f.server.then(act);
    f.server.then(Act::reply(200, R"({"ok":true})"));
    const auto result = f.call(shortRead(300ms));
    QVERIFY2(result, result ? "" : qPrintable(result.error().details()));
    QCOMPARE(f.server.count("GET"), 2);
}

void TestClientReads::readGivesUp()
{
    ClientFixture f(nullptr, 2);
    f.server.setHandler([](const Seen &) { return Act::reply(503, "busy"); });
    const auto result = f.call(shortRead());
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Server);
    QCOMPARE(result.error().httpStatus, 503);
    QCOMPARE(f.server.count("GET"), 3);
}

void TestClientReads::backgroundReadIsNotRepeated_data()
{
    readIsRepeated_data();
}

void TestClientReads::backgroundReadIsNotRepeated()
{
    QFETCH(Act, act);
    ClientFixture f;
    f.server.then(act);
    Request request = shortRead(300ms);
    request.priority = Priority::Background;
    QVERIFY(!f.call(request));
    QVERIFY(f.call(shortRead()));
    QCOMPARE(f.server.count("GET"), 2);
}

void TestClientReads::retryAfterOfA503IsHeeded()
{
    ClientFixture f;
    f.server.then(Act::reply(503, "busy", {{"Retry-After", "1"}}));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(f.call(shortRead()));
    QVERIFY2(timer.elapsed() >= 1000, qPrintable(QString::number(timer.elapsed())));

    // Longer than anybody waits for a page: told instead.
    f.server.then(Act::reply(503, "busy", {{"Retry-After", "3600"}}));
    const auto result = f.call(shortRead());
    QVERIFY(!result);
    QCOMPARE(result.error().retryAfter, 3600s);
}

void TestClientReads::closedKeepAliveConnectionDoesNotFailARead()
{
    ClientFixture f;
    QVERIFY(f.call(shortRead()));
    f.server.then(Act::fault(Act::Kind::Close));
    QVERIFY(f.call(shortRead()));
    QCOMPARE(f.server.count("GET"), 3);
}

void TestClientReads::slowBodyIsRead()
{
    ClientFixture f;
    f.server.then(Act::fault(Act::Kind::SlowBody));
    const auto result = f.call(shortRead());
    QVERIFY(result);
    QCOMPARE(result->json.object().value(u"a").toString(), u"0123456789");
}

void TestClientReads::timeoutIsAbsolute()
{
    // Every byte comes in time, the whole does not.
    ClientFixture f(nullptr, 0);
    Act act = Act::fault(Act::Kind::SlowBody);
    act.paceMs = 50;
    f.server.then(act);
    const auto result = f.call(shortRead(200ms));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Timeout);
}

void TestClientReads::chunksWithoutTheLastAreCutOff_data()
{
    QTest::addColumn<QList<QByteArray>>("pieces");
    QTest::addColumn<bool>("isWhole");
    const QByteArray head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                            "Transfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("whole") << QList<QByteArray>{head, "7\r\n{\"a\":1}\r\n", "0\r\n\r\n"} << true;
    QTest::newRow("part of a chunk") << QList<QByteArray>{head, "9\r\n{\"a\":1}"} << false;
}

void TestClientReads::chunksWithoutTheLastAreCutOff()
{
    QFETCH(QList<QByteArray>, pieces);
    QFETCH(bool, isWhole);
    ClientFixture f;
    Act act = Act::raw(pieces);
    act.closeAfterwards = true;
    f.server.then(act);
    const auto result = f.call(shortRead());
    QVERIFY(result);
    QCOMPARE(result->json.object().contains(u"a"), isWhole);
    QCOMPARE(f.server.count("GET"), isWhole ? 1 : 2); // else it is read again

    ClientFixture once(nullptr, 0);
    once.server.then(act);
    QCOMPARE(bool(once.call(shortRead())), isWhole);
}

void TestClientReads::wholeJsonMakesNoWholeBody_data()
{
    QTest::addColumn<QByteArray>("encoding");
    QTest::addColumn<bool>("isWhole");
    QTest::newRow("until the end") << QByteArray() << true;
    QTest::newRow("in chunks") << QByteArray("chunked") << false;
    QTest::newRow("packed, in chunks") << QByteArray("gzip, Chunked") << false;
}

// The connection ended before the last chunk.
void TestClientReads::wholeJsonMakesNoWholeBody()
{
    QFETCH(QByteArray, encoding);
    QFETCH(bool, isWhole);
    const EndedReply reply(encoding);
    const Answer answer = answerOf(&reply, Answer::End::Finished, R"({"a":1})");
    QCOMPARE(answer.isBroken(), !isWhole);
    QCOMPARE(isWorthRetry(answer), !isWhole);
}

SLUICE_TEST(TestClientReads, Core)
#include "tst_clientreads.moc"
