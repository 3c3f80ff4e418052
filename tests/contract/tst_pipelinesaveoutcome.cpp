// SPDX-License-Identifier: Apache-2.0
// Saves without an answer, or with one that tells nothing, on a scripted server.
#include "models/account/account.h"
#include "models/document/pipelinedocument.h"
#include "models/fleet/fleet.h"
#include "models/fleet/pipelinesave.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPipelineSaveOutcome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void lostAnswerIsLookedUp_data();
    void lostAnswerIsLookedUp();
    void lostOrderOfTablesIsNotTakenForSaved();
    void unusableAnswerIsLookedUp_data();
    void unusableAnswerIsLookedUp();
    void cancelledWhileCheckingSendsNothing();
    void whatTheServerHasAlreadyIsTakenOver();
    void stopThatNeverEndsIsTold();

private:
    void review(); // changes the name, and opens the review
    void setServer(const QJsonObject &definition);

    std::unique_ptr<ScriptedApi> m_api;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<PipelineDocument> m_document;
    std::unique_ptr<PipelineSave> m_save;
};

void TestPipelineSaveOutcome::init()
{
    m_api = std::make_unique<ScriptedApi>();
    m_api->addProject(u"p1"_s, u"Orders"_s);
    m_api->addPipeline(u"p1"_s, u"a"_s, u"orders"_s, u"r1"_s);
    m_fleet = std::make_unique<Fleet>(StatusPoller::Intervals{50ms, 100ms, 400ms, 50ms});
    m_fleet->addAccount(m_api->makeAccount());
    const PipelineKey key{u"acc"_s, u"p1"_s, u"a"_s};
    QTRY_VERIFY(m_fleet->pipelines()->find(key));
    m_document = std::make_unique<PipelineDocument>(key, m_fleet->pipelines()->definition(key));
    m_save = std::make_unique<PipelineSave>(m_fleet.get(), m_document.get());
}

void TestPipelineSaveOutcome::cleanup()
{
    m_save.reset();
    m_document.reset();
    m_fleet.reset();
    m_api.reset();
}

void TestPipelineSaveOutcome::review()
{
    m_document->form()->setValue(u"name"_s, u"renamed"_s);
    QSignalSpy ready(m_save.get(), &PipelineSave::reviewReady);
    m_save->review();
    QTRY_COMPARE(ready.size(), 1);
}

void TestPipelineSaveOutcome::setServer(const QJsonObject &definition)
{
    m_api->pipelines[u"p1"_s] = QJsonArray{definition};
}

void TestPipelineSaveOutcome::lostAnswerIsLookedUp_data()
{
    QTest::addColumn<QString>("nameOnServer");
    QTest::addColumn<ApiError::Kind>("kind");
    QTest::newRow("it arrived") << u"renamed"_s << ApiError::Kind::Network;
    QTest::newRow("it did not") << u"orders"_s << ApiError::Kind::NoAnswer;
    QTest::newRow("someone else saved") << u"theirs"_s << ApiError::Kind::NoAnswer;
}

void TestPipelineSaveOutcome::lostAnswerIsLookedUp()
{
    QFETCH(const QString, nameOnServer);
    QFETCH(const ApiError::Kind, kind);
    review();
    QSignalSpy failed(m_save.get(), &PipelineSave::failed);
    m_api->writeAnswer = Act::fault(Act::Kind::Close);
    connect(m_save.get(), &PipelineSave::phaseChanged, this, [this, nameOnServer] {
        if (m_save->phase() != PipelineSave::Phase::Looking)
            return;
        QJsonObject there = m_document->base();
        there.insert(u"name"_s, nameOnServer);
        setServer(there);
    });
    m_save->save(PipelineSave::Chain::SaveOnly);
    if (nameOnServer == u"renamed"_s) {
        QTRY_COMPARE(m_save->phase(), PipelineSave::Phase::Done);
        QVERIFY(!m_document->isDirty());
    } else {
        QTRY_COMPARE(failed.size(), 1);
        const auto error = failed[0][1].value<ApiError>();
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.effect, Effect::Unknown);
        QVERIFY2(!error.found.isEmpty(), qPrintable(error.summary()));
        QVERIFY(m_document->isDirty());
    }
    QCOMPARE(m_api->server.count("PUT"), 1);
}

// An edit that the list of differences does not show is still not on the server.
void TestPipelineSaveOutcome::lostOrderOfTablesIsNotTakenForSaved()
{
    const QJsonObject first{{u"schema"_s, u"s"_s}, {u"table"_s, u"a"_s}};
    const QJsonObject second{{u"schema"_s, u"s"_s}, {u"table"_s, u"b"_s}};
    const auto withTables = [this](const QJsonArray &tables) {
        QJsonObject definition = m_document->base();
        DefinitionPath{u"streamingSource"_s, u"tables"_s}.setIn(definition, tables);
        return definition;
    };
    const QJsonObject there = withTables({first, second});
    setServer(there);
    m_document->rebase(there, there);
    QVERIFY(m_document->setMine(withTables({second, first})));
    QSignalSpy ready(m_save.get(), &PipelineSave::reviewReady);
    m_save->review();
    QTRY_COMPARE(ready.size(), 1);
    QSignalSpy failed(m_save.get(), &PipelineSave::failed);
    m_api->writeAnswer = Act::fault(Act::Kind::Close);
    m_save->save(PipelineSave::Chain::SaveOnly);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(m_document->isDirty());
}

void TestPipelineSaveOutcome::unusableAnswerIsLookedUp_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no JSON") << 200 << QByteArray("<html>");
    QTest::newRow("server error") << 500 << QByteArray(R"({"title":"broken"})");
}

void TestPipelineSaveOutcome::unusableAnswerIsLookedUp()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    review();
    m_api->writeAnswer = Act::reply(status, body);
    connect(m_save.get(), &PipelineSave::phaseChanged, this, [this] {
        if (m_save->phase() == PipelineSave::Phase::Looking)
            setServer(m_document->mine());
    });
    m_save->save(PipelineSave::Chain::SaveOnly);
    QTRY_COMPARE(m_save->phase(), PipelineSave::Phase::Done);
    QVERIFY(!m_document->isDirty());
    QCOMPARE(m_api->server.count("PUT"), 1);
}

void TestPipelineSaveOutcome::cancelledWhileCheckingSendsNothing()
{
    review();
    QSignalSpy cancelled(m_save.get(), &PipelineSave::cancelled);
    m_save->save(PipelineSave::Chain::SaveOnly);
    QCOMPARE(m_save->phase(), PipelineSave::Phase::Checking);
    m_save->cancel();
    QTRY_COMPARE(cancelled.size(), 1);
    QCOMPARE(m_save->phase(), PipelineSave::Phase::Idle);
    QCOMPARE(m_save->state(PipelineSave::Step::Save), PipelineSave::StepState::Skipped);
    QCOMPARE(m_api->server.count("PUT"), 0);
    QVERIFY(m_document->isDirty());
}

// Someone else made the same change, or a save without an answer arrived late.
void TestPipelineSaveOutcome::whatTheServerHasAlreadyIsTakenOver()
{
    QJsonObject there = m_document->base();
    there.insert(u"name"_s, u"renamed"_s);
    setServer(there);
    review();
    m_save->adoptTheirs();
    QCOMPARE(m_save->phase(), PipelineSave::Phase::Done);
    QVERIFY(!m_document->isDirty());
    QCOMPARE(m_document->base(), there);
    QCOMPARE(m_api->server.count("PUT"), 0);
}

void TestPipelineSaveOutcome::stopThatNeverEndsIsTold()
{
    m_api->statuses[u"a"_s] = u"STREAMING"_s;
    QTRY_COMPARE(m_fleet->pipelines()->state(m_document->key()), PipelineState::Streaming);
    m_save->setPatience(300ms);
    review();
    QSignalSpy failed(m_save.get(), &PipelineSave::failed);
    m_save->save(PipelineSave::Chain::StopSaveStart);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<PipelineSave::Step>(), PipelineSave::Step::Stop);
    // The server accepted the stop, so the pipeline may still stop.
    QCOMPARE(m_save->state(PipelineSave::Step::Stop), PipelineSave::StepState::Unknown);
    const QString words = failed[0][1].value<ApiError>().summary();
    QVERIFY2(words.contains(u"took the stop") && !words.contains(u"No answer"), qPrintable(words));
    QCOMPARE(m_api->server.count("PUT"), 0);
    QVERIFY(m_document->isDirty());
}

SLUICE_TEST(TestPipelineSaveOutcome, Core)
#include "tst_pipelinesaveoutcome.moc"
