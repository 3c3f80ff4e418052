// SPDX-License-Identifier: Apache-2.0
#include "models/api/fixedtoken.h"
#include "models/json/jsontext.h"
#include "models/operations/commandoperation.h"
#include "models/operations/createoperation.h"
#include "models/operations/deleteoperation.h"
#include "models/operations/replaceoperation.h"
#include "tests/support/badanswers.h"
#include "tests/support/operationstage.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What becomes of a write, over real sockets: each answer that tells nothing, with a server on
// which the write took effect and one on which it did not.
class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m = std::make_unique<OperationStage>(); }

    void cleanup() { m.reset(); }

    void create_data() { addBadAnswers(); }

    void create();

    void replace_data() { addBadAnswers(); }

    void replace();

    void remove_data() { addBadAnswers(); }

    void remove();

    void command_data() { addBadAnswers(); }

    void command();

    void refusalsAreBelieved_data();
    void refusalsAreBelieved();
    void whatHasNotLeftDidNothing();
    void aLateEffectIsSeenByTheSecondLook();
    void aLookThatFailsLeavesItOpen();
    void namesakesAreToldFromNewOnes_data();
    void namesakesAreToldFromNewOnes();
    void anotherPressLooksFirst();
    void nothingIsSentForWhatMoved();
    void nothingIsSentForWhatIsThere();
    void theOrderOfTablesIsAChange();
    void someoneElsesChangeIsNoProof();
    void whatIsGoneIsDeleted();
    void noWordOfTheApiProvesNothing_data();
    void noWordOfTheApiProvesNothing();
    void aBare404IsLookedUp_data();
    void aBare404IsLookedUp();
    void theListTellsOfABare404();
    void anEffectAfterBothLooksIsFoundByTheNextTry();
    void anotherPipelineIsNoAnswer_data();
    void anotherPipelineIsNoAnswer();
    void theOldDefinitionIsNoAnswer();
    void whatHasNoNameIsNotLookedUp();
    void aStatusProvesACommand_data();
    void aStatusProvesACommand();
    void cancelledBeforeItLeft();
    void endedByWhoHearsOfItsStage_data();
    void endedByWhoHearsOfItsStage();
    void theEndOfTheClientSettles();

private:
    Operation *make(const QString &kind) const;
    // Starts it and waits until it has settled.
    static WriteOutcome run(Operation &operation);
    void judge(Operation &operation, const char *method, bool isAnAnswer);

    std::unique_ptr<OperationStage> m;
};

WriteOutcome TestOperations::run(Operation &operation)
{
    operation.setPause(20ms);
    QSignalSpy settled(&operation, &Operation::settled);
    operation.start();
    const bool isSettled = !settled.isEmpty() || settled.wait(10'000);
    return isSettled ? operation.outcome() : WriteOutcome{};
}

// isAnAnswer: the API promises no more than that.
void TestOperations::judge(Operation &operation, const char *method, bool isAnAnswer)
{
    QFETCH(Act, act);
    QFETCH(bool, happens);
    m->answerWrites(act, happens);
    const WriteOutcome outcome = run(operation);
    QVERIFY(operation.isSettled());
    QCOMPARE(m->api.server.count(method), 1);
    const bool isDone = isAnAnswer || happens;
    QCOMPARE(outcome.effect, isDone ? Effect::Happened : Effect::Unknown);
    QCOMPARE(outcome.isDone(), isDone);
    QCOMPARE(bool(outcome.error), !isDone);
    QVERIFY(!outcome.isOpen());
    if (isAnAnswer) {
        QCOMPARE(outcome.look, WriteOutcome::Look::None);
        QCOMPARE(outcome.summary(), QString());
        return;
    }
    QCOMPARE(outcome.look, happens ? WriteOutcome::Look::Done : WriteOutcome::Look::NotDone);
    // That nothing is to be seen yet proves nothing.
    QCOMPARE(outcome.summary().contains(u"not known"), !happens);
    QCOMPARE(outcome.summary().contains(u"looked for 2 times within 1 s"), !happens);
    QVERIFY2(outcome.summary().contains(u"looked up"), qPrintable(outcome.summary()));
}

void TestOperations::create()
{
    QFETCH(bool, happens);
    CreateOperation operation(m->client(), u"p1"_s, m->text(u"fresh"_s),
                              CreateOperation::Namesakes::Refused);
    judge(operation, "POST", false);
    if (happens)
        QCOMPARE(operation.outcome().definition[u"streamingPipelineId"].toString(), u"new-1"_s);
    QCOMPARE(m->api.pipelines[u"p1"_s].size(), happens ? 2 : 1);
}

void TestOperations::replace()
{
    QFETCH(bool, happens);
    ReplaceOperation operation(m->client(), u"p1"_s, u"a"_s, m->renaming(u"renamed"_s));
    judge(operation, "PUT", false);
    QCOMPARE(operation.before()[u"name"].toString(), u"orders"_s);
    if (happens)
        QCOMPARE(operation.outcome().definition[u"name"].toString(), u"renamed"_s);
}

void TestOperations::remove()
{
    QFETCH(bool, isEmptyOrJson);
    DeleteOperation operation(m->client(), u"p1"_s, u"a"_s);
    judge(operation, "DELETE", isEmptyOrJson);
}

void TestOperations::command()
{
    QFETCH(Act, act);
    QFETCH(bool, happens);
    QFETCH(bool, isEmptyOrJson);
    m->api.statuses[u"a"_s] = u"STREAMING"_s;
    m->answerWrites(act, happens);
    CommandOperation operation(m->client(), u"p1"_s, u"a"_s, PipelineCommand::Stop);
    const WriteOutcome outcome = run(operation);
    QCOMPARE(m->api.server.count("POST"), 1);
    const bool isDone = isEmptyOrJson || happens;
    // A command takes its time: that nothing is to be seen yet proves nothing.
    QCOMPARE(outcome.effect, isDone ? Effect::Happened : Effect::Unknown);
    if (isEmptyOrJson)
        return;
    QCOMPARE(outcome.status, happens ? u"STOPPING"_s : u"STREAMING"_s);
    QVERIFY(outcome.found.contains(outcome.status));
    QCOMPARE(outcome.summary().contains(u"not known whether the command arrived"), !isDone);
}

void TestOperations::refusalsAreBelieved_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 401, 403, 404, 405, 409, 413, 415, 422, 429, 451})
        QTest::addRow("%d", status) << status;
}

void TestOperations::refusalsAreBelieved()
{
    QFETCH(int, status);
    m->answerWrites(Act::reply(status, R"({"detail":"no"})"), false);
    CreateOperation create(m->client(), u"p1"_s, m->text(u"fresh"_s),
                           CreateOperation::Namesakes::Allowed);
    ReplaceOperation replace(m->client(), u"p1"_s, u"a"_s, m->renaming(u"x"_s));
    DeleteOperation remove(m->client(), u"p1"_s, u"a"_s);
    CommandOperation start(m->client(), u"p1"_s, u"a"_s, PipelineCommand::Start);
    for (Operation *operation :
         std::initializer_list<Operation *>{&create, &replace, &remove, &start}) {
        if (status == 429) // all calls of the account wait; each has a client of its own
            m->renewClient();
        const WriteOutcome outcome = run(*operation);
        QCOMPARE(outcome.effect, Effect::None);
        QVERIFY(outcome.error);
        QCOMPARE(outcome.found, QString());
        QCOMPARE(outcome.isDone(), status == 404 && operation == &remove);
        if (status == 429)
            return;
    }
}

void TestOperations::whatHasNotLeftDidNothing()
{
    m->api.server.close();
    CommandOperation operation(m->client(), u"p1"_s, u"a"_s, PipelineCommand::Start);
    const WriteOutcome outcome = run(operation);
    QCOMPARE(outcome.effect, Effect::None);
    QCOMPARE(outcome.error->kind, ApiError::Kind::Network);
    QCOMPARE(outcome.look, WriteOutcome::Look::None);
}

// A gateway gives up, the server behind it does not.
void TestOperations::aLateEffectIsSeenByTheSecondLook()
{
    m->answerWrites(Act::reply(504, "<html>"), false);
    int lists = 0;
    m->onList = [this, &lists] {
        if (++lists == 3) // before the write, the first look, the second
            m->create(m->text(u"fresh"_s));
    };
    CreateOperation operation(m->client(), u"p1"_s, m->text(u"fresh"_s),
                              CreateOperation::Namesakes::Refused);
    const WriteOutcome outcome = run(operation);
    QCOMPARE(lists, 3);
    QCOMPARE(outcome.effect, Effect::Happened);
    QCOMPARE(m->api.server.count("POST"), 1);
}

void TestOperations::aLookThatFailsLeavesItOpen()
{
    m->answerWrites(Act::reply(500, "boom"), true);
    CreateOperation operation(m->client(), u"p1"_s, m->text(u"fresh"_s),
                              CreateOperation::Namesakes::Refused);
    int lists = 0;
    m->onList = [this, &lists] {
        if (++lists == 2)
            m->api.refusals[QByteArrayLiteral("/streaming-pipelines")] = 403;
    };
    const WriteOutcome outcome = run(operation);
    QCOMPARE(outcome.effect, Effect::Unknown);
    QCOMPARE(outcome.look, WriteOutcome::Look::Failed);
    QVERIFY(outcome.summary().contains(u"not known whether the pipeline was created"));
    QVERIFY2(outcome.found.contains(u"could not be looked up"), qPrintable(outcome.found));
    QVERIFY(!operation.cancel());

    m->api.refusals.clear();
    QSignalSpy settled(&operation, &Operation::settled);
    QVERIFY(operation.lookAgain());
    QVERIFY(!operation.lookAgain()); // one at a time
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(operation.outcome().effect, Effect::Happened);
    QVERIFY(!operation.lookAgain()); // nothing is open any more
    QCOMPARE(m->api.server.count("POST"), 1);
}

void TestOperations::namesakesAreToldFromNewOnes_data()
{
    QTest::addColumn<bool>("isKnown");    // what was there before
    QTest::addColumn<bool>("isThere");    // one of this name, before
    QTest::addColumn<QString>("appears"); // agent of one that is there after; empty: none
    QTest::addColumn<Effect>("effect");
    QTest::addColumn<WriteOutcome::Look>("look");
    using Look = WriteOutcome::Look;
    QTest::newRow("none, none") << true << false << u""_s << Effect::Unknown << Look::NotDone;
    QTest::newRow("none, ours") << true << false << u"r1"_s << Effect::Happened << Look::Done;
    QTest::newRow("none, other") << true << false << u"r9"_s << Effect::Unknown << Look::Other;
    QTest::newRow("old, none") << true << true << u""_s << Effect::Unknown << Look::NotDone;
    QTest::newRow("old, ours") << true << true << u"r1"_s << Effect::Happened << Look::Done;
    QTest::newRow("old, other") << true << true << u"r9"_s << Effect::Unknown << Look::Other;
    QTest::newRow("?, none") << false << false << u""_s << Effect::Unknown << Look::NotDone;
    QTest::newRow("?, ours") << false << false << u"r1"_s << Effect::Unknown << Look::Other;
    QTest::newRow("?, old") << false << true << u""_s << Effect::Unknown << Look::Other;
}

void TestOperations::namesakesAreToldFromNewOnes()
{
    QFETCH(bool, isKnown);
    QFETCH(bool, isThere);
    QFETCH(QString, appears);
    if (isThere)
        m->api.addPipeline(u"p1"_s, u"old"_s, u"fresh"_s, u"r1"_s);
    m->answerWrites(Act::fault(Act::Kind::Close), false);
    if (!isKnown)
        m->api.refusals[QByteArrayLiteral("/streaming-pipelines")] = 403;
    CreateOperation operation(m->client(), u"p1"_s, m->text(u"fresh"_s),
                              CreateOperation::Namesakes::Allowed);
    m->onWrite = [this, appears] {
        m->api.refusals.clear();
        if (!appears.isEmpty())
            m->api.addPipeline(u"p1"_s, u"new"_s, u"fresh"_s, appears);
    };
    const WriteOutcome outcome = run(operation);
    QTEST(outcome.effect, "effect");
    QTEST(outcome.look, "look");
    if (outcome.look == WriteOutcome::Look::Other)
        QCOMPARE(outcome.definition[u"name"].toString(), u"fresh"_s);
}

// The first one was lost and came late: the second finds it instead of making another.
void TestOperations::anotherPressLooksFirst()
{
    m->create(m->text(u"fresh"_s));
    CreateOperation operation(m->client(), u"p1"_s, m->text(u"fresh"_s),
                              CreateOperation::Namesakes::Refused);
    operation.setKnown({u"a"_s});
    const WriteOutcome outcome = run(operation);
    QCOMPARE(outcome.effect, Effect::None);
    QCOMPARE(outcome.error->kind, ApiError::Kind::Conflict);
    QCOMPARE(outcome.definition[u"streamingPipelineId"].toString(), u"new-1"_s);
    QCOMPARE(m->api.server.count("POST"), 0);
    // One that was there before is no hindrance.
    CreateOperation second(m->client(), u"p1"_s, m->text(u"fresh"_s),
                           CreateOperation::Namesakes::Refused);
    second.setKnown({u"a"_s, u"new-1"_s});
    QCOMPARE(run(second).effect, Effect::Happened);
}

void TestOperations::nothingIsSentForWhatMoved()
{
    const auto isSeen = [](const QJsonObject &now) { return now[u"name"] == u"theirs"_s; };
    ReplaceOperation operation(m->client(), u"p1"_s, u"a"_s,
                               ReplaceOperation::onlyIf(isSeen, m->text(u"renamed"_s)));
    const WriteOutcome outcome = run(operation);
    QCOMPARE(outcome.effect, Effect::None);
    QCOMPARE(outcome.error->kind, ApiError::Kind::Conflict);
    QCOMPARE(outcome.definition[u"name"].toString(), u"orders"_s);
    QCOMPARE(m->api.server.count("PUT"), 0);
}

void TestOperations::nothingIsSentForWhatIsThere()
{
    ReplaceOperation operation(m->client(), u"p1"_s, u"a"_s, [](const QJsonObject &) {
        return ReplaceOperation::Replacement{{}, {}, true};
    });
    const WriteOutcome outcome = run(operation);
    QVERIFY(outcome.isDone());
    QCOMPARE(outcome.effect, Effect::None);
    QVERIFY(outcome.summary().contains(u"nothing was sent"));
    QCOMPARE(m->api.server.count("PUT"), 0);
}

// The change does not count as a difference, and the server does not have it.
void TestOperations::theOrderOfTablesIsAChange()
{
    const auto with = [this](const QJsonArray &tables) {
        QJsonObject definition = m->definition(u"orders"_s);
        definition.insert(u"streamingPipelineId"_s, u"a"_s);
        definition.insert(u"streamingSource"_s, QJsonObject{{u"tables"_s, tables}});
        return definition;
    };
    const QJsonObject first{{u"schema"_s, u"s"_s}, {u"table"_s, u"a"_s}};
    const QJsonObject second{{u"schema"_s, u"s"_s}, {u"table"_s, u"b"_s}};
    m->api.pipelines[u"p1"_s] = QJsonArray{with({first, second})};
    m->answerWrites(Act::reply(500), false);
    ReplaceOperation operation(m->client(), u"p1"_s, u"a"_s,
                               ReplaceOperation::always(jsonText(with({second, first}))));
    QCOMPARE(run(operation).look, WriteOutcome::Look::NotDone);
    m->answerWrites(Act::reply(500), true);
    ReplaceOperation again(m->client(), u"p1"_s, u"a"_s,
                           ReplaceOperation::always(jsonText(with({second, first}))));
    QCOMPARE(run(again).look, WriteOutcome::Look::Done);
}

void TestOperations::someoneElsesChangeIsNoProof()
{
    m->answerWrites(Act::fault(Act::Kind::Close), false);
    m->onWrite = [this] { m->replace(u"a"_s, m->text(u"theirs"_s)); };
    ReplaceOperation operation(m->client(), u"p1"_s, u"a"_s, m->renaming(u"mine"_s));
    const WriteOutcome outcome = run(operation);
    QCOMPARE(outcome.effect, Effect::Unknown);
    QCOMPARE(outcome.look, WriteOutcome::Look::Other);
    QVERIFY(outcome.summary().contains(u"not known whether the change was saved"));
    QVERIFY(outcome.summary().contains(u"someone else"));
}

void TestOperations::whatIsGoneIsDeleted()
{
    DeleteOperation operation(m->client(), u"p1"_s, u"gone"_s);
    m->answerWrites(Act::reply(404), false);
    const WriteOutcome outcome = run(operation);
    QVERIFY(outcome.isDone());
    QCOMPARE(outcome.effect, Effect::None);
    QCOMPARE(outcome.error->kind, ApiError::Kind::NotFound);
}

void TestOperations::noWordOfTheApiProvesNothing_data()
{
    QTest::addColumn<QByteArray>("body"); // of a 404
    QTest::addColumn<bool>("isGone");
    QTest::newRow("page") << QByteArray("<html><h1>404 Not Found</h1></html>") << false;
    QTest::newRow("page after blanks") << QByteArray("\r\n <!DOCTYPE html>") << false;
    QTest::newRow("default backend") << QByteArray("default backend - 404") << false;
    QTest::newRow("router") << QByteArray("404 page not found\n") << false;
    QTest::newRow("no route") << QByteArray("no healthy upstream") << false;
    QTest::newRow("XML") << QByteArray("<?xml version='1.0'?><Error/>") << false;
    QTest::newRow("problem") << QByteArray(R"({"title":"Not Found","status":404})") << true;
    QTest::newRow("text in JSON") << QByteArray(R"("gone")") << false;
    QTest::newRow("a gateway's JSON") << QByteArray(R"({"message":"no Route matched"})") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

// A page that says 404 comes from a gateway: the pipeline may be there all the same.
void TestOperations::noWordOfTheApiProvesNothing()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, isGone);
    m->answerWrites(Act::reply(404, body), false);
    DeleteOperation refused(m->client(), u"p1"_s, u"a"_s);
    const WriteOutcome direct = run(refused);
    QCOMPARE(direct.effect, Effect::None);
    QCOMPARE(direct.isDone(), isGone);
    QCOMPARE(m->api.pipelines[u"p1"_s].size(), 1);

    m->answerWrites(Act::reply(502), false);
    m->api.ahead = [body, usual = m->api.ahead](const Seen &seen) {
        return seen.method == "GET" ? Act::reply(404, body) : usual(seen);
    };
    DeleteOperation looked(m->client(), u"p1"_s, u"a"_s);
    QCOMPARE(run(looked).effect, isGone ? Effect::Happened : Effect::Unknown);
    QCOMPARE(m->api.server.count("DELETE"), 2);
}

void TestOperations::aBare404IsLookedUp_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const char *body :
         {"", "{}", "\"gone\"", R"({"message":"Not Found"})", R"({"status":404})"})
        QTest::addRow("%s", body) << QByteArray(body);
}

// A gateway in front of the API may have sent it.
void TestOperations::aBare404IsLookedUp()
{
    QFETCH(QByteArray, body);
    m->answerWrites(Act::reply(404, body), false);
    DeleteOperation there(m->client(), u"p1"_s, u"a"_s);
    const WriteOutcome kept = run(there);
    QCOMPARE(kept.effect, Effect::None);
    QCOMPARE(kept.look, WriteOutcome::Look::NotDone);
    QVERIFY(!kept.isDone());
    QVERIFY2(kept.summary().contains(u"still there"), qPrintable(kept.summary()));

    m->answerWrites(Act::reply(404, body), true);
    DeleteOperation gone(m->client(), u"p1"_s, u"a"_s);
    const WriteOutcome done = run(gone);
    QCOMPARE(done.effect, Effect::None);
    QVERIFY(done.isDone());
    QCOMPARE(m->api.server.count("DELETE"), 2);
}

// The look gets such an answer as well.
void TestOperations::theListTellsOfABare404()
{
    m->answerWrites(Act::reply(502), false);
    m->api.ahead = [usual = m->api.ahead](const Seen &seen) {
        return seen.method == "GET" && seen.path().endsWith("/a") ? Act::reply(404, {})
                                                                  : usual(seen);
    };
    DeleteOperation operation(m->client(), u"p1"_s, u"a"_s);
    const WriteOutcome outcome = run(operation);
    QCOMPARE(outcome.effect, Effect::Unknown);
    QCOMPARE(outcome.look, WriteOutcome::Look::NotDone);
    m->api.pipelines[u"p1"_s] = {};
    QSignalSpy settled(&operation, &Operation::settled);
    QVERIFY(operation.lookAgain());
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(operation.outcome().effect, Effect::Happened);
}

// Both looks came too early: the server was at work on it all the time.
void TestOperations::anEffectAfterBothLooksIsFoundByTheNextTry()
{
    m->answerWrites(Act::reply(504, "<html>"), false);
    CreateOperation first(m->client(), u"p1"_s, m->text(u"fresh"_s),
                          CreateOperation::Namesakes::Refused);
    const WriteOutcome outcome = run(first);
    QCOMPARE(outcome.effect, Effect::Unknown);
    QCOMPARE(outcome.look, WriteOutcome::Look::NotDone);
    m->create(m->text(u"fresh"_s));
    CreateOperation second(m->client(), u"p1"_s, m->text(u"fresh"_s),
                           CreateOperation::Namesakes::Refused);
    QCOMPARE(run(second).error->kind, ApiError::Kind::Conflict);
    QCOMPARE(m->api.server.count("POST"), 1);
    // The same one, looking once more.
    QSignalSpy settled(&first, &Operation::settled);
    QVERIFY(first.lookAgain());
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(first.outcome().effect, Effect::Happened);
}

void TestOperations::anotherPipelineIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<bool>("happens");
    for (const char *id : {"b", "aa", "A/", "a ", "new-0"}) {
        QTest::addRow("%s, done", id) << QByteArray(id) << true;
        QTest::addRow("%s, not done", id) << QByteArray(id) << false;
    }
}

void TestOperations::anotherPipelineIsNoAnswer()
{
    QFETCH(QByteArray, id);
    QFETCH(bool, happens);
    const QByteArray other = R"({"streamingPipelineId":")" + id + R"(","name":"other"})";
    m->api.addPipeline(u"p1"_s, QString::fromLatin1(id), u"other"_s, u"r1"_s);
    m->answerWrites(Act::reply(200, other), happens);
    ReplaceOperation replace(m->client(), u"p1"_s, u"a"_s, m->renaming(u"renamed"_s));
    const WriteOutcome replaced = run(replace);
    QCOMPARE(replaced.effect, happens ? Effect::Happened : Effect::Unknown);
    QVERIFY(replaced.found.contains(u"looked up"));
    // A new pipeline has a new id.
    CreateOperation create(m->client(), u"p1"_s, m->text(u"fresh"_s),
                           CreateOperation::Namesakes::Refused);
    const WriteOutcome created = run(create);
    QCOMPARE(created.effect, happens ? Effect::Happened : Effect::Unknown);
    QVERIFY(created.found.contains(u"looked up"));
    // What is read before a write is the one that is written.
    m->api.ahead = [other, usual = m->api.ahead](const Seen &seen) {
        return seen.path().endsWith("/a") && seen.method == "GET" ? Act::reply(200, other)
                                                                  : usual(seen);
    };
    ReplaceOperation blind(m->client(), u"p1"_s, u"a"_s, m->renaming(u"renamed"_s));
    QCOMPARE(run(blind).error->kind, ApiError::Kind::BadReply);
    QCOMPARE(m->api.server.count("PUT"), 1);
}

void TestOperations::theOldDefinitionIsNoAnswer()
{
    const QByteArray old = jsonText(m->api.pipelines[u"p1"_s].at(0).toObject());
    for (const bool happens : {false, true}) {
        m->answerWrites(Act::reply(200, old), happens);
        ReplaceOperation operation(m->client(), u"p1"_s, u"a"_s, m->renaming(u"renamed"_s));
        const WriteOutcome outcome = run(operation);
        QCOMPARE(outcome.look, happens ? WriteOutcome::Look::Done : WriteOutcome::Look::NotDone);
        QVERIFY(happens || outcome.error->message.contains(u"as it was before"));
    }
    // Nothing was to be changed.
    const QByteArray now = jsonText(m->api.pipelines[u"p1"_s].at(0).toObject());
    m->answerWrites(Act::reply(200, now), false);
    ReplaceOperation same(m->client(), u"p1"_s, u"a"_s, ReplaceOperation::always(now));
    QCOMPARE(run(same).look, WriteOutcome::Look::None);
}

void TestOperations::whatHasNoNameIsNotLookedUp()
{
    m->answerWrites(Act::reply(500), false);
    CreateOperation operation(m->client(), u"p1"_s, R"({"agentId":"r1"})",
                              CreateOperation::Namesakes::Refused);
    const WriteOutcome outcome = run(operation);
    QCOMPARE(outcome.effect, Effect::Unknown);
    QVERIFY2(outcome.found.contains(u"Without a name"), qPrintable(outcome.found));
}

void TestOperations::aStatusProvesACommand_data()
{
    QTest::addColumn<PipelineCommand>("command");
    QTest::addColumn<QString>("status");
    QTest::addColumn<Effect>("effect");
    const auto row = [](PipelineCommand command, const char *status, bool isProof) {
        QTest::addRow("%s %s", command == PipelineCommand::Start ? "start" : "stop", status)
            << command << QString::fromLatin1(status)
            << (isProof ? Effect::Happened : Effect::Unknown);
    };
    for (const char *status : {"STARTING", "streaming", "SNAPSHOTTING"}) {
        row(PipelineCommand::Start, status, true);
        row(PipelineCommand::Stop, status, false);
    }
    for (const char *status : {"STOPPING", "not_running"}) {
        row(PipelineCommand::Start, status, false);
        row(PipelineCommand::Stop, status, true);
    }
    for (const char *status : {"UNKNOWN", "RESTING", ""}) {
        row(PipelineCommand::Start, status, false);
        row(PipelineCommand::Stop, status, false);
    }
}

void TestOperations::aStatusProvesACommand()
{
    QFETCH(PipelineCommand, command);
    QFETCH(QString, status);
    m->api.statuses[u"a"_s] = status;
    m->answerWrites(Act::reply(502, "<html>"), false);
    CommandOperation operation(m->client(), u"p1"_s, u"a"_s, command);
    const WriteOutcome outcome = run(operation);
    QTEST(outcome.effect, "effect");
    QTEST(outcome.status, "status");
    QCOMPARE(m->api.server.count("POST"), 1);
}

void TestOperations::cancelledBeforeItLeft()
{
    ReplaceOperation operation(m->client(), u"p1"_s, u"a"_s, m->renaming(u"renamed"_s));
    QSignalSpy settled(&operation, &Operation::settled);
    operation.start();
    QCOMPARE(operation.stage(), Operation::Stage::Checking);
    QVERIFY(operation.cancel());
    QVERIFY(!operation.cancel());
    QTRY_COMPARE(settled.size(), 1);
    QCOMPARE(operation.outcome().effect, Effect::None);
    QCOMPARE(operation.outcome().error->kind, ApiError::Kind::Cancelled);
    CommandOperation after(m->client(), u"p1"_s, u"a"_s, PipelineCommand::Start);
    run(after); // the read of the cancelled one is answered by then
    QCOMPARE(settled.size(), 1);
    QCOMPARE(m->api.server.count("PUT"), 0);
}

Operation *TestOperations::make(const QString &kind) const
{
    if (kind == u"create")
        return new CreateOperation(m->client(), u"p1"_s, m->text(u"fresh"_s),
                                   CreateOperation::Namesakes::Refused);
    if (kind == u"create, known") {
        auto *create = new CreateOperation(m->client(), u"p1"_s, m->text(u"fresh"_s),
                                           CreateOperation::Namesakes::Allowed);
        create->setKnown({});
        return create;
    }
    if (kind == u"replace")
        return new ReplaceOperation(m->client(), u"p1"_s, u"a"_s, m->renaming(u"renamed"_s));
    if (kind == u"delete")
        return new DeleteOperation(m->client(), u"p1"_s, u"a"_s);
    return new CommandOperation(m->client(), u"p1"_s, u"a"_s, PipelineCommand::Start);
}

void TestOperations::endedByWhoHearsOfItsStage_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Operation::Stage>("stage");
    QTest::addColumn<bool>("isDeleted"); // else it is cancelled
    using Stage = Operation::Stage;
    for (const char *kind : {"create", "create, known", "replace", "delete", "command"}) {
        const auto row = [kind](const char *what, Stage stage, bool isDeleted) {
            QTest::addRow("%s, %s", kind, what) << QString::fromLatin1(kind) << stage << isDeleted;
        };
        row("cancelled", Stage::Checking, false);
        row("gone while it checks", Stage::Checking, true);
        row("gone before it is sent", Stage::Sending, true);
    }
}

void TestOperations::endedByWhoHearsOfItsStage()
{
    QFETCH(QString, kind);
    QFETCH(Operation::Stage, stage);
    QFETCH(bool, isDeleted);
    QPointer<Operation> operation = make(kind);
    QSignalSpy settled(operation, &Operation::settled);
    bool isEnded = false;
    connect(operation, &Operation::stageChanged, this, [&] {
        if (isEnded || operation->stage() != stage)
            return;
        isEnded = true;
        if (isDeleted)
            delete operation;
        else
            QVERIFY(operation->cancel());
    });
    operation->start();
    QTRY_VERIFY(isEnded);
    if (!isDeleted) {
        QTRY_COMPARE(settled.size(), 1);
        QCOMPARE(operation->outcome().error->kind, ApiError::Kind::Cancelled);
    }
    // Whatever the former one would have sent is there before this one is answered.
    ReplaceOperation after(m->client(), u"p1"_s, u"a"_s, m->renaming(u"renamed"_s));
    QVERIFY(run(after).isDone());
    QCOMPARE(m->api.server.count("PUT"), 1);
    QCOMPARE(m->api.server.count("POST"), 0);
    QCOMPARE(m->api.server.count("DELETE"), 0);
    delete operation;
}

void TestOperations::theEndOfTheClientSettles()
{
    m->answerWrites(Act::fault(Act::Kind::Silence), true);
    CommandOperation sent(m->client(), u"p1"_s, u"a"_s, PipelineCommand::Start);
    QSignalSpy sentSettled(&sent, &Operation::settled);
    sent.start();
    QTRY_COMPARE(m->api.server.count("POST"), 1);
    m->api.hangs = "/streaming-pipelines";
    CreateOperation reading(m->client(), u"p1"_s, m->text(u"x"_s),
                            CreateOperation::Namesakes::Refused);
    QSignalSpy readingSettled(&reading, &Operation::settled);
    reading.start();
    QTRY_COMPARE(m->api.server.count("GET"), 1);
    m->endClient();
    QTRY_COMPARE(sentSettled.size(), 1);
    QTRY_COMPARE(readingSettled.size(), 1);
    QCOMPARE(sent.outcome().effect, Effect::Unknown);
    QVERIFY(sent.outcome().found.contains(u"not signed in any more"));
    QCOMPARE(reading.outcome().effect, Effect::None);
    QVERIFY(sent.lookAgain()); // may be asked for, and ends
    QTRY_COMPARE(sentSettled.size(), 2);
}

SLUICE_TEST(TestOperations, Core)
#include "tst_operations.moc"
