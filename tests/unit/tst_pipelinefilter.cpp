// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pipelinefilter.h"
#include "models/fleet/pipelinemodel.h"

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
};

QTEST_GUILESS_MAIN(TestPipelineFilter)
#include "tst_pipelinefilter.moc"
