// SPDX-License-Identifier: Apache-2.0
// Saves a document on a real sandbox, while a second client changes the pipeline.
#include "models/account/account.h"
#include "models/document/pipelinedocument.h"
#include "models/fleet/fleet.h"
#include "models/fleet/pipelinesave.h"
#include "tests/support/fleetwrites.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/sandboxprofile.h"
#include "tests/support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr StatusPoller::Intervals quickPolling{50ms, 100ms, 400ms, 50ms};
const QString hostPath = u"streamingSource.connection.host"_s;

std::unique_ptr<Account> accountOn(const SandboxProcess &sandbox)
{
    Profile profile = profileOf(sandbox, u"acc"_s);
    profile.rateLimit = 0;
    return makeAccount(profile, sandbox.clientSecret());
}

} // namespace

class TestPipelineSave : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SandboxProcess> m_sandbox;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<Fleet> m_other; // the second client
    std::unique_ptr<PipelineDocument> m_document;
    std::unique_ptr<PipelineSave> m_save;
    PipelineKey m_key;

    // A document of a pipeline with the guide's definition, on the sandbox.
    void begin()
    {
        m_sandbox = std::make_unique<SandboxProcess>(
            QStringList{u"--seed"_s, u"guide"_s, u"--speed"_s, u"40"_s});
        QVERIFY2(m_sandbox->isReady(), qPrintable(m_sandbox->errorOutput()));
        m_fleet = std::make_unique<Fleet>(quickPolling);
        m_other = std::make_unique<Fleet>(quickPolling);
        m_fleet->addAccount(accountOn(*m_sandbox));
        Account *second = m_other->addAccount(accountOn(*m_sandbox));
        QTRY_VERIFY(!second->projects().isEmpty());
        const QString project = second->projects().constFirst().id;
        std::optional<QJsonObject> created;
        Test::createPipeline(*m_other, u"acc"_s, project, QJsonDocument(guideDefinition()).toJson(),
                             this, [&created](const Result<QJsonObject> &result) {
                                 QVERIFY(result);
                                 created = *result;
                             });
        QTRY_VERIFY(created);
        m_key = {u"acc"_s, project, created->value("streamingPipelineId"_L1).toString()};
        m_fleet->refreshAll();
        QTRY_VERIFY(m_fleet->pipelines()->state(m_key) == PipelineState::NotRunning);
        m_document =
            std::make_unique<PipelineDocument>(m_key, m_fleet->pipelines()->definition(m_key));
        m_save = std::make_unique<PipelineSave>(m_fleet.get(), m_document.get());
    }

    // The second client changes the pipeline.
    void changeElsewhere(const char *path, const QJsonValue &value)
    {
        std::optional<QJsonObject> now;
        const auto take = [&now](const Result<QJsonObject> &result) {
            QVERIFY(result);
            now = *result;
        };
        m_other->readPipeline(m_key, this, take);
        QTRY_VERIFY(now);
        const QJsonObject changed = with(*now, path, value);
        now.reset();
        Test::savePipeline(*m_other, m_key, QJsonDocument(changed).toJson(), this, take);
        QTRY_VERIFY(now);
    }

    QJsonObject onServer()
    {
        std::optional<QJsonObject> now;
        m_other->readPipeline(m_key, this, [&now](const Result<QJsonObject> &result) {
            now = result ? *result : QJsonObject();
        });
        return QTest::qWaitFor([&now] { return now.has_value(); }) ? *now : QJsonObject();
    }

    void startElsewhere()
    {
        m_other->refreshAll();
        QTRY_VERIFY(m_other->pipelines()->find(m_key));
        m_other->sendCommand(m_key, PipelineCommand::Start);
        QTRY_COMPARE(m_fleet->pipelines()->state(m_key), PipelineState::Streaming);
    }

private Q_SLOTS:

    void cleanup()
    {
        m_save.reset();
        m_document.reset();
        m_other.reset();
        m_fleet.reset();
        m_sandbox.reset();
    }

    void savesTheNameAlone()
    {
        begin();
        const QJsonObject before = onServer();
        m_document->form()->setValue(u"name"_s, u"renamed"_s);
        QSignalSpy ready(m_save.get(), &PipelineSave::reviewReady);
        QSignalSpy saved(m_save.get(), &PipelineSave::saved);
        QSignalSpy told(m_fleet.get(), &Fleet::pipelineSaved);
        m_save->review();
        QTRY_COMPARE(ready.size(), 1);
        QVERIFY(!m_save->merge().isMoved());
        QVERIFY(m_document->isDirty());
        m_save->save(PipelineSave::Chain::SaveOnly);
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(m_save->phase(), PipelineSave::Phase::Done);
        QCOMPARE(told.size(), 1);
        QVERIFY(!m_document->isDirty());
        QJsonObject expected = before;
        expected.insert("name"_L1, u"renamed"_s);
        QCOMPARE(onServer(), expected);
        QCOMPARE(m_fleet->pipelines()->find(m_key)->name, u"renamed"_s); // the row follows
    }

    void takesOverWhatChangedElsewhere()
    {
        begin();
        m_document->form()->setValue(u"name"_s, u"renamed"_s);
        changeElsewhere("streamingTarget/warehouse", u"STREAMING_WH_L"_s);
        QSignalSpy ready(m_save.get(), &PipelineSave::reviewReady);
        m_save->review();
        QTRY_COMPARE(ready.size(), 1);
        QVERIFY(m_save->merge().isMoved());
        QCOMPARE(m_save->merge().openCount(), 0);
        m_save->save(PipelineSave::Chain::SaveOnly);
        QTRY_COMPARE(m_save->phase(), PipelineSave::Phase::Done);
        const QJsonObject now = onServer();
        QCOMPARE(now.value("name"_L1).toString(), u"renamed"_s);
        QCOMPARE(now["streamingTarget"_L1]["warehouse"_L1].toString(), u"STREAMING_WH_L"_s);
    }

    void conflictsWantAChoice()
    {
        begin();
        m_document->form()->setValue(hostPath, u"mine.example"_s);
        changeElsewhere("streamingSource/connection/host", u"theirs.example"_s);
        QSignalSpy ready(m_save.get(), &PipelineSave::reviewReady);
        m_save->review();
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(m_save->merge().openCount(), 1);
        m_save->save(PipelineSave::Chain::SaveOnly);
        QCOMPARE(m_save->phase(), PipelineSave::Phase::Review);
        m_save->choose(0, MergeItem::Choice::Mine);
        m_save->save(PipelineSave::Chain::SaveOnly);
        QTRY_COMPARE(m_save->phase(), PipelineSave::Phase::Done);
        QCOMPARE(onServer()["streamingSource"_L1]["connection"_L1]["host"_L1].toString(),
                 u"mine.example"_s);
    }

    // The server's copy changes while the review is on screen.
    void nothingIsSentOverAChangeThatWasNotSeen()
    {
        begin();
        m_document->form()->setValue(hostPath, u"mine.example"_s);
        QSignalSpy ready(m_save.get(), &PipelineSave::reviewReady);
        QSignalSpy moved(m_save.get(), &PipelineSave::movedAgain);
        m_save->review();
        QTRY_COMPARE(ready.size(), 1);
        changeElsewhere("streamingSource/connection/host", u"theirs.example"_s);
        m_save->save(PipelineSave::Chain::SaveOnly);
        QTRY_COMPARE(ready.size(), 2);
        QCOMPARE(moved.size(), 1);
        QCOMPARE(m_save->phase(), PipelineSave::Phase::Review);
        QCOMPARE(m_save->merge().openCount(), 1);
        QCOMPARE(onServer()["streamingSource"_L1]["connection"_L1]["host"_L1].toString(),
                 u"theirs.example"_s);
        // A choice stays when something else changes.
        m_save->choose(0, MergeItem::Choice::Mine);
        changeElsewhere("streamingTarget/warehouse", u"L"_s);
        m_save->save(PipelineSave::Chain::SaveOnly);
        QTRY_COMPARE(ready.size(), 3);
        QCOMPARE(m_save->merge().openCount(), 0);
        m_save->save(PipelineSave::Chain::SaveOnly);
        QTRY_COMPARE(m_save->phase(), PipelineSave::Phase::Done);
    }

    void deletedMeanwhile()
    {
        begin();
        m_document->form()->setValue(u"name"_s, u"renamed"_s);
        m_other->refreshAll();
        QTRY_VERIFY(m_other->pipelines()->find(m_key));
        m_other->deletePipeline(m_key);
        QTRY_VERIFY(!m_other->pipelines()->find(m_key));
        QSignalSpy gone(m_save.get(), &PipelineSave::gone);
        m_save->review();
        QTRY_COMPARE(gone.size(), 1);
        QVERIFY(m_document->isDirty());
        QCOMPARE(m_save->phase(), PipelineSave::Phase::Idle);
    }

    void refusalsComeToTheFields()
    {
        begin();
        m_document->form()->setValue(u"streamingSource.connection.username"_s, u""_s);
        changeElsewhere("streamingTarget/warehouse", u"L"_s);
        QSignalSpy ready(m_save.get(), &PipelineSave::reviewReady);
        QSignalSpy refused(m_save.get(), &PipelineSave::refused);
        m_save->review();
        QTRY_COMPARE(ready.size(), 1);
        m_save->save(PipelineSave::Chain::SaveOnly);
        QTRY_COMPARE(refused.size(), 1);
        const QModelIndex row =
            m_document->form()->indexOf(u"streamingSource.connection.username"_s);
        QVERIFY(row.data(FormModel::ErrorRole).toString().contains(u"must not be empty"));
        QVERIFY(m_document->isDirty());
        QCOMPARE(m_document->changes().size(), 1); // the server's changes belong to the base now
        QCOMPARE(m_save->state(PipelineSave::Step::Save), PipelineSave::StepState::Failed);
    }

    void stopsSavesAndStarts()
    {
        begin();
        startElsewhere();
        m_document->form()->setValue(u"name"_s, u"renamed"_s);
        QSignalSpy ready(m_save.get(), &PipelineSave::reviewReady);
        QSignalSpy phases(m_save.get(), &PipelineSave::phaseChanged);
        m_save->review();
        QTRY_COMPARE(ready.size(), 1);
        m_save->save(PipelineSave::Chain::StopSaveStart);
        QCOMPARE(m_save->state(PipelineSave::Step::Stop), PipelineSave::StepState::Running);
        QTRY_COMPARE(m_save->phase(), PipelineSave::Phase::Done);
        using Step = PipelineSave::Step;
        for (const Step step : {Step::Stop, Step::Save, Step::Start})
            QCOMPARE(m_save->state(step), PipelineSave::StepState::Done);
        QCOMPARE(onServer().value("name"_L1).toString(), u"renamed"_s);
        QTRY_COMPARE(m_fleet->pipelines()->state(m_key), PipelineState::Streaming);
    }

    void chainStopsBetweenSteps()
    {
        begin();
        startElsewhere();
        m_document->form()->setValue(u"name"_s, u"renamed"_s);
        QSignalSpy ready(m_save.get(), &PipelineSave::reviewReady);
        QSignalSpy cancelled(m_save.get(), &PipelineSave::cancelled);
        m_save->review();
        QTRY_COMPARE(ready.size(), 1);
        m_save->save(PipelineSave::Chain::StopSaveStart);
        m_save->cancel();
        QTRY_COMPARE(cancelled.size(), 1);
        QCOMPARE(m_save->state(PipelineSave::Step::Stop), PipelineSave::StepState::Done);
        QCOMPARE(m_save->state(PipelineSave::Step::Save), PipelineSave::StepState::Skipped);
        QCOMPARE(m_save->state(PipelineSave::Step::Start), PipelineSave::StepState::Skipped);
        QVERIFY(m_document->isDirty());
        QCOMPARE(onServer().value("name"_L1).toString(), u"my-streaming-pipeline"_s);
    }
};

SLUICE_TEST(TestPipelineSave, Core)
#include "tst_pipelinesave.moc"
