// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/exportplan.h"
#include "models/pipeline/jsontext.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

QJsonObject pipeline(const QString &name, const QString &id)
{
    return {{u"name"_s, name},
            {u"streamingPipelineId"_s, id},
            {u"projectId"_s, u"p"_s},
            {u"x-owner"_s, u"sales"_s}};
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExportPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stripsWhatTheServerAdds();
    void namesDoNotDependOnTheOrder();
    void writesAndReplaces();
    void saysWhatCannotBeWritten();
    void canBeGivenUp();
};

void TestExportPlan::stripsWhatTheServerAdds()
{
    const ExportPlan plan({pipeline(u"orders"_s, u"1"_s)});
    QCOMPARE(plan.files().size(), 1);
    QCOMPARE(plan.files().constFirst().fileName, u"orders.json"_s);
    QCOMPARE(plan.files().constFirst().bytes,
             QByteArray("{\n  \"name\": \"orders\",\n  \"x-owner\": \"sales\"\n}\n"));
}

void TestExportPlan::namesDoNotDependOnTheOrder()
{
    QJsonObject first = pipeline(u"a"_s, u"1"_s);
    QJsonObject second = pipeline(u"a"_s, u"2"_s);
    first[u"x-owner"] = u"first"_s;
    for (const ExportPlan &plan : {ExportPlan({first, second}), ExportPlan({second, first})}) {
        QCOMPARE(plan.files().at(0).fileName, u"a.json"_s);
        QVERIFY(plan.files().at(0).bytes.contains("first"));
        QCOMPARE(plan.files().at(1).fileName, u"a (2).json"_s);
    }
}

void TestExportPlan::writesAndReplaces()
{
    const QTemporaryDir place;
    const QString folder = place.filePath(u"new/folder"_s);
    const ExportPlan plan({pipeline(u"a"_s, u"1"_s), pipeline(u"b"_s, u"2"_s)});
    QCOMPARE(plan.replaced(folder), QStringList());
    QCOMPARE(plan.write(folder).written.size(), 2);
    QCOMPARE(QDir(folder).entryList(QDir::Files),
             (QStringList{u"a.json"_s, u"b.json"_s})); // and nothing half written
    QCOMPARE(read(folder + u"/a.json"_s), plan.files().at(0).bytes);

    QCOMPARE(plan.replaced(folder), QStringList()); // equal bytes
    QFile file(folder + u"/b.json"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write("mine"), 4);
    file.close();
    QCOMPARE(plan.replaced(folder), QStringList{folder + u"/b.json"_s});
    const ExportPlan::Outcome outcome = plan.write(folder);
    QCOMPARE(outcome.same, QStringList{folder + u"/a.json"_s});
    QCOMPARE(outcome.written, QStringList{folder + u"/b.json"_s});
    QCOMPARE(read(folder + u"/b.json"_s), plan.files().at(1).bytes);
}

void TestExportPlan::saysWhatCannotBeWritten()
{
    const QTemporaryDir place;
    QVERIFY(QDir(place.path()).mkdir(u"a.json"_s)); // a folder stands where the file should
    const ExportPlan plan({pipeline(u"a"_s, u"1"_s), pipeline(u"b"_s, u"2"_s)});
    const ExportPlan::Outcome outcome = plan.write(place.path());
    QCOMPARE(outcome.problems.size(), 1);
    QVERIFY(outcome.problems.constFirst().contains(u"a.json"_s));
    QCOMPARE(outcome.written.size(), 1);
    QFile file(place.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(plan.write(place.filePath(u"file/below"_s)).problems.size(), 1);
}

void TestExportPlan::canBeGivenUp()
{
    const QTemporaryDir place;
    const ExportPlan plan(
        {pipeline(u"a"_s, u"1"_s), pipeline(u"b"_s, u"2"_s), pipeline(u"c"_s, u"3"_s)});
    const ExportPlan::Outcome outcome =
        plan.write(place.path(), [](int filesDone) { return filesDone < 2; });
    QCOMPARE(outcome.written.size(), 2);
    QCOMPARE(outcome.left, 1);
    QCOMPARE(QDir(place.path()).entryList(QDir::Files), (QStringList{u"a.json"_s, u"b.json"_s}));
}

QTEST_GUILESS_MAIN(TestExportPlan)
#include "tst_exportplan.moc"
