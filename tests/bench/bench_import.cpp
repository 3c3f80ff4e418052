// SPDX-License-Identifier: Apache-2.0
// Reading a folder of definitions, checking them and comparing them with a project.
#include "models/exchange/files/exportplan.h"
#include "models/exchange/files/importmodel.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

constexpr int fileCount = 500;
constexpr int tableCount = 100;

QList<QJsonObject> manyDefinitions()
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/definitions/sqlserver-snowflake.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QJsonObject definition = *parseJsonObject(file.readAll()).object;
    QJsonArray tables;
    for (int i = 0; i < tableCount; ++i)
        tables.append(QJsonObject{{u"schema"_s, u"dbo"_s}, {u"table"_s, u"table_%1"_s.arg(i)}});
    QJsonObject source = definition[u"streamingSource"].toObject();
    source[u"tables"] = tables;
    definition[u"streamingSource"] = source;
    QList<QJsonObject> many;
    for (int i = 0; i < fileCount; ++i) {
        definition[u"name"] = u"pipeline %1"_s.arg(i);
        definition[u"streamingPipelineId"] = QString::number(i);
        many.append(definition);
    }
    return many;
}

} // namespace

class BenchImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readCheckAndMatch();
};

void BenchImport::readCheckAndMatch()
{
    const QList<QJsonObject> definitions = manyDefinitions();
    const QTemporaryDir folder;
    QCOMPARE(ExportPlan(definitions).write(folder.path()).written.size(), fileCount);
    ImportModel model;
    QBENCHMARK
    {
        model.setEntries(readDefinitionFiles({folder.path()}));
        model.setProject(definitions);
    }
    QCOMPARE(model.rowCount(), fileCount);
}

QTEST_GUILESS_MAIN(BenchImport)
#include "bench_import.moc"
