// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/exportplan.h"
#include "models/json/jsontext.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

QJsonObject pipelineNamed(const QString &name, const QString &id)
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
    void makesFolders();
    void namesFilesByNumbers();
    void writesAndReplaces();
    void saysWhatCannotBeWritten();
    void canBeGivenUp();
    void equalByMeaning_data();
    void equalByMeaning();
    void linksAreReplaced_data();
    void linksAreReplaced();
    void strays_data();
    void strays();
};

void TestExportPlan::stripsWhatTheServerAdds()
{
    const ExportPlan plan({pipelineNamed(u"orders"_s, u"1"_s)});
    QCOMPARE(plan.files().size(), 1);
    QCOMPARE(plan.files().constFirst().fileName, u"orders.json"_s);
    QCOMPARE(plan.files().constFirst().bytes,
             QByteArray("{\n  \"name\": \"orders\",\n  \"x-owner\": \"sales\"\n}\n"));
}

void TestExportPlan::namesDoNotDependOnTheOrder()
{
    QJsonObject first = pipelineNamed(u"a"_s, u"1"_s);
    QJsonObject second = pipelineNamed(u"a"_s, u"2"_s);
    first[u"x-owner"] = u"first"_s;
    for (const ExportPlan &plan : {ExportPlan({first, second}), ExportPlan({second, first})}) {
        QCOMPARE(plan.files().at(0).fileName, u"a.json"_s);
        QVERIFY(plan.files().at(0).bytes.contains("first"));
        QCOMPARE(plan.files().at(1).fileName, u"a (2).json"_s);
    }
}

// Names that one file system may take for the same get a number, folders as well as files.
void TestExportPlan::makesFolders()
{
    const QTemporaryDir place;
    const QList<QJsonObject> same{pipelineNamed(u"a"_s, u"1"_s)};
    const ExportPlan plan(
        QList<ExportFolder>{{u"Orders/EU"_s, same}, {u"orders_eu"_s, same}, {{}, same}});
    QStringList names;
    for (const ExportFile &file : plan.files())
        names += file.fileName;
    QCOMPARE(names, (QStringList{u"Orders_EU/a.json"_s, u"orders_eu (2)/a.json"_s, u"a.json"_s}));
    QCOMPARE(plan.write(place.path()).written.size(), 3);
    for (const QString &name : std::as_const(names))
        QVERIFY(QFile::exists(place.filePath(name)));
}

void TestExportPlan::namesFilesByNumbers()
{
    QJsonObject numbered = pipelineNamed(u"a"_s, u"1"_s);
    numbered[u"name"_s] = 42;
    QCOMPARE(ExportPlan({numbered}).files().constFirst().fileName, u"42.json"_s);
}

void TestExportPlan::writesAndReplaces()
{
    const QTemporaryDir place;
    const QString folder = place.filePath(u"new/folder"_s);
    const ExportPlan plan({pipelineNamed(u"a"_s, u"1"_s), pipelineNamed(u"b"_s, u"2"_s)});
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
    const ExportPlan plan({pipelineNamed(u"a"_s, u"1"_s), pipelineNamed(u"b"_s, u"2"_s)});
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
    const ExportPlan plan({pipelineNamed(u"a"_s, u"1"_s), pipelineNamed(u"b"_s, u"2"_s),
                           pipelineNamed(u"c"_s, u"3"_s)});
    const ExportPlan::Outcome outcome =
        plan.write(place.path(), [](int filesDone) { return filesDone < 2; });
    QCOMPARE(outcome.written.size(), 2);
    QCOMPARE(outcome.left, 1);
    QCOMPARE(QDir(place.path()).entryList(QDir::Files), (QStringList{u"a.json"_s, u"b.json"_s}));
}

void TestExportPlan::equalByMeaning_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isEqual");
    const QByteArray plain = "{\n  \"name\": \"a\",\n  \"x-owner\": \"sales\"\n}\n";
    QTest::newRow("itself") << plain << true;
    QTest::newRow("line ends of Windows") << QByteArray(plain).replace("\n", "\r\n") << true;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + plain << true;
    QTest::newRow("no last line end") << plain.trimmed() << true;
    QTest::newRow("four blanks") << QByteArray(plain).replace("  ", "    ") << true;
    QTest::newRow("tabs") << QByteArray(plain).replace("  ", "\t") << true;
    QTest::newRow("one line") << QByteArray(R"({"name":"a","x-owner":"sales"})") << true;
    QTest::newRow("other order") << QByteArray(R"({"x-owner":"sales","name":"a"})") << true;
    QTest::newRow("escapes") << QByteArray(R"({"name":"\u0061","x-owner":"s\u0061les"})") << true;
    QTest::newRow("what the server adds")
        << QByteArray(R"({"name":"a","x-owner":"sales","projectId":"other"})") << true;
    QTest::newRow("a list of one") << "[" + plain + "]" << true;
    QTest::newRow("another value") << QByteArray(R"({"name":"a","x-owner":"Sales"})") << false;
    QTest::newRow("one key more") << QByteArray(R"({"name":"a","x-owner":"sales","b":null})")
                                  << false;
    QTest::newRow("a list of two") << "[" + plain + "," + plain + "]" << false;
    QTest::newRow("no JSON") << QByteArray("mine") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestExportPlan::equalByMeaning()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isEqual);
    const QTemporaryDir place;
    const QString path = place.filePath(u"a.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    const ExportPlan plan({pipelineNamed(u"a"_s, u"1"_s)});
    QCOMPARE(plan.replaced(place.path()), isEqual ? QStringList() : QStringList{path});
    const ExportPlan::Outcome outcome = plan.write(place.path());
    QCOMPARE(outcome.same.size(), isEqual ? 1 : 0);
    QCOMPARE(read(path), isEqual ? text : plan.files().constFirst().bytes);
}

void TestExportPlan::linksAreReplaced_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("to a file that says something else") << u"%1/other"_s;
    QTest::newRow("to a file that says the same") << u"%1/same"_s;
    QTest::newRow("to nothing") << u"%1/none"_s;
    QTest::newRow("to a folder") << u"%1"_s;
    QTest::newRow("to itself") << u"a.json"_s;
}

void TestExportPlan::linksAreReplaced()
{
    QFETCH(QString, target);
    const ExportPlan plan({pipelineNamed(u"a"_s, u"1"_s)});
    const QByteArray bytes = plan.files().constFirst().bytes;
    const QTemporaryDir outside;
    for (const auto &[name, text] :
         {std::pair(u"other"_s, QByteArray("mine")), std::pair(u"same"_s, bytes)}) {
        QFile file(outside.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    const QTemporaryDir place;
    const QString path = place.filePath(u"a.json"_s);
    QVERIFY(QFile::link(target.contains(u'%') ? target.arg(outside.path()) : target, path));
    QCOMPARE(plan.replaced(place.path()), QStringList{path}); // asked about
    QCOMPARE(plan.write(place.path()).written, QStringList{path});
    QVERIFY(!QFileInfo(path).isSymLink());
    QCOMPARE(read(path), bytes);
    QCOMPARE(read(outside.filePath(u"other"_s)), QByteArray("mine"));
    QCOMPARE(QDir(outside.path()).entryList(QDir::Files), (QStringList{u"other"_s, u"same"_s}));
}

void TestExportPlan::strays_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isStray");
    const QByteArray gone = R"({"name":"gone","streamingSource":{}})";
    const QByteArray there = R"({"name":"a","streamingSource":{}})";
    QTest::newRow("a pipeline that is gone") << u"gone.json"_s << gone << true;
    QTest::newRow("under another name") << u"x.json"_s << gone << true;
    QTest::newRow("ending in capitals") << u"gone.JSON"_s << gone << true;
    QTest::newRow("several that are gone")
        << u"all.json"_s << "[" + gone + "," + gone + "]" << true;
    QTest::newRow("one of them is there")
        << u"all.json"_s << "[" + gone + "," + there + "]" << false;
    QTest::newRow("a pipeline that is there") << u"copy.json"_s << there << false;
    QTest::newRow("some other JSON")
        << u"package.json"_s << QByteArray(R"({"name":"gone"})") << false;
    QTest::newRow("broken") << u"broken.json"_s << QByteArray("{") << false;
    QTest::newRow("no name") << u"nameless.json"_s << QByteArray(R"({"streamingSource":{}})")
                             << false;
    QTest::newRow("no JSON file") << u"gone.txt"_s << gone << false;
    QTest::newRow("hidden") << u".gone.json"_s << gone << false;
    QTest::newRow("the file that is written") << u"a.json"_s << gone << false;
}

void TestExportPlan::strays()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(bool, isStray);
    const QTemporaryDir place;
    QFile file(place.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();
    QCOMPARE(ExportPlan({pipelineNamed(u"a"_s, u"1"_s)}).strays(place.path()),
             isStray ? QStringList{file.fileName()} : QStringList());
}

SLUICE_TEST(TestExportPlan, Core)
#include "tst_exportplan.moc"
