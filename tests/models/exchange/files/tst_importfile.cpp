// SPDX-License-Identifier: Apache-2.0
#include "models/definition/secret/secretguard.h"
#include "models/exchange/files/importfile.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

QByteArray guide(const char *name)
{
    QFile file(QStringLiteral(SLUICE_TEST_DATA "/guide/") + QLatin1String(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

class TestImportFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOne();
    void stripsWhatTheServerAdds();
    void readsLists_data();
    void readsLists();
    void faults_data();
    void faults();
    void problemsByPath();
    void secretsThemselves();
    void newTypesAreNoProblem();
    void folderInOrder();
    void foldersWithin();
    void tellsOfAPart();
    void filesThatCannotBeRead();
    void namesThatAreNoText();
    void namesWhatIsNoFile_data();
    void namesWhatIsNoFile();
};

void TestImportFile::readsOne()
{
    const QList<ImportEntry> entries = readDefinitions(guide("create-request.json"), u"here"_s);
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries[0].name(), u"my-streaming-pipeline"_s);
    QCOMPARE(entries[0].place(), u"here"_s);
    QCOMPARE(entries[0].problems, QList<ImportProblem>());
    QVERIFY(entries[0].fault.isEmpty());
}

void TestImportFile::stripsWhatTheServerAdds()
{
    const QList<ImportEntry> entries = readDefinitions(guide("create-response.json"), {});
    QCOMPARE(entries.size(), 1);
    QCOMPARE(*entries[0].definition, *parseJsonObject(guide("create-request.json")).object);
}

void TestImportFile::readsLists_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("list") << QByteArray("[") << QByteArray("]");
    QTest::newRow("page") << QByteArray(R"({"page":0,"results":[)")
                          << QByteArray(R"(],"size":0,"total":0})");
}

void TestImportFile::readsLists()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    const QByteArray text =
        before + guide("create-request.json") + ",5," + guide("create-request.json") + after;
    const QList<ImportEntry> entries = readDefinitions(text, u"%2.json"_s);
    QCOMPARE(entries.size(), 3);
    QCOMPARE(entries[0].name(), u"my-streaming-pipeline"_s);
    QVERIFY(!entries[1].fault.isEmpty());
    QCOMPARE(entries[1].place(), u"%2.json, entry 2"_s);
    QCOMPARE(entries[2].number, 3);
}

void TestImportFile::faults_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("syntax") << QByteArray("{\n  \"name\" 5\n}") << 2 << 10;
    QTest::newRow("plain value") << QByteArray("true") << 1 << 1;
    QTest::newRow("empty") << QByteArray() << 1 << 1;
    QTest::newRow("empty list") << QByteArray("[]") << 0 << 0;
    for (const char *other :
         {"{}", "[{}]", R"({"error":"unauthorized","message":"no"})", R"({"openapi":"3.0.0"})",
          R"({"pipelines":[{"name":"a"}]})", R"({"results":{"name":"a"}})",
          R"({"data":{"name":"a"}})", R"({"agentId":"a"})", R"({"streamingPipelineId":"a"})"})
        QTest::newRow(other) << QByteArray(other) << 0 << 0;
    QTest::newRow("list in a list") << QByteArray(R"([[{"name":"a"}]])") << 0 << 0;
    QTest::newRow("two texts") << QByteArray("{\"name\":\"a\"}\n{\"name\":\"b\"}") << 2 << 1;
    QTest::newRow("UTF-16 without a mark") << QByteArray("{\0}\0", 4) << 1 << 1;
    QTest::newRow("UTF-32") << QByteArray("\xff\xfe\0\0{\0\0\0}\0\0\0", 12) << 1 << 1;
    QTest::newRow("packed") << QByteArray("\x1f\x8b\x08\0\0\0\0\0", 8) << 1 << 1;
    QTest::newRow("a mark alone") << QByteArray("\xef\xbb\xbf") << 1 << 1;
    QTest::newRow("two marks") << QByteArray("\xef\xbb\xbf\xef\xbb\xbf{\"name\":\"a\"}") << 1 << 1;
    QTest::newRow("Latin-1") << QByteArray("{\"name\":\"gr\xf6\xdf\"}") << 1 << 12;
    QTest::newRow("cut in a character") << QByteArray("{\"name\":\"\xc3") << 1 << 10;
    QTest::newRow("zeros at the end") << QByteArray("{\"name\":\"a\"}\0\0", 14) << 1 << 13;
    QTest::newRow("only zeros") << QByteArray(4096, '\0') << 1 << 1;
    QTest::newRow("empty page") << QByteArray("{\"results\": []}") << 0 << 0;
}

void TestImportFile::faults()
{
    QFETCH(QByteArray, text);
    const QList<ImportEntry> entries = readDefinitions(text, u"x.json"_s);
    QCOMPARE(entries.size(), 1);
    QVERIFY(!entries[0].definition);
    QVERIFY(!entries[0].fault.isEmpty());
    QTEST(entries[0].line, "line");
    QTEST(entries[0].column, "column");
}

void TestImportFile::problemsByPath()
{
    const QList<ImportEntry> entries = readDefinitions(guide("create-invalid.json"), {});
    QStringList paths;
    for (const ImportProblem &problem : entries[0].problems) {
        paths += problem.path;
        QVERIFY(!problem.message.isEmpty());
    }
    paths.sort();
    QCOMPARE(paths, (QStringList{u"streamingSource.connection.username"_s,
                                 u"streamingTarget.connection.authentication"_s}));
}

void TestImportFile::secretsThemselves()
{
    QByteArray text = guide("create-request.json");
    QVERIFY(!readDefinitions(text, {}).at(0).holdsSecret());
    QJsonObject definition = *parseJsonObject(text).object;
    QJsonObject source = definition[u"streamingSource"].toObject();
    QJsonObject connection = source[u"connection"].toObject();
    connection[u"password"] = u"hunter2"_s;
    source[u"connection"] = connection;
    definition[u"streamingSource"] = source;
    const QList<ImportEntry> entries = readDefinitions(jsonText(definition), {});
    QVERIFY(entries[0].holdsSecret());
    QCOMPARE(entries[0].problems.size(), 1);
    QCOMPARE(entries[0].problems[0].path, u"streamingSource.connection.password"_s);
    QVERIFY(!entries[0].problems[0].message.contains(u"hunter2"_s));
    // Where the form has no field for it, it is said as well.
    const QList<ImportEntry> others = readDefinitions(
        R"({"name": "n", "streamingTarget": {"type": "new", "passphrase": "hunter2"}})", {});
    QVERIFY(others[0].holdsSecret());
    QVERIFY(others[0].problems.contains(ImportProblem{
        u"streamingTarget.passphrase"_s, SecretGuard::judge(*others[0].definition).reason}));
}

void TestImportFile::newTypesAreNoProblem()
{
    const QList<ImportEntry> entries =
        readDefinitionFiles({QStringLiteral(SLUICE_TEST_DATA "/definitions/unknown-types.json")});
    QCOMPARE(entries[0].problems, QList<ImportProblem>());
}

void TestImportFile::folderInOrder()
{
    const QTemporaryDir folder;
    QVERIFY(write(folder.filePath(u"b.json"_s), R"({"name":"b"})"));
    QVERIFY(write(folder.filePath(u"a.JSON"_s), R"([{"name":"a1"},{"name":"a2"}])"));
    QVERIFY(write(folder.filePath(u".hidden.json"_s), R"({"name":"hidden"})"));
    QVERIFY(write(folder.filePath(u"notes.txt"_s), R"({"name":"text"})"));
    QVERIFY(QDir(folder.path()).mkdir(u"below.json"_s));
    QStringList names;
    const QList<ImportEntry> entries = readDefinitionFiles({folder.path()});
    for (const ImportEntry &entry : entries)
        names += entry.name();
    QCOMPARE(names, (QStringList{u"a1"_s, u"a2"_s, u"b"_s}));
}

void TestImportFile::foldersWithin()
{
    const QTemporaryDir folder;
    const QDir place(folder.path());
    QVERIFY(place.mkpath(u"one/deep"_s) && place.mkpath(u".hidden"_s) && place.mkpath(u"two"_s));
    QVERIFY(QFile::link(folder.path(), folder.filePath(u"round"_s)));
    QVERIFY(write(folder.filePath(u"top.json"_s), R"({"name":"top"})"));
    QVERIFY(write(folder.filePath(u"one/a.json"_s), R"({"name":"a"})"));
    QVERIFY(write(folder.filePath(u"one/deep/b.json"_s), R"({"name":"b"})"));
    QVERIFY(write(folder.filePath(u".hidden/c.json"_s), R"({"name":"c"})"));
    const ImportReading shallow = readImportFiles({folder.path()});
    QCOMPARE(shallow.entries.size(), 1);
    QCOMPARE(shallow.folders, (QStringList{folder.filePath(u"one"_s), folder.filePath(u"two"_s)}));
    const ImportReading deep = readImportFiles({folder.path()}, {.withSubfolders = true});
    QStringList names;
    for (const ImportEntry &entry : deep.entries)
        names += entry.name();
    QCOMPARE(names, (QStringList{u"top"_s, u"a"_s, u"b"_s}));
    QVERIFY(deep.folders.isEmpty());
}

// A page of a list looks like the whole list.
void TestImportFile::tellsOfAPart()
{
    const QByteArray list = R"({"results":[{"name":"a"}],"page":0,"size":1,"total":@})";
    const auto notes = [&list](const QByteArray &total) {
        return readImport(QByteArray(list).replace('@', total), u"/x/all.json"_s).notes;
    };
    const QStringList odd =
        readImport(QByteArray(list).replace('@', "500"), u"/x/50%2.json"_s).notes;
    QVERIFY2(odd.value(0).startsWith(u"50%2.json says"_s), qPrintable(odd.join(u' ')));
    QCOMPARE(notes("500").size(), 1);
    const QString note = notes("500").constFirst();
    QVERIFY2(note.startsWith(u"all.json says"_s) && note.contains(u"500"_s), qPrintable(note));
    QVERIFY(notes("1").isEmpty());
    QVERIFY(notes("0").isEmpty()); // some servers do not count
    QVERIFY(notes("\"many\"").isEmpty());
}

void TestImportFile::filesThatCannotBeRead()
{
    const QTemporaryDir folder;
    const QList<ImportEntry> entries = readDefinitionFiles({folder.filePath(u"none.json"_s)});
    QCOMPARE(entries.size(), 1);
    QVERIFY(!entries[0].fault.isEmpty());
    QVERIFY(readDefinitionFiles({folder.path()}).isEmpty());
}

// A name in Latin-1, or cut: its pipeline must not look as if it were missing.
void TestImportFile::namesThatAreNoText()
{
    const QTemporaryDir folder;
    QVERIFY(write(folder.filePath(u"good.json"_s), R"({"name":"good"})"));
    const QByteArray place = QFile::encodeName(folder.path()) + '/';
    const QList<QByteArray> names{QByteArray("gr\xf6\xdf") + "e.json",
                                  "x\xff.JSON",
                                  "\xc3.json",
                                  "\xed\xa0\x80.json",
                                  "\xe2\x82.json",
                                  ".hidden\xff.json",
                                  "notes\xff.txt"};
    for (const QByteArray &name : names) {
        const int file = ::open((place + name).constData(), O_CREAT | O_WRONLY, 0600);
        QVERIFY(file >= 0);
        ::close(file);
    }
    const QList<ImportEntry> entries = readDefinitionFiles({folder.path()});
    QCOMPARE(entries.size(), 6);
    QCOMPARE(entries[0].name(), u"good"_s);
    for (qsizetype at = 1; at < entries.size(); ++at)
        QVERIFY2(entries[at].fault.contains(u"rename it"), qPrintable(entries[at].fault));
    for (const QByteArray &name : names)
        ::unlink((place + name).constData()); // the folder's end does not see them
}

void TestImportFile::namesWhatIsNoFile_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("pipe") << u"pipe"_s;
    QTest::newRow("link to a pipe") << u"to-pipe"_s;
    QTest::newRow("link to an endless device") << u"to-zero"_s;
    QTest::newRow("link to nothing") << u"dangling"_s;
    QTest::newRow("link to itself") << u"itself"_s;
    QTest::newRow("larger than the limit") << u"large"_s;
}

// Also in a folder: if such a file was passed over in silence, its pipeline would seem to be
// missing.
void TestImportFile::namesWhatIsNoFile()
{
    QFETCH(QString, kind);
    const QTemporaryDir folder;
    const QTemporaryDir outside;
    const QString path = folder.filePath(u"x.json"_s);
    const QString pipe = kind == u"pipe" ? path : outside.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    if (kind == u"to-pipe")
        QVERIFY(QFile::link(pipe, path));
    else if (kind == u"to-zero")
        QVERIFY(QFile::link(u"/dev/zero"_s, path));
    else if (kind == u"dangling")
        QVERIFY(QFile::link(folder.filePath(u"none"_s), path));
    else if (kind == u"itself")
        QVERIFY(QFile::link(path, path));
    else if (kind == u"large") {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(file.resize(qint64(100) * 1024 * 1024 + 1)); // holes: no room is taken
    }
    QVERIFY(write(folder.filePath(u"good.json"_s), R"({"name":"good"})"));
    const QList<ImportEntry> alone = readDefinitionFiles({path});
    QCOMPARE(alone.size(), 1);
    QVERIFY(!alone[0].fault.isEmpty());
    const QList<ImportEntry> all = readDefinitionFiles({folder.path()});
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].name(), u"good"_s);
    QCOMPARE(all[1].origin, path);
    QCOMPARE(all[1].fault, alone[0].fault);
}

SLUICE_TEST(TestImportFile, Core)
#include "tst_importfile.moc"
