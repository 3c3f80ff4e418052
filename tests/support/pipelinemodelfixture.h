// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/table/pipelinemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <memory>

namespace Sluice::Test {

inline Project ordersProject()
{
    return {QStringLiteral("p1"), QStringLiteral("Orders"), {}};
}

inline QJsonObject definition(const QString &id, const QString &name,
                              const QString &agent = QStringLiteral("a1"))
{
    const QJsonObject connection{{QStringLiteral("host"), QStringLiteral("db.example.com")},
                                 {QStringLiteral("database"), QStringLiteral("shop")}};
    const QJsonArray tables{QJsonObject{{QStringLiteral("schema"), QStringLiteral("dbo")},
                                        {QStringLiteral("table"), QStringLiteral("Customers")}}};
    return {{QStringLiteral("streamingPipelineId"), id},
            {QStringLiteral("name"), name},
            {QStringLiteral("agentId"), agent},
            {QStringLiteral("streamingSource"),
             QJsonObject{{QStringLiteral("type"), QStringLiteral("sqlserver")},
                         {QStringLiteral("connection"), connection},
                         {QStringLiteral("tables"), tables}}},
            {QStringLiteral("streamingTarget"),
             QJsonObject{{QStringLiteral("type"), QStringLiteral("s3")},
                         {QStringLiteral("bucket"), QStringLiteral("lake")}}}};
}

inline QJsonArray definitions(int count)
{
    QJsonArray list;
    for (int i = 0; i < count; ++i)
        list.append(definition(QStringLiteral("id%1").arg(i),
                               QStringLiteral("name%1").arg(i, 5, 10, QLatin1Char('0'))));
    return list;
}

inline PipelineKey key(const QString &id)
{
    return {QStringLiteral("acc"), ordersProject().id, id};
}

// A model under a model tester. Its clock moves on by a second with each status.
struct PipelineModelFixture {
    QDateTime now{QDate(2026, 3, 1), QTime(12, 0), Qt::UTC};
    PipelineModel model{[this] { return now; }};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    void fill(int count)
    {
        model.setPipelines(QStringLiteral("acc"), QStringLiteral("PROD"), ordersProject(),
                           definitions(count));
        model.flush();
    }

    QVariant value(const QString &id, int role, int column = 0) const
    {
        return model.index(model.rowOf(key(id)), column).data(role);
    }

    Badge badge(const QString &id) const
    {
        return static_cast<Badge>(value(id, PipelineModel::BadgeRole).toInt());
    }

    void see(const QString &id, const QString &status)
    {
        now = now.addSecs(1);
        model.setStatus(key(id), status);
    }
};

} // namespace Sluice::Test
