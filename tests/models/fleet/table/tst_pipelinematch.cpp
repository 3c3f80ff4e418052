// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinematch.h"
#include "models/fleet/table/pipelinemodel.h"
#include "tests/support/pipelinemodelfixture.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace Sluice;

// Which rows are wanted, and in which order, without a model or a view.
class TestPipelineMatch : public QObject
{
    Q_OBJECT

private:
    PipelineRows m_rows;
    PipelineMatch m_match;

    void add(const QString &project, const QString &id, const QString &name, const QString &agent,
             const QString &status)
    {
        auto row = std::make_unique<PipelineRow>();
        row->key = {u"acc"_s, project, id};
        row->setDefinition(Test::definition(id, name, agent), project);
        if (!status.isEmpty())
            row->applyStatus(status, QDateTime::currentDateTimeUtc());
        m_rows.append(std::move(row));
    }

    // Names of the wanted rows in their order.
    QStringList names() const
    {
        QList<int> rows(m_rows.size());
        std::iota(rows.begin(), rows.end(), 0);
        rows.removeIf([this](int row) { return !m_match.accepts(row); });
        std::sort(rows.begin(), rows.end(),
                  [this](int left, int right) { return m_match.isBefore(left, right); });
        QStringList names;
        for (const int row : std::as_const(rows))
            names += m_rows.at(row).name;
        return names;
    }

    void see(int row, const QString &status)
    {
        m_rows.edit(m_rows.at(row),
                    [&] { m_rows.at(row).applyStatus(status, QDateTime::currentDateTimeUtc()); });
        m_match.readBadges(row, row);
    }

private Q_SLOTS:

    void init()
    {
        m_rows = PipelineRows();
        m_match = PipelineMatch();
        add(u"p1"_s, u"s0"_s, u"delta"_s, u"r1"_s, u"STREAMING"_s);
        add(u"p1"_s, u"s1"_s, u"Alpha"_s, u"r2"_s, u"NOT_RUNNING"_s);
        add(u"p2"_s, u"s2"_s, u"charlie"_s, u"r2"_s, u"UNKNOWN"_s);
        add(u"p2"_s, u"s3"_s, u"bravo"_s, u"r3"_s, {});
        m_match.setRows(&m_rows);
    }

    void wanted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QSet<Badge>>("badges");
        QTest::addColumn<PipelineMatch::Scope>("scope");
        QTest::addColumn<int>("column");
        QTest::addColumn<QStringList>("expected");
        using B = QSet<Badge>;
        using S = PipelineMatch::Scope;
        const int status = PipelineModel::StatusColumn;
        const int name = PipelineModel::NameColumn;
        QTest::newRow("all") << QString() << B{} << S{} << status
                             << QStringList{u"charlie"_s, u"delta"_s, u"Alpha"_s, u"bravo"_s};
        QTest::newRow("by name") << QString() << B{} << S{} << name
                                 << QStringList{u"Alpha"_s, u"bravo"_s, u"charlie"_s, u"delta"_s};
        QTest::newRow("a word") << u"ALPHA"_s << B{} << S{} << status << QStringList{u"Alpha"_s};
        QTest::newRow("a runner and a part")
            << u"r2 a"_s << B{} << S{} << name << QStringList{u"Alpha"_s, u"charlie"_s};
        QTest::newRow("states") << QString() << B{Badge::Unknown, Badge::NotChecked} << S{}
                                << status << QStringList{u"charlie"_s, u"bravo"_s};
        QTest::newRow("a project") << QString() << B{} << S{u"acc"_s, u"p1"_s, {}, {}, {}} << name
                                   << QStringList{u"Alpha"_s, u"delta"_s};
        QTest::newRow("other runners") << QString() << B{} << S{{}, {}, {}, {u"r2"_s}, {}} << name
                                       << QStringList{u"bravo"_s, u"delta"_s};
        QTest::newRow("all three") << u"r"_s << B{Badge::Streaming} << S{{}, u"p1"_s, {}, {}, {}}
                                   << name << QStringList{u"delta"_s};
    }

    void wanted()
    {
        QFETCH(const QString, text);
        QFETCH(const QSet<Badge>, badges);
        QFETCH(const PipelineMatch::Scope, scope);
        QFETCH(const int, column);
        QFETCH(const QStringList, expected);
        m_match.setText(text);
        m_match.setBadges(badges);
        m_match.setScope(scope);
        m_match.setOrder(column, Qt::AscendingOrder);
        QCOMPARE(names(), expected);
        m_match.rankNames(); // the same, by numbers
        QCOMPARE(names(), expected);
        QCOMPARE(m_match.isFiltering(), !text.isEmpty() || !badges.isEmpty());
        QVERIFY(!m_match.setText(text));
        QVERIFY(!m_match.setBadges(badges));
        QVERIFY(!m_match.setScope(scope));
    }

    void countsWhatChanged()
    {
        QCOMPARE(m_match.unsettled(), 0);
        see(0, u"STREAMING"_s);
        QCOMPARE(m_match.unsettled(), 0);
        see(0, u"UNKNOWN"_s);
        see(1, u"STARTING"_s);
        QCOMPARE(m_match.unsettled(), 2);
        see(1, u"NOT_RUNNING"_s); // as it was
        QCOMPARE(m_match.unsettled(), 1);
        m_match.setText(u"bravo"_s); // what does not match does not count
        QCOMPARE(m_match.unsettled(), 0);
        m_match.setText({});
        m_match.setMoved(3);
        QCOMPARE(m_match.unsettled(), 2);
        m_match.settle();
        QCOMPARE(m_match.unsettled(), 0);
        m_rows.remove(0, 0);
        m_match.remove(0, 0);
        add(u"p1"_s, u"s9"_s, u"new"_s, u"r1"_s, {});
        m_match.insert(3, 3);
        QCOMPARE(m_match.unsettled(), 1);
        QCOMPARE(m_match.counts().value(Badge::NotChecked), 2);
    }
};

SLUICE_TEST(TestPipelineMatch, Core)
#include "tst_pipelinematch.moc"
