// SPDX-License-Identifier: Apache-2.0
#include "models/api/answerreader.h"
#include "tests/support/testprogram.h"

#include <QtTest>

using namespace Sluice;

// What the bytes of a connection become, in whatever pieces they come.
class TestAnswerReader : public QObject
{
    Q_OBJECT

    using State = AnswerReader::State;

private Q_SLOTS:
    void answers_data();
    void answers();
    void endlessHeadIsRefused();
    void headersAreRead();
};

void TestAnswerReader::answers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<State>("state");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &bytes, bool closes, State state,
                        int status, const QByteArray &body) {
        QTest::newRow(name) << bytes << closes << state << status << body;
    };
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray five = ok + "Content-Length: 5\r\n\r\n";
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    row("length", five + "hello", false, State::Done, 200, "hello");
    row("length, more came", five + "hello, world", false, State::Done, 200, "hello");
    row("length, cut", five + "hell", true, State::Broken, 200, "hell");
    row("length, waiting", five + "hell", false, State::Body, 200, "hell");
    row("no body", ok + "content-length:0\r\n\r\n", false, State::Done, 200, "");
    row("204", "HTTP/1.1 204 No Content\r\n\r\n", false, State::Done, 204, "");
    row("until the end", ok + "\r\nhello", true, State::Done, 200, "hello");
    row("until the end, empty", ok + "\r\n", true, State::Done, 200, "");
    row("until the end, waiting", ok + "\r\nhello", false, State::Body, 200, "hello");
    row("HTTP/1.0", "HTTP/1.0 201 Created\r\n\r\nhello", true, State::Done, 201, "hello");
    row("no reason", "HTTP/1.1 404\r\n\r\n", true, State::Done, 404, "");
    row("bare line feeds", "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi", false, State::Done, 200,
        "hi");
    row("chunks", chunked + "3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n", false, State::Done, 200,
        "hello");
    row("chunks, trailer", chunked + "5\r\nhello\r\n0\r\nX: y\r\n\r\n", false, State::Done, 200,
        "hello");
    row("chunks, large hex", chunked + "A\r\n0123456789\r\n0\r\n\r\n", false, State::Done, 200,
        "0123456789");
    row("chunks, no last one", chunked + "5\r\nhello\r\n", true, State::Broken, 200, "hello");
    row("chunks, cut", chunked + "5\r\nhel", true, State::Broken, 200, "hel");
    row("chunks, no size", chunked + "zz\r\nhello", false, State::Broken, 200, "");
    row("chunks, too long a piece", chunked + "2\r\nhello\r\n", false, State::Broken, 200, "he");
    row("length and chunks",
        ok + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n" + "5\r\nhello\r\n0\r\n\r\n",
        false, State::Done, 200, "hello");
    const QByteArray hints = "HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n";
    row("continue", "HTTP/1.1 100 Continue\r\n\r\n" + five + "hello", false, State::Done, 200,
        "hello");
    row("hints", hints + five + "hello", false, State::Done, 200, "hello");
    row("processing, twice",
        QByteArray("HTTP/1.1 102 Processing\r\n\r\n").repeated(2) + five + "hello", false,
        State::Done, 200, "hello");
    row("all of them",
        "HTTP/1.1 100 Continue\r\n\r\n" + hints + "HTTP/1.1 199 Odd\r\n\r\n" + five + "hello",
        false, State::Done, 200, "hello");
    row("hints, then nothing", hints, true, State::Broken, 0, "");
    row("hints, waiting", hints, false, State::Head, 0, "");
    row("another protocol", "HTTP/1.1 101 Switching Protocols\r\n\r\n", false, State::Broken, 0,
        "");
    row("nothing", "", true, State::Broken, 0, "");
    row("half a head", ok + "Content-Len", true, State::Broken, 0, "");
    row("no HTTP", "SSH-2.0-OpenSSH_9.2\r\n", false, State::Broken, 0, "");
    row("four digits", "HTTP/1.1 2010 OK\r\nContent-Length: 0\r\n\r\n", true, State::Broken, 0, "");
    row("digits and letters", "HTTP/1.1 200x OK\r\n\r\n", true, State::Broken, 0, "");
    row("no status", "HTTP/1.1 fine\r\n\r\n", false, State::Broken, 0, "");
    row("no length", ok + "Content-Length: many\r\n\r\n", false, State::Broken, 200, "");
    row("length below nothing", ok + "Content-Length: -5\r\n\r\n", false, State::Broken, 200, "");
}

void TestAnswerReader::answers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, closes);
    QFETCH(State, state);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    for (const qsizetype piece : {qsizetype(1), qsizetype(2), qsizetype(7), qsizetype(100'000)}) {
        AnswerReader reader;
        QByteArray read;
        for (qsizetype at = 0; at < bytes.size(); at += piece) {
            reader.feed(bytes.mid(at, piece));
            read += reader.takeBody();
        }
        if (closes)
            reader.end();
        QCOMPARE(reader.state(), state);
        QCOMPARE(reader.status(), status);
        QCOMPARE(read, body);
    }
}

void TestAnswerReader::endlessHeadIsRefused()
{
    AnswerReader reader;
    reader.feed("HTTP/1.1 200 OK\r\n");
    qint64 fed = 0;
    while (reader.state() == State::Head && fed < 10 * AnswerReader::largestHead) {
        reader.feed("X-Filler: " + QByteArray(1000, 'x') + "\r\n");
        fed += 1012;
    }
    QCOMPARE(reader.state(), State::Broken);
    QVERIFY(fed <= AnswerReader::largestHead + 2024);

    AnswerReader hints;
    fed = 0;
    while (hints.state() == State::Head && fed < 10 * AnswerReader::largestHead) {
        hints.feed("HTTP/1.1 103 Early Hints\r\n\r\n");
        fed += 28;
    }
    QCOMPARE(hints.state(), State::Broken);
}

void TestAnswerReader::headersAreRead()
{
    AnswerReader reader;
    reader.feed("HTTP/1.1 429 Slow Down\r\nRetry-After:7 \r\nX-Folded: a\r\n b\r\nnonsense\r\n"
                "CONTENT-LENGTH: 0\r\n\r\n");
    QCOMPARE(reader.state(), State::Done);
    QCOMPARE(reader.reason(), "Slow Down");
    QCOMPARE(reader.header("retry-after"), "7");
    QCOMPARE(reader.header("x-folded"), "a b");
    QCOMPARE(reader.header("absent"), "");
    QCOMPARE(reader.headers().size(), 3);
}

SLUICE_TEST(TestAnswerReader, Core)
#include "tst_answerreader.moc"
