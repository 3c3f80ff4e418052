// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinerows.h"
#include "tests/support/pipelinemodelfixture.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

std::unique_ptr<PipelineRow> made(const QString &account, const QString &projectId,
                                  const QString &id, const QString &name, const QString &agent)
{
    auto row = std::make_unique<PipelineRow>();
    row->key = {account, projectId, id};
    row->setDefinition(Test::definition(id, name, agent), u"Orders"_s);
    return row;
}

} // namespace

// What is asked of all rows stays true, whatever happens to them.
class TestPipelineRows : public QObject
{
    Q_OBJECT

private:
    PipelineRows m_rows;

    // All that is counted and indexed, found by walking the rows.
    void compareWithAWalk() const
    {
        QHash<QString, QStringList> users;
        QHash<QString, int> counts;
        QHash<QString, int> badges;
        int failed = 0;
        for (int i = 0; i < m_rows.size(); ++i) {
            const PipelineRow &row = m_rows.at(i);
            QCOMPARE(row.index, i);
            QCOMPARE(m_rows.find(row.key), &row);
            ++counts[row.key.project];
            ++badges[row.key.project + QString::number(int(row.badge()))];
            if (!row.agentId.isEmpty())
                users[row.agentId] += row.name;
            failed += row.hasFailedCheck() ? 1 : 0;
            QVERIFY(m_rows.hasName(row.key.account, row.key.project, row.name));
        }
        for (const QString &project : {u"p1"_s, u"p2"_s, u"p3"_s}) {
            QCOMPARE(m_rows.count(u"acc"_s, project), counts.value(project));
            QCOMPARE(m_rows.keys(u"acc"_s, project).size(), counts.value(project));
            for (int badge = 0; badge <= int(Badge::NotChecked); ++badge)
                QCOMPARE(m_rows.count(u"acc"_s, project, Badge(badge)),
                         badges.value(project + QString::number(badge)));
        }
        for (const QString &agent : {u"a1"_s, u"a2"_s, QString()}) {
            QStringList names = users.value(agent);
            names.sort(Qt::CaseInsensitive);
            QCOMPARE(m_rows.namesUsingRunner(u"acc"_s, agent), names);
        }
        QCOMPARE(m_rows.keys(u"acc"_s).size(), m_rows.size());
        QCOMPARE(m_rows.haveAllChecksFailed(u"acc"_s),
                 m_rows.size() > 0 && failed == m_rows.size());
    }

    PipelineRow &row(const QString &id, const QString &project = u"p1"_s) const
    {
        return *m_rows.find({u"acc"_s, project, id});
    }

private Q_SLOTS:

    void init()
    {
        m_rows = PipelineRows();
        m_rows.append(made(u"acc"_s, u"p1"_s, u"s0"_s, u"orders"_s, u"a1"_s));
        m_rows.append(made(u"acc"_s, u"p1"_s, u"s1"_s, u"Customers"_s, u"a1"_s));
        m_rows.append(made(u"acc"_s, u"p1"_s, u"s2"_s, u"orders"_s, {}));
        m_rows.append(made(u"acc"_s, u"p2"_s, u"s3"_s, u"stock"_s, u"a2"_s));
        m_rows.append(made(u"acc"_s, u"p2"_s, u"s4"_s, u"orders"_s, u"a1"_s));
    }

    void askedOfAll()
    {
        compareWithAWalk();
        QCOMPARE(m_rows.namesUsingRunner(u"acc"_s, u"a1"_s, u"s4"_s),
                 (QStringList{u"Customers"_s, u"orders"_s}));
        QVERIFY(!m_rows.hasName(u"acc"_s, u"p1"_s, u"stock"_s));
        QVERIFY(!m_rows.hasName(u"acc"_s, u"p1"_s, u"Orders"_s)); // as it is written
        QVERIFY(!m_rows.find({u"dev"_s, u"p1"_s, u"s0"_s}));
        QVERIFY(!m_rows.haveAllChecksFailed(u"dev"_s));
    }

    void followsEdits()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_rows.edit(row(u"s0"_s), [&] { row(u"s0"_s).applyStatus(u"UNKNOWN"_s, now); });
        compareWithAWalk();
        QCOMPARE(m_rows.worstProblem(u"acc"_s, u"p1"_s), std::optional(Badge::Unknown));
        m_rows.edit(row(u"s0"_s), [&] { row(u"s0"_s).request(PipelineCommand::Stop, now); });
        compareWithAWalk();
        QVERIFY(!m_rows.worstProblem(u"acc"_s, u"p1"_s));
        m_rows.edit(row(u"s1"_s), [&] {
            row(u"s1"_s).setDefinition(Test::definition(u"s1"_s, u"orders"_s, u"a2"_s),
                                       u"Orders"_s);
        });
        compareWithAWalk();
        QVERIFY(!m_rows.hasName(u"acc"_s, u"p1"_s, u"Customers"_s));
        m_rows.edit(row(u"s1"_s), [&] {
            row(u"s1"_s).setDefinition(Test::definition(u"s1"_s, u"orders"_s, {}), u"Orders"_s);
        });
        compareWithAWalk();
    }

    void knowsWhenNobodyAnswers()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        for (int i = 0; i < m_rows.size(); ++i) {
            PipelineRow &one = m_rows.at(i);
            QVERIFY(!m_rows.haveAllChecksFailed(u"acc"_s));
            m_rows.edit(one, [&] { one.applyFailure(u"No answer."_s, now); });
            compareWithAWalk();
        }
        QVERIFY(m_rows.haveAllChecksFailed(u"acc"_s));
        m_rows.edit(row(u"s2"_s), [&] { row(u"s2"_s).applyStatus(u"STREAMING"_s, now); });
        compareWithAWalk();
    }

    // What an earlier run of the program saw is old, and yet nobody failed to answer.
    void recalledStatesAreNoFailures()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const SeenState seen{u"STREAMING"_s, now.addDays(-3), now.addDays(-4), true, {}, false};
        for (int i = 0; i < m_rows.size(); ++i)
            m_rows.edit(m_rows.at(i), [&] { m_rows.at(i).recall(seen); });
        for (int i = 0; i < m_rows.size(); ++i) {
            QVERIFY(m_rows.at(i).outdated);
            QVERIFY(!m_rows.haveAllChecksFailed(u"acc"_s));
            m_rows.edit(m_rows.at(i), [&] { m_rows.at(i).applyFailure(u"No answer."_s, now); });
            compareWithAWalk();
        }
        QVERIFY(m_rows.haveAllChecksFailed(u"acc"_s));
    }

    void rowsLeave_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::newRow("the first") << 0 << 0;
        QTest::newRow("the last") << 4 << 4;
        QTest::newRow("across projects") << 1 << 3;
        QTest::newRow("a whole project") << 3 << 4;
        QTest::newRow("all") << 0 << 4;
    }

    void rowsLeave()
    {
        QFETCH(const int, first);
        QFETCH(const int, last);
        m_rows.remove(first, last);
        QCOMPARE(m_rows.size(), 5 - (last - first + 1));
        compareWithAWalk();
        m_rows.append(made(u"acc"_s, u"p3"_s, u"s9"_s, u"new"_s, u"a2"_s));
        compareWithAWalk();
    }
};

SLUICE_TEST(TestPipelineRows, Core)
#include "tst_pipelinerows.moc"
