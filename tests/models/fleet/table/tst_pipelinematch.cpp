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

    void facetsMustAllFit()
    {
        const auto choose = [this](Facet facet, const QSet<QString> &values) {
            FacetChoice choice = m_match.facets();
            choice[size_t(facet)] = values;
            return m_match.setFacets(choice);
        };
        m_match.setOrder(PipelineModel::NameColumn, Qt::AscendingOrder);
        QVERIFY(choose(Facet::Runner, {runnerValue(u"acc"_s, u"r2"_s)}));
        QCOMPARE(names(), QStringList({u"Alpha"_s, u"charlie"_s}));
        QVERIFY(m_match.isFiltering());
        QVERIFY(choose(Facet::Project, {u"acc/p1"_s}));
        QCOMPARE(names(), QStringList{u"Alpha"_s});
        m_match.setText(u"charlie"_s);
        QCOMPARE(names(), QStringList());
        m_match.setText({});
        QVERIFY(!choose(Facet::Project, {u"acc/p1"_s}));
        // A row of another definition is looked at anew.
        m_rows.at(0).setDefinition(Test::definition(u"s0"_s, u"delta"_s, u"r2"_s), u"p1"_s);
        m_match.read(0, 0);
        QCOMPARE(names(), QStringList({u"Alpha"_s, u"delta"_s}));
        QVERIFY(m_match.setFacets({}));
        QCOMPARE(names().size(), 4);
    }

    void aFacetCountsWhatItsValuesWouldShow()
    {
        const auto counts = [this](Facet facet) {
            QStringList found;
            for (const FacetCount &value : m_match.facetCounts(facet))
                found += u"%1 %2"_s.arg(value.text).arg(value.count);
            return found;
        };
        add(u"p2"_s, u"s4"_s, u"echo"_s, u"r10"_s, {});
        m_match.setRows(&m_rows);
        QCOMPARE(counts(Facet::Runner), QStringList({u"r1 1"_s, u"r2 2"_s, u"r3 1"_s, u"r10 1"_s}));
        // The own choice does not count, that of others does.
        FacetChoice choice;
        choice[size_t(Facet::Runner)] = {runnerValue(u"acc"_s, u"r1"_s)};
        m_match.setFacets(choice);
        QCOMPARE(counts(Facet::Runner), QStringList({u"r1 1"_s, u"r2 2"_s, u"r3 1"_s, u"r10 1"_s}));
        QCOMPARE(counts(Facet::Project), QStringList({u"p1 1"_s, u"p2 0"_s}));
        m_match.setFacets({});
        m_match.setBadges({Badge::Unknown});
        QCOMPARE(counts(Facet::Project), QStringList({u"p1 0"_s, u"p2 1"_s}));
    }

    void placesOfOneNameAreToldApart()
    {
        for (const auto &account : {u"one"_s, u"two"_s}) {
            auto row = std::make_unique<PipelineRow>();
            row->key = {account, u"p"_s, account};
            row->accountName = account.toUpper();
            row->setDefinition(Test::definition(account, account, u"r"_s), u"Orders"_s);
            m_rows.append(std::move(row));
        }
        m_match.setRows(&m_rows);
        QStringList texts;
        for (const FacetCount &value : m_match.facetCounts(Facet::Project))
            texts += value.text;
        QVERIFY(texts.contains(u"Orders (ONE)"_s));
        QVERIFY(texts.contains(u"Orders (TWO)"_s));
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
