// SPDX-License-Identifier: Apache-2.0
// Stop, save, start in the real window: as it is meant, and when it ends on the way.
#include "models/fleet/pipelinesave.h"
#include "tests/support/editorfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"
#include "ui/editor/reviewdialog.h"
#include "ui/editor/savesteps.h"

#include <QPushButton>
#include <QRadioButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestEditorChain : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<EditorStage> m_stage;
    PipelineKey m_key;

    // A running pipeline in the editor.
    void begin()
    {
        m_key = m_stage->begin();
        QVERIFY(m_key.isValid());
        m_stage->startElsewhere(m_key);
    }

    QJsonValue saved(const char *path)
    {
        return DefinitionPath(QString::fromLatin1(path).split(u'/'))
            .valueIn(m_stage->onServer(m_key));
    }

    bool canSave() { return m_stage->find(u"reviewSave"_s)->isEnabled(); }

    PipelineState state() { return m_stage->f.fleet()->pipelines()->state(m_key); }

    QString buttonText(const QString &name)
    {
        const auto *button = m_stage->find<QPushButton>(name);
        return button ? button->text() : QString();
    }

    void saveInChain()
    {
        m_stage->review();
        QTRY_VERIFY(canSave());
        m_stage->click(u"stopSaveStart"_s);
        m_stage->click(u"reviewSave"_s);
    }

    // A running pipeline, and a save that is refused once it is stopped.
    void beRefusedAfterTheStop()
    {
        begin();
        m_stage->type(usernamePath, {});
        saveInChain();
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->find(u"reviewDialog"_s), 15'000);
        QCOMPARE(state(), PipelineState::NotRunning);
        QVERIFY(m_stage->banner(u"refusalBanner"_s).contains(u"problem"_s));
        const QString told = m_stage->banner(u"stoppedBanner"_s);
        QVERIFY2(told.contains(u"is stopped, and the change is not saved"_s), qPrintable(told));
        QCOMPARE(buttonText(u"startStopped"_s), u"Start as it was"_s);
    }

private Q_SLOTS:

    void init() { m_stage = std::make_unique<EditorStage>(); }

    void cleanup() { m_stage.reset(); }

    void aRunningPipelineIsStoppedSavedAndStarted()
    {
        begin();
        m_stage->type(databasePath, u"sales"_s);
        saveInChain();
        QTRY_VERIFY(m_stage->find(u"saveSteps"_s));
        QCOMPARE(m_stage->find<SaveSteps>(u"saveSteps"_s)->text(),
                 u"Stop: under way. Save: waiting. Start: waiting."_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->find(u"reviewDialog"_s), 15'000);
        QCOMPARE(saved("streamingSource/connection/database"), QJsonValue(u"sales"_s));
        QTRY_COMPARE(state(), PipelineState::Streaming);
    }

    void theChainStopsBetweenStepsAndGoesOn()
    {
        begin();
        m_stage->type(databasePath, u"sales"_s);
        saveInChain();
        QCOMPARE(m_stage->find<QPushButton>(u"reviewBack"_s)->text(), u"Stop after t&his step"_s);
        m_stage->click(u"reviewBack"_s);
        QTRY_VERIFY(m_stage->banner(u"reviewBanner"_s).contains(u"Nothing was saved"_s));
        QVERIFY(m_stage->find(u"reviewBack"_s)->isEnabled());
        QCOMPARE(m_stage->find<SaveSteps>(u"saveSteps"_s)->text(), u"Stop: done."_s);
        QCOMPARE(saved("streamingSource/connection/database"), QJsonValue(u"my_database"_s));
        m_stage->click(u"reviewAgain"_s);
        QTRY_VERIFY(canSave());
        m_stage->click(u"reviewSave"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->find(u"reviewDialog"_s), 15'000);
        QCOMPARE(saved("streamingSource/connection/database"), QJsonValue(u"sales"_s));
        QTRY_COMPARE(state(), PipelineState::Streaming); // as it was meant
    }

    void aRefusalAfterTheStopOffersToStartAsItWas()
    {
        beRefusedAfterTheStop();
        m_stage->click(u"startStopped"_s);
        QTRY_COMPARE(state(), PipelineState::Streaming);
        QVERIFY(m_stage->banner(u"stoppedBanner"_s).isEmpty());
        QCOMPARE(m_stage->text(usernamePath), QString()); // the edit is still there
    }

    void theNextSaveAfterARefusalStarts()
    {
        beRefusedAfterTheStop();
        m_stage->type(usernamePath, u"me"_s);
        m_stage->review();
        QTRY_VERIFY(canSave());
        QVERIFY(m_stage->find<QRadioButton>(u"stopSaveStart"_s)->isChecked());
        m_stage->click(u"reviewSave"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_stage->find(u"reviewDialog"_s), 15'000);
        QCOMPARE(saved("streamingSource/connection/username"), QJsonValue(u"me"_s));
        QTRY_COMPARE(state(), PipelineState::Streaming);
        QVERIFY(m_stage->banner(u"stoppedBanner"_s).isEmpty());
    }

    void aSaveThatLeavesItStoppedStillOffersTheStart()
    {
        beRefusedAfterTheStop();
        m_stage->type(usernamePath, u"me"_s);
        m_stage->review();
        QTRY_VERIFY(canSave());
        m_stage->click(u"saveOnly"_s);
        m_stage->click(u"reviewSave"_s);
        QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
        QVERIFY(
            m_stage->banner(u"stoppedBanner"_s).contains(u"is saved, and the pipeline is stop"_s));
        m_stage->click(u"startStopped"_s);
        QTRY_COMPARE(state(), PipelineState::Streaming);
    }

    void aChainThatWasStoppedOffersTheStart()
    {
        begin();
        m_stage->type(databasePath, u"sales"_s);
        saveInChain();
        m_stage->click(u"reviewBack"_s); // after this step
        QTRY_VERIFY(m_stage->find(u"reviewStart"_s));
        m_stage->click(u"reviewStart"_s);
        QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
        QTRY_COMPARE(state(), PipelineState::Streaming);
        QVERIFY(m_stage->footer().startsWith(u"1 change"_s));
        QTRY_VERIFY(m_stage->banner(u"stoppedBanner"_s).isEmpty());
    }

    void aLostAnswerAfterTheStopSaysSo_data()
    {
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<QString>("told");
        QTest::addColumn<QString>("verb");
        QTest::newRow("nothing is to be seen")
            << true << u"The pipeline is stopped. It is not known whether"_s << u"Start"_s;
        QTest::newRow("nothing can be read")
            << false << u"The pipeline is stopped. It is not known whether"_s << u"Start"_s;
    }

    void aLostAnswerAfterTheStopSaysSo()
    {
        QFETCH(const bool, isKnown);
        QFETCH(const QString, told);
        QFETCH(const QString, verb);
        QVERIFY(m_stage->isReady());
        ScriptedApi api;
        api.addProject(u"p1"_s, u"Orders"_s);
        api.addPipeline(u"p1"_s, u"a"_s, u"scripted"_s, u"r1"_s);
        api.statuses[u"a"_s] = u"STREAMING"_s;
        m_stage->f.fleet()->addAccount(api.makeAccount());
        m_key = {u"acc"_s, u"p1"_s, u"a"_s};
        QTRY_COMPARE(state(), PipelineState::Streaming);
        m_stage->f.fleet()->pipelines()->flush();
        m_stage->open(m_key);
        m_stage->type(u"name"_s, u"renamed"_s);
        m_stage->review();
        QTRY_VERIFY(canSave());
        const PipelineSave &save =
            *m_stage->find<ReviewDialog>(u"reviewDialog"_s)->findChild<PipelineSave *>();
        connect(&save, &PipelineSave::phaseChanged, &api.server, [&api, &save, isKnown] {
            if (save.phase() == PipelineSave::Phase::Saving && !isKnown)
                api.refusals["/streaming-pipelines/a"] = 503;
            if (save.phase() == PipelineSave::Phase::Saving)
                api.writeAnswer = Act::fault(Act::Kind::Close);
        });
        m_stage->click(u"stopSaveStart"_s);
        m_stage->click(u"reviewSave"_s);
        QTRY_COMPARE(api.server.count("POST"), 1);
        api.statuses[u"a"_s] = u"NOT_RUNNING"_s;
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->banner(u"reviewBanner"_s).contains(told), 60'000);
        QCOMPARE(buttonText(u"reviewStart"_s), verb);
        QVERIFY(m_stage->find(u"reviewAgain"_s));
        m_stage->click(u"reviewBack"_s);
        QTRY_VERIFY(!m_stage->find(u"reviewDialog"_s));
        QVERIFY(m_stage->banner(u"stoppedBanner"_s).contains(u"The pipeline is stopped"_s));
        QCOMPARE(buttonText(u"startStopped"_s), verb);
    }
};

SLUICE_TEST(TestEditorChain, Widgets)
#include "tst_editorchain.moc"
