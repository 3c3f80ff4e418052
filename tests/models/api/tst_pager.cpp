// SPDX-License-Identifier: Apache-2.0
#include "tests/support/clientfixture.h"
#include "tests/support/testprogram.h"

#include "models/api/pager.h"

#include <QFile>
#include <QJsonObject>

using namespace Sluice;
using namespace Sluice::Test;
using Kind = ApiError::Kind;

// All pages of a list, from servers that keep to the documents and from others.
class TestPager : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryRowOnce_data();
    void readsEveryRowOnce();
    void guidesPage();
    void endsWithoutNewIds();
    void listThatMovesIsReadAgain_data();
    void listThatMovesIsReadAgain();
    void listThatNeverStandsStillIsTold();
    void endlessListIsRefused();
    void errorOnALaterPageIsTheListsError();
    void missingResultsAreABadReply();
    void rowsWithoutIdsAreABadReply_data();
    void rowsWithoutIdsAreABadReply();
    void deadContextEndsIt();

private:
    static Result<QJsonArray> read(ClientFixture &f, const QString &idKey = QStringLiteral("id"));
};

static QByteArray pageOf(int first, int count, int size, int total)
{
    QJsonArray rows;
    for (int i = first; i < first + count; ++i)
        rows.append(QJsonObject{{QStringLiteral("id"), QString::number(i)}});
    const QJsonObject page{{QStringLiteral("page"), 0},
                           {QStringLiteral("results"), rows},
                           {QStringLiteral("size"), size},
                           {QStringLiteral("total"), total}};
    return QJsonDocument(page).toJson();
}

static int asked(const Seen &seen, const char *key)
{
    const QUrlQuery query(QString::fromLatin1(seen.target.mid(seen.target.indexOf('?') + 1)));
    return query.queryItemValue(QLatin1String(key)).toInt();
}

Result<QJsonArray> TestPager::read(ClientFixture &f, const QString &idKey)
{
    return awaited<QJsonArray>([&](const Handler<QJsonArray> &handler) {
        fetchAll(&f.client, Endpoints::listProjects(), idKey, &f.context, handler);
    });
}

void TestPager::readsEveryRowOnce_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("pageSize"); // of the server; 0: as asked
    QTest::addColumn<QString>("envelope");
    QTest::addColumn<int>("mostRequests");
    for (const int rows : {0, 1, 24, 25, 26, 99, 100, 101, 200, 250}) {
        QTest::addRow("%d rows, sound", rows) << rows << 0 << u"sound"_qs << rows / 100 + 1;
        // Several pages without a total that fits are read twice.
        const int passes = rows < 25 ? 1 : 2;
        const int zeros = passes * (rows / 100 + 2);
        QTest::addRow("%d rows, zeros", rows) << rows << 0 << u"zeros"_qs << zeros;
        QTest::addRow("%d rows, absent", rows) << rows << 0 << u"absent"_qs << zeros;
        QTest::addRow("%d rows, pages of 25", rows) << rows << 25 << u"sound"_qs << rows / 25 + 1;
        QTest::addRow("%d rows, 25 and zeros", rows)
            << rows << 25 << u"zeros"_qs << 2 * (rows / 25 + 1);
        QTest::addRow("%d rows, pages of 10", rows) << rows << 10 << u"sound"_qs << rows / 10 + 1;
        QTest::addRow("%d rows, 25, the size asked for", rows)
            << rows << 25 << u"echo"_qs << 2 * (rows / 25 + 1);
        QTest::addRow("%d rows, total of the page", rows) << rows << 0 << u"own"_qs << zeros;
    }
}

void TestPager::readsEveryRowOnce()
{
    QFETCH(int, rows);
    QFETCH(int, pageSize);
    QFETCH(QString, envelope);
    QFETCH(int, mostRequests);
    ClientFixture f;
    f.server.setHandler([=](const Seen &seen) {
        const int step = pageSize ? pageSize : asked(seen, "size");
        const int first = asked(seen, "page") * step;
        const int count = std::clamp(rows - first, 0, step);
        QByteArray body = pageOf(first, count, step, rows);
        if (envelope == u"zeros"_qs)
            body = pageOf(first, count, 0, 0);
        else if (envelope == u"echo"_qs)
            body = pageOf(first, count, asked(seen, "size"), 0);
        else if (envelope == u"own"_qs)
            body = pageOf(first, count, step, count);
        else if (envelope == u"absent"_qs)
            body.replace("\"size\"", "\"x\"").replace("\"total\"", "\"y\"");
        return Act::reply(200, body);
    });
    const auto result = read(f);
    QVERIFY(result);
    QCOMPARE(result->size(), rows);
    for (int i = 0; i < rows; ++i)
        QCOMPARE(result->at(i).toObject().value(u"id").toString(), QString::number(i));
    QVERIFY2(f.server.seen().size() <= mostRequests,
             qPrintable(QString::number(f.server.seen().size())));
}

void TestPager::guidesPage()
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/projects-page.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray page = file.readAll();
    ClientFixture f;
    f.server.setHandler([page](const Seen &) { return Act::reply(200, page); });
    const auto result = read(f);
    QVERIFY(result);
    QCOMPARE(result->size(), 1);
    QCOMPARE(f.server.seen().size(), 1);
    QCOMPARE(f.server.seen().constFirst().target, "/dpc/v1/projects?page=0&size=100");
}

void TestPager::endsWithoutNewIds()
{
    // Whatever page is asked for, the same 30 come.
    ClientFixture f;
    f.server.setHandler([](const Seen &) { return Act::reply(200, pageOf(0, 30, 30, 9000)); });
    const auto result = read(f);
    QVERIFY(result);
    QCOMPARE(result->size(), 30);
    QCOMPARE(f.server.seen().size(), 4);
}

static QByteArray pageOf(const QStringList &ids, int total)
{
    QJsonArray rows;
    for (const QString &id : ids)
        rows.append(QJsonObject{{QStringLiteral("id"), id}});
    const QJsonObject page{{QStringLiteral("results"), rows},
                           {QStringLiteral("size"), 100},
                           {QStringLiteral("total"), total}};
    return QJsonDocument(page).toJson();
}

void TestPager::listThatMovesIsReadAgain_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("changeBefore"); // this request, counted from 1
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("tellsTotal");
    const auto row = [](int rows, int before, const QString &change, bool tellsTotal) {
        QTest::addRow("%d rows, %s before request %d, %s", rows, qPrintable(change), before,
                      tellsTotal ? "total" : "no total")
            << rows << before << change << tellsTotal;
    };
    for (const bool tellsTotal : {true, false}) {
        for (const QString &change : {u"remove first"_qs, u"remove last of page"_qs,
                                      u"insert first"_qs, u"insert at the end"_qs}) {
            row(101, 2, change, tellsTotal);
            row(250, 2, change, tellsTotal);
            row(250, 3, change, tellsTotal);
            row(199, 2, change, tellsTotal);
        }
    }
}

// What is given is the list as it was at one time, after the change; nothing is missing.
void TestPager::listThatMovesIsReadAgain()
{
    QFETCH(int, rows);
    QFETCH(int, changeBefore);
    QFETCH(QString, change);
    QFETCH(bool, tellsTotal);
    ClientFixture f;
    QStringList living;
    for (int i = 0; i < rows; ++i)
        living << QString::number(i);
    int requests = 0;
    f.server.setHandler([&](const Seen &seen) {
        if (++requests == changeBefore) {
            if (change == u"remove first"_qs)
                living.removeFirst();
            else if (change == u"remove last of page"_qs)
                living.removeAt(99);
            else if (change == u"insert first"_qs)
                living.prepend(u"new"_qs);
            else
                living.append(u"new"_qs);
        }
        const QStringList page = living.mid(qsizetype(asked(seen, "page")) * 100, 100);
        return Act::reply(200, pageOf(page, tellsTotal ? int(living.size()) : 0));
    });
    const auto result = read(f);
    QVERIFY(result);
    QStringList ids;
    for (const auto &row : *result)
        ids << row.toObject().value(u"id").toString();
    QCOMPARE(ids, living);
}

void TestPager::listThatNeverStandsStillIsTold()
{
    ClientFixture f;
    int number = 0;
    f.server.setHandler([&number](const Seen &seen) {
        // The total grows with each request, as the ids do.
        number += 100;
        Q_UNUSED(seen)
        return Act::reply(200, pageOf(number, 100 - 50 * asked(seen, "page"), 100, 150 + number));
    });
    const auto result = read(f);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::BadReply);
    QVERIFY2(result.error().message.contains(u"changes each time"),
             qPrintable(result.error().message));
    QVERIFY(f.server.seen().size() < 50);
}

void TestPager::endlessListIsRefused()
{
    ClientFixture f;
    f.server.setHandler([](const Seen &seen) {
        return Act::reply(200, pageOf(asked(seen, "page"), 1, 1, 1'000'000));
    });
    const auto result = read(f);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::BadReply);
    QCOMPARE(result.error().message, u"the list does not end"_qs);
    QCOMPARE(f.server.seen().size(), 1000);
}

void TestPager::errorOnALaterPageIsTheListsError()
{
    ClientFixture f;
    f.server.then(Act::reply(200, pageOf(0, 100, 100, 150)));
    f.server.then(Act::reply(403, R"({"detail":"no more"})"));
    const auto result = read(f);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Forbidden);
}

void TestPager::missingResultsAreABadReply()
{
    for (const char *body : {"{}", R"({"results":{}})", R"({"results":null})"}) {
        ClientFixture f;
        f.server.then(Act::reply(200, body));
        const auto result = read(f);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Kind::BadReply);
        QCOMPARE(result.error().target, u"GET /v1/projects"_qs);
        QVERIFY(!result.error().requestId.isEmpty());
    }
}

void TestPager::rowsWithoutIdsAreABadReply_data()
{
    QTest::addColumn<QByteArray>("results");
    QTest::newRow("another key") << QByteArray(R"([{"name":"a"},{"name":"b"}])");
    QTest::newRow("one of several") << QByteArray(R"([{"id":"1"},{"name":"b"},{"id":"3"}])");
    QTest::newRow("empty") << QByteArray(R"([{"id":""}])");
    QTest::newRow("null") << QByteArray(R"([{"id":null}])");
    QTest::newRow("a number") << QByteArray(R"([{"id":7}])");
    QTest::newRow("a list") << QByteArray(R"([{"id":["1"]}])");
    QTest::newRow("an object") << QByteArray(R"([{"id":{"id":"1"}}])");
    QTest::newRow("no object") << QByteArray(R"(["1","2"])");
    QTest::newRow("null rows") << QByteArray(R"([null])");
    QTest::newRow("lists as rows") << QByteArray(R"([[{"id":"1"}]])");
    QTest::newRow("another case") << QByteArray(R"([{"ID":"1"}])");
}

// Otherwise it would look as if there were none.
void TestPager::rowsWithoutIdsAreABadReply()
{
    QFETCH(QByteArray, results);
    ClientFixture f;
    f.server.then(Act::reply(200, "{\"results\":" + results + '}'));
    const auto result = read(f);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::BadReply);
    QCOMPARE(result.error().message, u"a row of the list has no \"id\""_qs);
}

void TestPager::deadContextEndsIt()
{
    ClientFixture f;
    int runs = 0;
    auto *context = new QObject;
    f.server.setHandler([&](const Seen &seen) {
        return Act::reply(200, pageOf(asked(seen, "page") * 100, 100, 100, 100'000));
    });
    fetchAll(&f.client, Endpoints::listProjects(), QStringLiteral("id"), context,
             [&runs](const Result<QJsonArray> &) { ++runs; });
    QTRY_VERIFY(f.server.seen().size() >= 3);
    delete context;
    const auto seen = f.server.seen().size();
    QVERIFY(f.call(shortRead()));
    QVERIFY(f.server.seen().size() <= seen + 2);
    QCOMPARE(runs, 0);
}

SLUICE_TEST(TestPager, Core)
#include "tst_pager.moc"
