// SPDX-License-Identifier: Apache-2.0
#include "models/api/retrypolicy.h"
#include "tests/support/testprogram.h"

#include <QtTest>

using namespace Sluice;
using namespace std::chrono_literals;
using Again = RetryPolicy::Again;

// Which calls go out again, after which answers, and how often.
class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void next_data();
    void next();
    void pauses();
    void pauseOfTheAccount();
};

static Answer answered(int status, const QByteArray &retryAfter = {})
{
    Answer answer;
    answer.status = status;
    answer.retryAfter = retryAfter;
    return answer;
}

static Answer broken(QNetworkReply::NetworkError error, int status = 0,
                     Answer::End end = Answer::End::Finished)
{
    Answer answer = answered(status);
    answer.error = error;
    answer.end = end;
    return answer;
}

void TestRetryPolicy::next_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Again>("userRead");
    QTest::addColumn<Again>("backgroundRead");
    QTest::addColumn<Again>("write");
    const auto row = [](const char *name, const Answer &answer, Again userRead,
                        Again backgroundRead, Again write) {
        QTest::newRow(name) << answer << userRead << backgroundRead << write;
    };
    constexpr Again never = Again::Never;
    constexpr Again later = Again::AfterAPause;
    for (const int status : {200, 201, 204, 301, 400, 403, 404, 409, 422, 500, 501})
        row(qPrintable(QString::number(status)), answered(status), never, never, never);
    for (const int status : {502, 503, 504})
        row(qPrintable(QString::number(status)), answered(status), later, never, never);
    row("401", answered(401), Again::WithNewToken, Again::WithNewToken, Again::WithNewToken);
    row("429", answered(429, "7"), Again::AtOnce, Again::AtOnce, never);
    row("429, an hour", answered(429, "3600"), Again::AtOnce, Again::AtOnce, never);
    row("102", answered(102), Again::AtOnce, Again::AtOnce, never);
    row("103", answered(103), Again::AtOnce, Again::AtOnce, never);
    row("503, soon", answered(503, "7"), later, never, never);
    row("503, an hour", answered(503, "3600"), never, never, never);
    row("closed", broken(QNetworkReply::RemoteHostClosedError), later, never, never);
    row("cut after 200", broken(QNetworkReply::RemoteHostClosedError, 200), later, never, never);
    row("cut after 404", broken(QNetworkReply::RemoteHostClosedError, 404), never, never, never);
    row("refused", broken(QNetworkReply::ConnectionRefusedError), later, never, never);
    row("not trusted", broken(QNetworkReply::SslHandshakeFailedError), never, never, never);
    row("late", broken(QNetworkReply::NoError, 0, Answer::End::TimedOut), later, never, never);
    row("too large", broken(QNetworkReply::NoError, 200, Answer::End::TooLarge), never, never,
        never);
    row("stream not taken up", broken(QNetworkReply::ContentReSendError), Again::AtOnce,
        Again::AtOnce, never);
}

void TestRetryPolicy::next()
{
    QFETCH(Answer, answer);
    QFETCH(Again, userRead);
    QFETCH(Again, backgroundRead);
    QFETCH(Again, write);
    const RetryPolicy policy(3, 500ms);
    Request request;
    QCOMPARE(policy.next(request, answer, 0, 0), userRead);
    QCOMPARE(policy.next(request, answer, 3, 0),
             userRead == Again::AfterAPause ? Again::Never : userRead);
    QCOMPARE(policy.next(request, answer, 0, 5),
             userRead == Again::AtOnce ? Again::Never : userRead);
    request.priority = Priority::Background;
    QCOMPARE(policy.next(request, answer, 0, 0), backgroundRead);
    for (const Verb verb : {Verb::Post, Verb::Put, Verb::Delete}) {
        for (const Priority priority : {Priority::User, Priority::Background}) {
            request.verb = verb;
            request.priority = priority;
            QCOMPARE(policy.next(request, answer, 0, 0), write);
        }
    }
}

void TestRetryPolicy::pauses()
{
    const RetryPolicy policy(3, 500ms);
    for (int i = 0; i < 100; ++i) {
        const auto first = policy.pauseBefore(0, answered(503));
        QVERIFY(first >= 250ms && first <= 500ms);
        const auto third = policy.pauseBefore(2, answered(503));
        QVERIFY(third >= 1000ms && third <= 2000ms);
        QCOMPARE(policy.pauseBefore(0, answered(503, "7")), 7000ms);
        QVERIFY(policy.pauseBefore(2, answered(503, "0")) >= 1000ms);
        QVERIFY(policy.pauseBefore(0, answered(503, "soon")) <= 500ms);
    }
}

void TestRetryPolicy::pauseOfTheAccount()
{
    QCOMPARE(RetryPolicy::pauseOfAccount(answered(429, "7.5")), 7500ms);
    QCOMPARE(RetryPolicy::pauseOfAccount(answered(429, "0")), 0ms);
    QCOMPARE(RetryPolicy::pauseOfAccount(answered(429)), 10'000ms);
    QCOMPARE(RetryPolicy::pauseOfAccount(answered(429, "soon")), 10'000ms);
    QCOMPARE(RetryPolicy::pauseOfAccount(answered(429, "-1")), 10'000ms);
    QCOMPARE(RetryPolicy::pauseOfAccount(answered(429, "86400")), 600'000ms);
}

SLUICE_TEST(TestRetryPolicy, Core)
#include "tst_retrypolicy.moc"
