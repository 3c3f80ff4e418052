// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/fleet.h"
#include "models/fleet/runnerchoices.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

QJsonObject agent(const QString &id, const QString &name, const QString &type)
{
    return {{u"agentId"_s, id}, {u"name"_s, name}, {u"agentType"_s, type}};
}

QStringList namesIn(const RunnerChoices &choices)
{
    QStringList names;
    for (int row = 0; row < choices.rowCount(); ++row)
        names.append(choices.index(row).data().toString());
    return names;
}

} // namespace

class TestRunnerChoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsStreamingRunnersByName();
    void keepsTheChosenBatchRunner();
    void tellsNamesakesApart();
    void aRenamedRunnerMoves();
    void readsNamesAndIds();
    void saysWhatSpeaksAgainstARunner();
    void followsTheAccount();

private:
    std::unique_ptr<ScriptedApi> m_api;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<RunnerChoices> m_choices;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    Account *m_account = nullptr;
};

void TestRunnerChoices::init()
{
    m_api = std::make_unique<ScriptedApi>();
    m_api->addProject(u"p"_s, u"Shop"_s);
    m_api->addPipeline(u"p"_s, u"x"_s, u"orders"_s, u"r2"_s);
    QJsonObject away = agent(u"r3"_s, u"gamma"_s, u"streaming"_s);
    away[u"connected"_s] = false;
    m_api->agents = {agent(u"r2"_s, u"beta"_s, u"streaming"_s), away,
                     agent(u"r1"_s, u"Alpha"_s, u"STREAMING"_s),
                     agent(u"b1"_s, u"batch"_s, u"data_productivity_cloud"_s)};
    m_fleet = std::make_unique<Fleet>();
    m_choices = std::make_unique<RunnerChoices>(m_fleet->pipelines());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_choices.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_account = m_fleet->addAccount(m_api->makeAccount());
    m_choices->setAccount(m_account);
    QTRY_COMPARE(m_choices->rowCount(), 3);
    QTRY_COMPARE(m_fleet->pipelines()->rowCount(), 1);
}

void TestRunnerChoices::cleanup()
{
    m_tester.reset();
    m_choices.reset();
    m_fleet.reset();
    m_api.reset();
}

void TestRunnerChoices::listsStreamingRunnersByName()
{
    QCOMPARE(namesIn(*m_choices), (QStringList{u"Alpha"_s, u"beta"_s, u"gamma"_s}));
    const QModelIndex beta = m_choices->index(1);
    QCOMPARE(beta.data(RunnerChoices::IdRole).toString(), u"r2"_s);
    QCOMPARE(beta.data(RunnerChoices::UsedByRole).toStringList(), QStringList{u"orders"_s});
    QVERIFY(!beta.data(RunnerChoices::ConnectedRole).isValid());
    QCOMPARE(m_choices->index(2).data(RunnerChoices::ConnectedRole), QVariant(false));
}

void TestRunnerChoices::keepsTheChosenBatchRunner()
{
    m_choices->setChosen(u"b1"_s);
    QCOMPARE(namesIn(*m_choices), (QStringList{u"Alpha"_s, u"batch"_s, u"beta"_s, u"gamma"_s}));
    QVERIFY(m_choices->adviceFor(u"b1"_s).contains(u"batch pipelines"_s));
    m_choices->setChosen(u"r1"_s);
    QCOMPARE(namesIn(*m_choices), (QStringList{u"Alpha"_s, u"beta"_s, u"gamma"_s}));
}

void TestRunnerChoices::tellsNamesakesApart()
{
    m_api->agents.append(agent(u"2734aa6f-other"_s, u"beta"_s, u"streaming"_s));
    m_account->loadRunners();
    QTRY_COMPARE(m_choices->rowCount(), 4);
    QCOMPARE(namesIn(*m_choices),
             (QStringList{u"Alpha"_s, u"beta (2734aa6f)"_s, u"beta (r2)"_s, u"gamma"_s}));
    QCOMPARE(m_choices->idFor(u"beta (r2)"_s), u"r2"_s);
}

void TestRunnerChoices::aRenamedRunnerMoves()
{
    const QPersistentModelIndex alpha = m_choices->index(0);
    const QPersistentModelIndex gamma = m_choices->index(2);
    QSignalSpy changed(m_choices.get(), &RunnerChoices::dataChanged);
    m_api->agents[2] = agent(u"r1"_s, u"zeta"_s, u"STREAMING"_s);
    m_account->loadRunners();
    QTRY_COMPARE(namesIn(*m_choices), (QStringList{u"beta"_s, u"gamma"_s, u"zeta"_s}));
    QCOMPARE(alpha.data(RunnerChoices::IdRole).toString(), u"r1"_s);
    QCOMPARE(alpha.row(), 2);
    QCOMPARE(gamma.data(RunnerChoices::IdRole).toString(), u"r3"_s);
    QCOMPARE(changed.size(), 1); // the renamed one alone
    QCOMPARE(changed[0][0].toModelIndex().row(), 2);
}

void TestRunnerChoices::readsNamesAndIds()
{
    QCOMPARE(m_choices->idFor(u" beta "_s), u"r2"_s);
    QCOMPARE(m_choices->idFor(u"r2"_s), u"r2"_s);
    QCOMPARE(m_choices->idFor(u"someone-elses"_s), u"someone-elses"_s);
    QCOMPARE(m_choices->textFor(u"r2"_s), u"beta"_s);
    QCOMPARE(m_choices->textFor(u"someone-elses"_s), u"someone-elses"_s);
}

void TestRunnerChoices::saysWhatSpeaksAgainstARunner()
{
    QCOMPARE(m_choices->adviceFor(u"r1"_s), QString());
    QCOMPARE(m_choices->adviceFor({}), QString());
    QVERIFY(m_choices->adviceFor(u"r2"_s).contains(u"orders"_s));
    QVERIFY(m_choices->adviceFor(u"r3"_s).contains(u"not connected"_s));
    m_choices->setExcept(u"x"_s); // "orders" itself is being edited
    QCOMPARE(m_choices->adviceFor(u"r2"_s), QString());
}

void TestRunnerChoices::followsTheAccount()
{
    QSignalSpy refreshed(m_choices.get(), &RunnerChoices::refreshed);
    m_choices->setAccount(nullptr);
    QCOMPARE(m_choices->rowCount(), 0);
    QCOMPARE(refreshed.size(), 1);
    m_choices->setAccount(m_account);
    QCOMPARE(m_choices->rowCount(), 3);
    m_fleet->removeAccount(m_account->id());
    QTRY_COMPARE(m_choices->rowCount(), 0);
}

SLUICE_TEST(TestRunnerChoices, Core)
#include "tst_runnerchoices.moc"
