// SPDX-License-Identifier: Apache-2.0
#include "models/api/replyladder.h"
#include "tests/support/clientfixture.h"
#include "tests/support/testprogram.h"

using namespace Sluice;
using namespace Sluice::Test;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;

// A write reaches the server once, whatever the connection does, and the error tells whether it may
// have taken effect.
class TestClientWrites : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void lostAnswerIsUnknown_data();
    void lostAnswerIsUnknown();
    void refusedConnectionDidNothing_data();
    void refusedConnectionDidNothing();
    void effectIsJudged_data();
    void effectIsJudged();
    void definitionIsWhole_data();
    void definitionIsWhole();
    void serverErrorIsNotRepeated();
    void refusalStandsWithoutItsWords();
    void connectionThatIsNotMadeInTimeDidNothing();
    void leftWriteIsNotRecalled();
    void endOfTheClientIsTold();
    void endByAnothersHandlerIsTold();
};

// What went to the log since the test began.
static QStringList &warnings()
{
    static QStringList list;
    return list;
}

void TestClientWrites::initTestCase()
{
    // No write may fill the user's log.
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
        if (type != QtInfoMsg)
            warnings() << text;
        fprintf(stderr, "%s\n", qPrintable(text));
    });
}

void TestClientWrites::lostAnswerIsUnknown_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<Act>("act");
    QTest::addColumn<bool>("keptAlive");
    QTest::addColumn<QString>("words");
    const QList<QPair<const char *, Act>> acts{
        {"closed", Act::fault(Act::Kind::Close)},
        {"silence", Act::fault(Act::Kind::Silence)},
        {"garbage", Act::fault(Act::Kind::Garbage)},
        {"cut after 201", Act::fault(Act::Kind::CloseAfterStatus, 201)},
        {"half of the body", Act::fault(Act::Kind::HalfBody, 201)},
        {"stalled body", Act::fault(Act::Kind::StallBody, 200)},
    };
    const QList<QPair<const char *, Verb>> verbs{
        {"POST", Verb::Post}, {"PUT", Verb::Put}, {"DELETE", Verb::Delete}};
    for (const auto &[verbText, verb] : verbs) {
        for (const auto &[actText, act] : acts) {
            for (const bool keptAlive : {false, true}) {
                const bool accepted = act.status < 300 && act.kind != Act::Kind::Close &&
                                      act.kind != Act::Kind::Silence &&
                                      act.kind != Act::Kind::Garbage;
                QTest::addRow("%s, %s, %s", verbText, actText, keptAlive ? "kept alive" : "fresh")
                    << verb << act << keptAlive
                    << (accepted ? QStringLiteral("accepted") : QString());
            }
        }
    }
}

void TestClientWrites::lostAnswerIsUnknown()
{
    QFETCH(Verb, verb);
    QFETCH(Act, act);
    QFETCH(bool, keptAlive);
    QFETCH(QString, words);
    ClientFixture f;
    warnings().clear();
    if (keptAlive)
        QVERIFY(f.call(shortRead()));
    f.server.then(act);
    const auto result = f.call(shortWrite(verb, 300ms));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::NoAnswer);
    QCOMPARE(result.error().effect, Effect::Unknown);
    QVERIFY2(result.error().summary().contains(u"not known whether"),
             qPrintable(result.error().summary()));
    QVERIFY2(result.error().message.contains(words), qPrintable(result.error().message));
    // Nothing comes later, either.
    QVERIFY(f.call(shortRead()));
    QCOMPARE(f.server.count(verbName(verb)), 1);
    QCOMPARE(warnings(), QStringList());
}

void TestClientWrites::refusedConnectionDidNothing_data()
{
    QTest::addColumn<Verb>("verb");
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<int>("kind");
    // Longer than a host name may be: it cannot exist, and no resolver is asked, so that the test
    // needs no network.
    const QUrl noSuchHost(u"https://%1invalid/dpc"_qs.arg((QString(60, u'a') + u'.').repeated(5)));
    for (const Verb verb : {Verb::Post, Verb::Put, Verb::Delete}) {
        const QByteArray name = verbName(verb);
        QTest::addRow("%s refused", name.constData())
            << verb << QUrl() << static_cast<int>(Kind::Network);
        QTest::addRow("%s no such host", name.constData())
            << verb << noSuchHost << static_cast<int>(Kind::Network);
        QTest::addRow("%s no TLS", name.constData())
            << verb << QUrl(QStringLiteral("https://127.0.0.1/dpc")) << static_cast<int>(Kind::Tls);
    }
}

void TestClientWrites::refusedConnectionDidNothing()
{
    QFETCH(Verb, verb);
    QFETCH(QUrl, url);
    QFETCH(int, kind);
    FaultServer server;
    QUrl base = url.isEmpty() ? server.url() : url;
    if (url.isEmpty())
        server.close();
    else if (url.host() == u"127.0.0.1") {
        // A peer that answers the handshake with something else.
        base.setPort(server.url().port());
        server.speakFirst("this is no TLS, this is no TLS, this is no TLS\r\n\r\n");
    }
    FixedToken token{"t"};
    RateBudget budget{0};
    Client client({.baseUrl = base}, std::make_unique<Transport>(), &token, &budget);
    std::optional<ApiError> error;
    client.send(shortWrite(verb), &client,
                [&error](const Result<Reply> &result) { error = result.error(); });
    QTRY_VERIFY_WITH_TIMEOUT(error, 10'000);
    QVERIFY2(static_cast<int>(error->kind) == kind, qPrintable(error->details()));
    QCOMPARE(error->httpStatus, 0);
    QCOMPARE(error->effect, Effect::None);
}

// A whole answer, and what a write may have done that got it. A definition is promised for POST and
// PUT; for a deletion an empty answer or any JSON.
void TestClientWrites::effectIsJudged_data()
{
    QTest::addColumn<Act>("act");
    QTest::addColumn<Effect>("toCreate");
    QTest::addColumn<Effect>("toDelete");
    const auto row = [](const Act &act, Effect toCreate, Effect toDelete) {
        QTest::addRow("%d %s", act.status, act.body.left(24).constData())
            << act << toCreate << toDelete;
    };
    constexpr Effect happened = Effect::Happened;
    constexpr Effect unknown = Effect::Unknown;
    const QByteArray page = "<!DOCTYPE html><title>Sign in</title>";
    const QByteArray whole = R"({"streamingPipelineId":"i","name":"n"})";
    for (const int status : {200, 201, 202, 299})
        row(Act::reply(status, whole), happened, happened);
    for (const char *body : {"", " \r\n", "{}", "[]", "null", "true", "7", "\"done\"", "[{}]",
                             R"({"hello":"world"})", R"({"streamingPipelineId":"i"})",
                             R"({"name":"n"})", R"({"streamingPipelineId":"","name":"n"})"})
        row(Act::reply(200, body), unknown, happened);
    for (const QByteArray &body :
         {page, QByteArray("OK"), QByteArray(R"({"streamingPipelineId":"i)"), QByteArray("[1,"),
          QByteArray("\x1f\x8b\x08 rubbish")})
        row(Act::reply(201, body), unknown, unknown);
    for (const int status : {201, 202, 204})
        row(Act::reply(status, {}), unknown, happened);
    for (const int status : {301, 302, 303, 304, 307, 408, 460, 499, 500, 501, 502, 503, 504, 507,
                             520, 522, 524, 530, 599})
        row(Act::reply(status, page), unknown, unknown);
    for (const int status :
         {400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 423, 428, 429, 431, 451, 494})
        row(Act::reply(status, page), Effect::None, Effect::None);
}

static Effect effectIn(const Result<Reply> &result)
{
    return result ? Effect::Happened : result.error().effect;
}

void TestClientWrites::effectIsJudged()
{
    QFETCH(Act, act);
    QFETCH(Effect, toCreate);
    QFETCH(Effect, toDelete);
    const QList<std::pair<Request, Effect>> calls{
        {Endpoints::createPipeline(u"p"_qs, "{}"), toCreate},
        {Endpoints::updatePipeline(u"p"_qs, u"i"_qs, "{}"), toCreate},
        {Endpoints::deletePipeline(u"p"_qs, u"s"_qs), toDelete},
        {Endpoints::sendCommand(u"p"_qs, u"s"_qs, PipelineCommand::Stop), toDelete},
    };
    for (const auto &[request, expected] : calls) {
        ClientFixture f;
        f.server.then(act);
        const auto result = f.call(request);
        QCOMPARE(effectIn(result), expected);
        QCOMPARE(f.server.seen().size(), 1);
        if (expected == Effect::Happened)
            continue;
        const bool isOpen = expected == Effect::Unknown;
        QCOMPARE(result.error().summary().contains(u"not known whether"), isOpen);
        QCOMPARE(result.error().nextStep().contains(u"look before you try again"), isOpen);
    }
}

// What is read for a definition is one: a read that gives none failed, and did nothing.
void TestClientWrites::definitionIsWhole_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *body, const QString &words) {
        QTest::newRow(body) << QByteArray(body) << words;
    };
    row("{}", u"has no streamingPipelineId"_qs);
    row(R"({"name":"n"})", u"has no streamingPipelineId"_qs);
    row(R"({"streamingPipelineId":7,"name":"n"})", u"has no streamingPipelineId"_qs);
    row(R"({"streamingPipelineId":null,"name":"n"})", u"has no streamingPipelineId"_qs);
    row(R"({"streamingPipelineId":" ","name":"n"})", u"has no streamingPipelineId"_qs);
    row(R"({"streamingPipelineId":"i"})", u"has no name"_qs);
    row(R"({"streamingPipelineId":"i","name":null})", u"has no name"_qs);
    row(R"({"streamingPipelineId":"i","name":{"a":1}})", u"has no name"_qs);
    row(R"({"results":[{"streamingPipelineId":"i","name":"n"}]})",
        u"has no streamingPipelineId"_qs);
    row(R"({"status":"RUNNING"})", u"has no streamingPipelineId"_qs);
    row(R"({"streamingPipelineId":"i","name":"n","name":"m"})", u"\"name\" stands twice"_qs);
    row(R"({"streamingPipelineId":"i","name":"n","a":[1,{"b":1.0,"b":2}]})", u"(a[1].b)"_qs);
    row(R"({"streamingPipelineId":"i","name":"n","a":01})", u"broken"_qs);
    row(R"({"streamingPipelineId":"i","name":"C:\data"})", u"broken"_qs);
    row(R"({"streamingPipelineId":"i","name":"n","a":{"b":1},"c":{"b":1e400}})", {});
    row(R"({"streamingPipelineId":"i","name":"n"})", {});
    row(R"({"streamingPipelineId":"I","name":"n"})", {}); // an id is read in any case
    row(R"({"streamingPipelineId":"j","name":"n"})", u"another pipeline, j"_qs);
    row(R"({"streamingPipelineId":"ii","name":"n"})", u"another pipeline"_qs);
    row(R"({"streamingPipelineId":"i/","name":"n"})", u"another pipeline"_qs);
    row(R"({"streamingPipelineId":"%69","name":"n"})", u"another pipeline"_qs);
    row(R"({"streamingPipelineId":"p","name":"n"})", u"another pipeline"_qs);
    row(R"({"streamingPipelineId":"i","name":""})", {}); // a server may hold one without a name
}

void TestClientWrites::definitionIsWhole()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, words);
    ClientFixture f;
    f.server.then(Act::reply(200, body));
    const auto result = f.call(Endpoints::getPipeline(u"p"_qs, u"i"_qs));
    QCOMPARE(bool(result), words.isEmpty());
    if (result)
        return;
    QCOMPARE(result.error().kind, Kind::BadReply);
    QCOMPARE(result.error().effect, Effect::None);
    QVERIFY2(result.error().message.contains(words), qPrintable(result.error().message));
}

void TestClientWrites::serverErrorIsNotRepeated()
{
    for (const int status : {500, 503}) {
        ClientFixture f;
        f.server.then(Act::reply(status, "broken", {{"Retry-After", "0"}}));
        const auto result = f.call(shortWrite(Verb::Post));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Kind::Server);
        QCOMPARE(result.error().effect, Effect::Unknown);
        QVERIFY(f.call(shortRead()));
        QCOMPARE(f.server.count("POST"), 1);
    }
}

void TestClientWrites::refusalStandsWithoutItsWords()
{
    ClientFixture f;
    f.server.then(Act::fault(Act::Kind::HalfBody, 409));
    const auto result = f.call(shortWrite(Verb::Post));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, Kind::Conflict);
}

void TestClientWrites::connectionThatIsNotMadeInTimeDidNothing()
{
    // 192.0.2.0/24 is set aside for documentation: nobody answers there, or the way there is
    // closed.
    FixedToken token{"t"};
    RateBudget budget{0};
    Client client({.baseUrl = QUrl(QStringLiteral("https://192.0.2.1/dpc"))},
                  std::make_unique<Transport>(), &token, &budget);
    std::optional<ApiError> error;
    client.send(shortWrite(Verb::Post, 300ms), &client,
                [&error](const Result<Reply> &result) { error = result.error(); });
    QTRY_VERIFY(error);
    QVERIFY2(error->kind == Kind::Network, qPrintable(error->details()));
    QCOMPARE(error->effect, Effect::None);
}

void TestClientWrites::leftWriteIsNotRecalled()
{
    ClientFixture f;
    f.server.then(Act::fault(Act::Kind::SlowBody));
    auto *context = new QObject;
    int runs = 0;
    f.client.send(shortWrite(Verb::Post), context, [&runs](const Result<Reply> &) { ++runs; });
    QTRY_COMPARE(f.server.count("POST"), 1);
    delete context;
    QCOMPARE(f.client.inFlight(), 1);
    QTRY_COMPARE(f.client.inFlight(), 0);
    QCOMPARE(runs, 0);
}

// An account that is disconnected: nobody waits for an answer that will not come.
void TestClientWrites::endOfTheClientIsTold()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Act::fault(Act::Kind::Silence); });
    FixedToken token{"t"};
    RateBudget budget{0};
    auto client = std::make_unique<Client>(Client::Settings{.baseUrl = server.url()},
                                           std::make_unique<Transport>(), &token, &budget);
    QObject context;
    QHash<QString, Effect> effects;
    const auto note = [&effects](const QString &call) {
        return [&effects, call](const Result<Reply> &result) {
            QCOMPARE(result.error().kind, Kind::Cancelled);
            effects.insert(call, result.error().effect);
        };
    };
    client->send(shortWrite(Verb::Put), &context, note(u"sent write"_qs));
    client->send(shortRead(), &context, note(u"sent read"_qs));
    QTRY_COMPARE(server.seen().size(), 2);
    client->send(shortWrite(Verb::Put), &context, note(u"waiting write"_qs));
    auto *gone = new QObject;
    client->send(shortRead(), gone, note(u"of a dead context"_qs));
    delete gone;
    client.reset();
    QVERIFY(effects.isEmpty()); // never inside the end itself
    QTRY_COMPARE(effects.size(), 3);
    QCOMPARE(effects.value(u"sent write"_qs), Effect::Unknown);
    QCOMPARE(effects.value(u"sent read"_qs), Effect::None);
    QCOMPARE(effects.value(u"waiting write"_qs), Effect::None);
}

// The answer has come, and was not looked at yet.
void TestClientWrites::endByAnothersHandlerIsTold()
{
    FaultServer server;
    server.setHandler([](const Seen &) { return Act::reply(429); });
    FixedToken token{"t"};
    RateBudget budget{0};
    auto client = std::make_unique<Client>(Client::Settings{.baseUrl = server.url()},
                                           std::make_unique<Transport>(), &token, &budget);
    QObject context;
    connect(client.get(), &Client::paused, &context, [&] {
        Request refused = shortRead();
        refused.path = u"/v1/../x"_qs;
        client->send(refused, &context, [&client](const Result<Reply> &) { client.reset(); });
    });
    QList<Effect> effects;
    client->send(shortWrite(Verb::Put), &context, [&effects](const Result<Reply> &result) {
        QCOMPARE(result.error().kind, Kind::Cancelled);
        effects.append(result.error().effect);
    });
    QTRY_VERIFY(!client);
    QTRY_COMPARE(effects, QList{Effect::Unknown});
}

SLUICE_TEST(TestClientWrites, Core)
#include "tst_clientwrites.moc"
