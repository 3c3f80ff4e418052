// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinefilter.h"
#include "models/fleet/table/pipelinemodel.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Qt::StringLiterals;

class TestPipelineFilter : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PipelineModel> m_model;
    std::unique_ptr<PipelineFilter> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    static QJsonObject definition(const QString &name, const QString &agent, const QString &table)
    {
        const QJsonArray tables{QJsonObject{{u"schema"_s, u"dbo"_s}, {u"table"_s, table}}};
        return {
            {u"streamingPipelineId"_s, name},
            {u"name"_s, name},
            {u"agentId"_s, agent},
            {u"streamingSource"_s, QJsonObject{{u"type"_s, u"mysql"_s}, {u"tables"_s, tables}}}};
    }

    void status(const QString &id, const QString &status)
    {
        m_model->setStatus({u"acc"_s, u"p1"_s, id}, status);
    }

    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < m_filter->rowCount(); ++row)
            names.append(m_filter->index(row, 0).data(PipelineModel::NameRole).toString());
        return names;
    }

    QStringList sortedNames() const
    {
        QStringList sorted = names();
        sorted.sort(Qt::CaseInsensitive);
        return sorted;
    }

    QModelIndex find(const QString &name) const
    {
        const qsizetype row = names().indexOf(name);
        return row < 0 ? QModelIndex()
                       : m_filter->index(static_cast<int>(row), PipelineModel::NameColumn);
    }

    // The project Orders has this pipeline and no other.
    void replaceOrders(const QJsonObject &definition)
    {
        m_model->setPipelines(u"acc"_s, u"PROD"_s, {u"p1"_s, u"Orders"_s, {}}, {definition});
        m_model->flush();
    }

private Q_SLOTS:

    void init()
    {
        m_model = std::make_unique<PipelineModel>();
        m_filter = std::make_unique<PipelineFilter>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_filter.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_filter->setSourceModel(m_model.get());
        m_model->setPipelines(u"acc"_s, u"PROD"_s, {u"p1"_s, u"Orders"_s, {}},
                              {definition(u"delta"_s, u"r1"_s, u"Customers"_s),
                               definition(u"Alpha"_s, u"r2"_s, u"Invoices"_s),
                               definition(u"charlie"_s, u"r2"_s, u"Invoices"_s),
                               definition(u"bravo"_s, u"r3"_s, u"Stock"_s)});
        m_model->setPipelines(u"dev"_s, u"DEV"_s, {u"p2"_s, u"Sandbox"_s, {}},
                              {definition(u"echo"_s, u"r2"_s, u"Stock"_s)});
    }

    void cleanup()
    {
        m_tester.reset();
        m_filter.reset();
        m_model.reset();
    }

    void problemsComeFirstThenNames()
    {
        QCOMPARE(names(),
                 QStringList({u"Alpha"_s, u"bravo"_s, u"charlie"_s, u"delta"_s, u"echo"_s}));
        status(u"delta"_s, u"UNKNOWN"_s);
        status(u"bravo"_s, u"STREAMING"_s);
        status(u"Alpha"_s, u"NOT_RUNNING"_s);
        m_model->flush();
        QCOMPARE(names(),
                 QStringList({u"delta"_s, u"bravo"_s, u"Alpha"_s, u"charlie"_s, u"echo"_s}));
        m_filter->sort(PipelineModel::NameColumn, Qt::DescendingOrder);
        QCOMPARE(names(),
                 QStringList({u"echo"_s, u"delta"_s, u"charlie"_s, u"bravo"_s, u"Alpha"_s}));
        m_filter->sort(PipelineModel::RunnerColumn);
        QCOMPARE(names(),
                 QStringList({u"delta"_s, u"Alpha"_s, u"charlie"_s, u"echo"_s, u"bravo"_s}));
    }

    void allWordsMustOccur()
    {
        m_filter->setText(u"INVOICES  char"_s);
        QCOMPARE(names(), QStringList{u"charlie"_s});
        QVERIFY(m_filter->isFiltering());
        m_filter->setText(u"nothing"_s);
        QVERIFY(names().isEmpty());
        m_filter->setText(u" "_s);
        QCOMPARE(m_filter->rowCount(), 5);
        QVERIFY(!m_filter->isFiltering());
    }

    void fieldsAreLookedFor()
    {
        const auto shown = [this](const QString &text) {
            m_filter->setText(text);
            return names();
        };
        QCOMPARE(shown(u"table=stock"_s), (QStringList{u"bravo"_s, u"echo"_s}));
        QVERIFY(m_filter->isFiltering());
        QCOMPARE(shown(u"table=stoc"_s), QStringList());
        QCOMPARE(shown(u"table~stoc"_s), (QStringList{u"bravo"_s, u"echo"_s}));
        QCOMPARE(shown(u"table~stoc agentId=r3"_s), QStringList{u"bravo"_s});
        QCOMPARE(shown(u"table~stoc ech"_s), QStringList{u"echo"_s});
        QCOMPARE(shown(u"type=oracle"_s), QStringList());
        QCOMPARE(shown({}).size(), 5);
        // A definition that changes is looked at again.
        QCOMPARE(shown(u"table=new"_s), QStringList());
        replaceOrders(definition(u"bravo"_s, u"r3"_s, u"New"_s));
        QCOMPARE(names(), QStringList{u"bravo"_s});
    }

    void quotesKeepBlanks()
    {
        replaceOrders(definition(u"my bravo a=b"_s, u"r3"_s, u"Order items"_s));
        const auto shown = [this](const QString &text) {
            m_filter->setText(text);
            return names();
        };
        const QStringList found{u"my bravo a=b"_s};
        QCOMPARE(shown(u"\"my bravo\""_s), found);
        QCOMPARE(shown(u"\"bravo my\""_s), QStringList());
        QCOMPARE(shown(u"table=\"order items\""_s), found);
        QCOMPARE(shown(u"\"order items"_s), found); // while it is being typed
        QCOMPARE(shown(u"\"a=b\""_s), found);
        QCOMPARE(shown(u"a=b"_s), QStringList());
    }

    void textMayGrowShrinkAndChange()
    {
        const auto shown = [this](const QString &text) {
            m_filter->setText(text);
            return names();
        };
        const QStringList invoices{u"Alpha"_s, u"charlie"_s};
        QCOMPARE(shown(u"inv"_s), invoices);
        QCOMPARE(shown(u"invoices"_s), invoices);
        QCOMPARE(shown(u"invoices char"_s), QStringList{u"charlie"_s});
        QCOMPARE(shown(u"char"_s), QStringList{u"charlie"_s});
        QCOMPARE(shown(u"stock"_s), (QStringList{u"bravo"_s, u"echo"_s}));
        QCOMPARE(shown(u"sto inv"_s), QStringList());
        QCOMPARE(shown(u"inv"_s), invoices);
        QCOMPARE(shown({}).size(), 5);
    }

    void editedDefinitionIsSearchedAnew()
    {
        m_filter->setText(u"zebra"_s);
        QCOMPARE(m_filter->rowCount(), 0);
        m_model->putPipeline(u"acc"_s, u"PROD"_s, {u"p1"_s, u"Orders"_s, {}},
                             definition(u"bravo"_s, u"r3"_s, u"Zebra"_s));
        m_model->flush();
        QCOMPARE(names(), QStringList{u"bravo"_s});
        m_model->removePipeline({u"acc"_s, u"p1"_s, u"delta"_s});
        QCOMPARE(names(), QStringList{u"bravo"_s});
    }

    void scope_data()
    {
        QTest::addColumn<PipelineFilter::Scope>("scope");
        QTest::addColumn<QStringList>("expected");
        using Scope = PipelineFilter::Scope;
        QTest::newRow("account") << Scope{u"dev"_s, {}, {}, {}, {}} << QStringList{u"echo"_s};
        QTest::newRow("project") << Scope{u"acc"_s, u"p1"_s, {}, {}, {}}
                                 << QStringList{u"Alpha"_s, u"bravo"_s, u"charlie"_s, u"delta"_s};
        QTest::newRow("environment")
            << Scope{u"acc"_s, u"p1"_s, {u"r2"_s}, {}, {}} << QStringList{u"Alpha"_s, u"charlie"_s};
        QTest::newRow("other runners")
            << Scope{u"acc"_s, u"p1"_s, {}, {u"r2"_s, u"r1"_s}, {}} << QStringList{u"bravo"_s};
        QTest::newRow("pipeline") << Scope{u"acc"_s, u"p1"_s, {}, {}, u"delta"_s}
                                  << QStringList{u"delta"_s};
    }

    void scope()
    {
        QFETCH(const PipelineFilter::Scope, scope);
        QFETCH(const QStringList, expected);
        m_filter->setScope(scope);
        QCOMPARE(names(), expected);
        m_filter->setScope({});
        QCOMPARE(m_filter->rowCount(), 5);
    }

    void badgesFollowTheStatus()
    {
        m_filter->setBadges({Badge::Streaming});
        QCOMPARE(m_filter->rowCount(), 0);
        status(u"delta"_s, u"STREAMING"_s);
        m_model->flush();
        QCOMPARE(names(), QStringList{u"delta"_s});
        status(u"delta"_s, u"STOPPING"_s);
        m_model->flush();
        QCOMPARE(m_filter->rowCount(), 0);
    }

    void countsIgnoreTheChosenBadges()
    {
        QSignalSpy told(m_filter.get(), &PipelineFilter::countsChanged);
        QTRY_COMPARE(told.size(), 1);
        status(u"delta"_s, u"STREAMING"_s);
        status(u"Alpha"_s, u"STREAMING"_s);
        m_model->flush();
        QTRY_COMPARE(told.size(), 2);
        m_filter->setBadges({Badge::Streaming});
        const QHash<Badge, int> all{{Badge::Streaming, 2}, {Badge::NotChecked, 3}};
        QCOMPARE(m_filter->counts(), all);
        m_filter->setText(u"invoices"_s);
        const QHash<Badge, int> some{{Badge::Streaming, 1}, {Badge::NotChecked, 1}};
        QCOMPARE(m_filter->counts(), some);
        QTRY_COMPARE(told.size(), 3);
        status(u"Alpha"_s, u"STREAMING"_s); // no badge changed
        m_model->flush();
        QCoreApplication::processEvents();
        QCOMPARE(told.size(), 3);
    }

    void heldOrderIsPutRightAfterwards()
    {
        m_filter->holdOrder(true);
        status(u"echo"_s, u"STREAMING"_s);
        m_model->setStatus({u"dev"_s, u"p2"_s, u"echo"_s}, u"UNKNOWN"_s);
        m_model->flush();
        QCOMPARE(names().constLast(), u"echo"_s);
        m_filter->holdOrder(false);
        QCOMPARE(names().constFirst(), u"echo"_s);
    }

    void waitingIsWhatWouldMove_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<QSet<Badge>>("badges");
        QTest::addColumn<QStringList>("changes"); // id, status
        QTest::addColumn<int>("waiting");
        using B = QSet<Badge>;
        const int status = PipelineModel::StatusColumn;
        const int name = PipelineModel::NameColumn;
        QTest::newRow("nothing") << status << B{} << QStringList{} << 0;
        QTest::newRow("one") << status << B{} << QStringList{u"delta"_s, u"UNKNOWN"_s} << 1;
        QTest::newRow("two") << status << B{}
                             << QStringList{u"delta"_s, u"UNKNOWN"_s, u"charlie"_s, u"STREAMING"_s}
                             << 2;
        QTest::newRow("by name, nothing moves")
            << name << B{} << QStringList{u"delta"_s, u"UNKNOWN"_s} << 0;
        QTest::newRow("there and back")
            << status << B{} << QStringList{u"delta"_s, u"UNKNOWN"_s, u"delta"_s, u"STREAMING"_s}
            << 1;
        QTest::newRow("it is first already")
            << status << B{} << QStringList{u"Alpha"_s, u"UNKNOWN"_s} << 0;
        QTest::newRow("it leaves the filter")
            << name << B{Badge::NotChecked} << QStringList{u"bravo"_s, u"STREAMING"_s} << 1;
        QTest::newRow("by check") << int(PipelineModel::CheckedColumn) << B{}
                                  << QStringList{u"Alpha"_s, u"STREAMING"_s, u"bravo"_s,
                                                 u"STREAMING"_s}
                                  << 2;
    }

    void waitingIsWhatWouldMove()
    {
        QFETCH(const int, column);
        QFETCH(const QSet<Badge>, badges);
        QFETCH(const QStringList, changes);
        QFETCH(const int, waiting);
        m_filter->sort(column);
        m_filter->setBadges(badges);
        QCoreApplication::processEvents();
        m_filter->holdOrder(true);
        const QStringList before = names();
        for (qsizetype i = 0; i < changes.size(); i += 2) {
            status(changes.at(i), changes.at(i + 1));
            m_model->flush();
        }
        QCoreApplication::processEvents();
        QCOMPARE(names(), before);
        QTRY_COMPARE(m_filter->waitingCount(), waiting);
        m_filter->sortAgain(); // held or not
        QCOMPARE(m_filter->waitingCount(), 0);
        QCOMPARE(names() != before, waiting > 0);
        const QStringList after = names();
        m_filter->holdOrder(false);
        QCOMPARE(names(), after);
    }

    void timeOfTheCheckMovesNoRow()
    {
        for (const QString &id : {u"delta"_s, u"Alpha"_s})
            status(id, u"STREAMING"_s);
        m_model->flush();
        QSignalSpy moved(m_filter.get(), &QAbstractItemModel::layoutChanged);
        status(u"delta"_s, u"STREAMING"_s);
        m_model->flush();
        QCOMPARE(moved.size(), 0);
    }

    // Many rows come and go at once; persistent indexes go with theirs.
    void manyScatteredRowsAreToldOnce()
    {
        constexpr int count = 200;
        QJsonArray definitions;
        for (int i = 0; i < count; ++i)
            definitions.append(definition(u"n%1"_s.arg((i * 37) % count, 3, 10, QChar(u'0')),
                                          u"r1"_s, i % 2 ? u"Odd"_s : u"Even"_s));
        m_model->setPipelines(u"acc"_s, u"PROD"_s, {u"p1"_s, u"Orders"_s, {}}, definitions);
        m_filter->setScope({u"acc"_s, u"p1"_s, {}, {}, {}});
        QCOMPARE(m_filter->rowCount(), count);
        QCOMPARE(names(), sortedNames());

        const QPersistentModelIndex odd = find(u"n037"_s);
        const QPersistentModelIndex even = find(u"n074"_s);
        QSignalSpy removed(m_filter.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(m_filter.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy reset(m_filter.get(), &QAbstractItemModel::modelReset);
        m_filter->setText(u"odd"_s);
        QCOMPARE(m_filter->rowCount(), count / 2);
        QCOMPARE(removed.size(), 1);
        QVERIFY(!even.isValid());
        QCOMPARE(odd.data(PipelineModel::NameRole).toString(), u"n037"_s);
        QCOMPARE(names(), sortedNames());
        m_filter->setText({});
        QCOMPARE(m_filter->rowCount(), count);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(odd.data(PipelineModel::NameRole).toString(), u"n037"_s);
        QCOMPARE(names(), sortedNames());

        for (int i = 0; i < count; i += 2)
            status(u"n%1"_s.arg(i, 3, 10, QChar(u'0')), u"STREAMING"_s);
        m_model->flush();
        QCOMPARE(names().constFirst(), u"n000"_s);
        QCOMPARE(names().at(count / 2), u"n001"_s);
        QCOMPARE(odd.row(), count / 2 + 18);
        m_filter->setBadges({Badge::Streaming});
        QCOMPARE(m_filter->rowCount(), count / 2);
        QVERIFY(!odd.isValid());
        QCOMPARE(reset.size(), 0);
    }

    void rowsMapBothWays()
    {
        m_filter->setText(u"r"_s);
        m_model->removePipeline({u"acc"_s, u"p1"_s, u"Alpha"_s});
        for (int row = 0; row < m_filter->rowCount(); ++row) {
            const QModelIndex shown = m_filter->index(row, PipelineModel::NameColumn);
            QCOMPARE(m_filter->mapFromSource(m_filter->mapToSource(shown)), shown);
            QCOMPARE(m_filter->mapToSource(shown).data().toString(), shown.data().toString());
        }
        m_filter->setText(u"bravo"_s);
        QVERIFY(!m_filter->mapFromSource(m_model->index(0, 0)).isValid());
        QCOMPARE(m_filter->headerData(PipelineModel::NameColumn, Qt::Horizontal, Qt::DisplayRole),
                 m_model->headerData(PipelineModel::NameColumn, Qt::Horizontal, Qt::DisplayRole));
    }

    void rowsThatComeWhileHeldWaitAtTheEnd()
    {
        m_filter->holdOrder(true);
        m_model->putPipeline(u"acc"_s, u"PROD"_s, {u"p1"_s, u"Orders"_s, {}},
                             definition(u"aardvark"_s, u"r1"_s, u"Zoo"_s));
        QCOMPARE(names().constLast(), u"aardvark"_s);
        m_filter->holdOrder(false);
        QCOMPARE(names().constFirst(), u"aardvark"_s);
    }
};

SLUICE_TEST(TestPipelineFilter, Core)
#include "tst_pipelinefilter.moc"
