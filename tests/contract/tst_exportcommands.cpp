// SPDX-License-Identifier: Apache-2.0
// export and diff: a folder as the source of truth, on the real sandbox.
#include "models/json/jsontext.h"
#include "tests/contract/exchangestage.h"
#include "tests/support/faultserver.h"
#include "tests/support/testprogram.h"

#include <QDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestExportCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m = std::make_unique<ExchangeStage>(); }

    void exportThenDiffIsEqual();
    void exportAsksBeforeItReplaces();
    void diffTellsWhatChanged();
    void diffAsJson();
    void diffKnowsWhatHasNoFile();
    void folderRoundTrip();
    void equalByMeaningForBoth();
    void oneBadFileDoesNotHideTheRest_data();
    void oneBadFileDoesNotHideTheRest();
    void aPipelineWithoutAName();
    void aFullDiskLosesNothing();
    void neverThroughALink();
    void pruneRemovesWhatBelongsToNoPipeline();
    void pruneAsks();
    void wrongUsage_data();
    void wrongUsage();

private:
    std::unique_ptr<ExchangeStage> m;
};

void TestExportCommands::exportThenDiffIsEqual()
{
    QVERIFY(m->create(definition(u"orders"_s)));
    QVERIFY(m->create(definition(u"Umsätze / EU"_s)));
    const Run exported = m->run(u"export"_s);
    QCOMPARE(exported.code, 0);
    QCOMPARE(QDir(m->folder()).entryList(QDir::Files, QDir::Name | QDir::IgnoreCase),
             (QStringList{u"orders.json"_s, u"Umsätze _ EU.json"_s}));
    QCOMPARE(m->read(u"orders.json"_s), jsonText(definition(u"orders"_s)));
    const Run diff = m->run(u"diff"_s);
    QCOMPARE(diff.code, 0);
    QCOMPARE(diff.out, QByteArray("0 to create, 0 to update, 2 equal.\n"));
    QVERIFY(m->run(u"export"_s).err.contains("0 written, 2 equal already"));
}

void TestExportCommands::exportAsksBeforeItReplaces()
{
    QVERIFY(m->create(definition(u"orders"_s)));
    QVERIFY(m->write(u"orders.json"_s, "mine"));
    const Run refused = m->run(u"export"_s);
    QCOMPARE(refused.code, 2);
    QVERIFY(refused.err.contains("orders.json"));
    // Who is asked and says no has not used it wrongly.
    QCOMPARE(m->shell().runOnTerminal({u"export"_s, exchangeProject, m->folder()}, "n\n").code, 1);
    QCOMPARE(m->read(u"orders.json"_s), QByteArray("mine"));
    QCOMPARE(m->run(u"export"_s, {u"--yes"_s}).code, 0);
    QCOMPARE(m->read(u"orders.json"_s), jsonText(definition(u"orders"_s)));
}

void TestExportCommands::diffTellsWhatChanged()
{
    QVERIFY(m->create(definition(u"orders"_s)));
    QJsonObject changed = definition(u"orders"_s, u"customers"_s);
    changed[u"agentId"] = u"5d0f7c0e-3c53-4a0e-9f6d-0b8f3f6f2a11"_s;
    QVERIFY(m->write(u"orders.json"_s, jsonText(changed)));
    const Run diff = m->run(u"diff"_s);
    QCOMPARE(diff.code, 5);
    QVERIFY2(diff.out.contains("~ orders: to be updated from "), diff.out.constData());
    QVERIFY(diff.out.contains("    + Tables: dbo.customers\n"));
    QVERIFY(diff.out.contains("    - Tables: dbo.orders\n"));
    QVERIFY(diff.out.contains(
        "2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6 → 5d0f7c0e-3c53-4a0e-9f6d-0b8f3f6f2a11\n"));
}

void TestExportCommands::diffAsJson()
{
    QVERIFY(m->create(definition(u"orders"_s)));
    QVERIFY(m->write(u"orders.json"_s, jsonText(definition(u"orders"_s, u"customers"_s))));
    QVERIFY(m->write(u"new.json"_s, jsonText(definition(u"new"_s))));
    const Run diff = m->run(u"diff"_s, {u"--json"_s});
    QCOMPARE(diff.code, 5);
    const QJsonArray items = list(diff.out);
    QCOMPARE(items.size(), 2);
    QCOMPARE(items[0][u"action"].toString(), u"create"_s);
    QCOMPARE(items[1][u"action"].toString(), u"update"_s);
    QCOMPARE(items[1][u"id"], m->onServer()[0][u"streamingPipelineId"]);
    QStringList changes;
    const QJsonArray all = items[1][u"changes"].toArray();
    for (const QJsonValue &change : all)
        changes += change[u"kind"].toString() + u' ' + change[u"path"].toString();
    changes.sort();
    QCOMPARE(changes, (QStringList{u"added streamingSource.tables[dbo.customers]"_s,
                                   u"removed streamingSource.tables[dbo.orders]"_s}));
}

void TestExportCommands::diffKnowsWhatHasNoFile()
{
    QVERIFY(m->create(definition(u"orders"_s)));
    QVERIFY(m->create(definition(u"extra"_s)));
    QVERIFY(m->write(u"orders.json"_s, jsonText(definition(u"orders"_s))));
    const Run folder = m->run(u"diff"_s);
    QCOMPARE(folder.code, 5);
    QVERIFY(folder.out.contains("- extra: only in the project\n"));
    // With one file, diff does not report the other pipelines.
    QCOMPARE(m->shell().run({u"diff"_s, exchangeProject, m->path(u"orders.json"_s)}).code, 0);
}

void TestExportCommands::folderRoundTrip()
{
    m->shell().startSandbox({u"--seed"_s, u"demo"_s});
    const QString from = u"Online shop"_s;
    const QString to = u"Finance"_s;
    QCOMPARE(m->shell().run({u"export"_s, from, m->folder()}).code, 0);
    const qsizetype count = QDir(m->folder()).entryList(QDir::Files).size();
    QVERIFY(count > 3);
    QCOMPARE(m->shell().run({u"diff"_s, from, m->folder()}).code, 0);
    const Run applied = m->shell().run({u"apply"_s, to, m->folder(), u"--yes"_s});
    QVERIFY2(applied.code == 0, applied.err.constData());
    // The other project keeps its own pipelines, and has all of the folder.
    const Run diff = m->shell().run({u"diff"_s, to, m->folder()});
    QVERIFY2(diff.out.contains("0 to create, 0 to update, " + QByteArray::number(count)),
             diff.out.constData());
    // Another export writes the same files, byte for byte.
    QVERIFY(m->shell()
                .run({u"export"_s, to, m->folder()})
                .err.contains(QByteArray::number(count) + " equal already"));
}

void TestExportCommands::equalByMeaningForBoth()
{
    QVERIFY(m->create(definition(u"orders"_s)));
    const QByteArray text =
        "\xEF\xBB\xBF" + jsonText(definition(u"orders"_s)).trimmed().replace("\n", "\r\n");
    QVERIFY(m->write(u"orders.json"_s, text));
    QCOMPARE(m->run(u"diff"_s).code, 0);
    const Run exported = m->run(u"export"_s);
    QCOMPARE(exported.code, 0);
    QVERIFY2(exported.err.contains("0 written, 1 equal already"), exported.err.constData());
    QCOMPARE(m->read(u"orders.json"_s), text);
}

void TestExportCommands::oneBadFileDoesNotHideTheRest_data()
{
    QTest::addColumn<QString>("kind");
    for (const QString &kind : {u"no JSON"_s, u"no name"_s, u"dangling link"_s, u"pipe"_s,
                                u"name twice"_s, u"a secret itself"_s})
        QTest::newRow(qPrintable(kind)) << kind;
}

void TestExportCommands::oneBadFileDoesNotHideTheRest()
{
    QFETCH(QString, kind);
    QVERIFY(m->create(definition(u"orders"_s)));
    QVERIFY(m->write(u"a.json"_s, jsonText(definition(u"orders"_s, u"customers"_s))));
    if (kind == u"dangling link") {
        QVERIFY(QFile::link(m->path(u"none"_s), m->path(u"bad.json"_s)));
    } else if (kind == u"pipe") {
        QCOMPARE(::mkfifo(QFile::encodeName(m->path(u"bad.json"_s)).constData(), 0600), 0);
    } else {
        QByteArray text = jsonText(definition(u"orders"_s));
        if (kind == u"no JSON")
            text.chop(5);
        else if (kind == u"no name")
            text = R"({"streamingSource":{}})";
        else if (kind == u"a secret itself")
            text = R"({"name":"s","streamingSource":{"type":"sqlserver","connection":)"
                   R"({"password":"hunter2"}}})";
        QVERIFY(m->write(u"bad.json"_s, text));
    }
    const Run diff = m->run(u"diff"_s);
    QCOMPARE(diff.code, 2);
    QVERIFY2(diff.err.contains("bad.json"), diff.err.constData());
    QVERIFY(!diff.err.contains("hunter2"));
    QVERIFY2(diff.out.contains("~ orders: to be updated from "), diff.out.constData());
    const QJsonArray items = list(m->run(u"diff"_s, {u"--json"_s}).out);
    QCOMPARE(items[0][u"action"].toString(), u"update"_s);
    QCOMPARE(items.last()[u"action"].toString(), u"unusable"_s);
    QVERIFY(items.last()[u"file"].toString().endsWith(u"bad.json"_s));
    // When one file of a folder is broken, nothing of it is sent.
    const QJsonArray before = m->onServer();
    QCOMPARE(m->run(u"apply"_s, {u"--yes"_s}).code, 2);
    QCOMPARE(m->onServer(), before);
}

void TestExportCommands::aPipelineWithoutAName()
{
    QJsonObject nameless = definition({});
    nameless.remove(u"name");
    nameless[u"streamingPipelineId"] = u"id-1"_s;
    QJsonObject good = definition(u"good"_s);
    good[u"streamingPipelineId"] = u"id-2"_s;
    FaultServer server;
    server.setHandler([&](const Seen &) {
        return Act::reply(200, jsonText(QJsonObject{{u"results"_s, QJsonArray{nameless, good}}}));
    });
    Shell shell;
    shell.set(u"MAIA_TOKEN"_s, u"any"_s);
    shell.setPlace({u"--url"_s, server.url().toString()});
    QCOMPARE(shell.run({u"export"_s, guideProject, m->folder()}).code, 0);
    const Run diff = shell.run({u"diff"_s, guideProject, m->folder()});
    QCOMPARE(diff.code, 2);
    QVERIFY2(diff.err.contains("pipeline.json: name"), diff.err.constData());
    QVERIFY2(diff.out.contains("without a name (id-1)"), diff.out.constData());
    QVERIFY(diff.out.contains("1 equal"));
}

// Writing a small file fails late, when its buffer is flushed.
void TestExportCommands::aFullDiskLosesNothing()
{
    for (int i = 0; i < 10; ++i)
        QVERIFY(m->create(definition(u"p%1"_s.arg(i))));
    for (int i = 0; i < 9; ++i) // the tenth is new
        QVERIFY(m->write(u"p%1.json"_s.arg(i), "good"));
    const auto fillDisk = [] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit none{10, 10};
        ::setrlimit(RLIMIT_FSIZE, &none);
    };
    const Run full =
        m->shell().runPrepared({u"export"_s, exchangeProject, m->folder(), u"--yes"_s}, fillDisk);
    QCOMPARE(full.code, 1);
    QVERIFY2(full.err.contains("0 written, 0 equal already"), full.err.constData());
    for (int i = 0; i < 10; ++i)
        QVERIFY2(full.err.contains("p" + QByteArray::number(i) + ".json cannot be written"),
                 full.err.constData());
    QCOMPARE(QDir(m->folder()).entryList(QDir::Files | QDir::Hidden).size(), 9);
    for (int i = 0; i < 9; ++i)
        QCOMPARE(m->read(u"p%1.json"_s.arg(i)), QByteArray("good"));
}

void TestExportCommands::neverThroughALink()
{
    const QTemporaryDir outside;
    QVERIFY(m->create(definition(u"orders"_s)));
    QVERIFY(QFile::link(outside.filePath(u"dangling"_s), m->path(u"orders.json"_s)));
    const Run asked = m->run(u"export"_s);
    QCOMPARE(asked.code, 2);
    QVERIFY2(asked.err.contains("orders.json is a link"), asked.err.constData());
    QCOMPARE(m->run(u"export"_s, {u"--yes"_s}).code, 0);
    QVERIFY(!QFileInfo(m->path(u"orders.json"_s)).isSymLink());
    QCOMPARE(m->read(u"orders.json"_s), jsonText(definition(u"orders"_s)));
    QVERIFY(QDir(outside.path()).isEmpty());
}

void TestExportCommands::pruneRemovesWhatBelongsToNoPipeline()
{
    QVERIFY(m->create(definition(u"orders"_s)));
    QVERIFY(m->write(u"renamed.json"_s, jsonText(definition(u"old name"_s))));
    QVERIFY(m->write(u"package.json"_s, R"({"name":"x"})"));
    const Run exported = m->run(u"export"_s);
    QCOMPARE(exported.code, 0);
    QVERIFY2(exported.err.contains("renamed.json belongs to no pipeline"),
             exported.err.constData());
    QVERIFY(exported.err.contains("--prune"));
    QVERIFY(!exported.err.contains("package.json"));
    const Run pruned = m->run(u"export"_s, {u"--prune"_s, u"--yes"_s});
    QCOMPARE(pruned.code, 0);
    QVERIFY(pruned.out.contains("renamed.json"));
    QCOMPARE(QDir(m->folder()).entryList(QDir::Files),
             (QStringList{u"orders.json"_s, u"package.json"_s}));
}

void TestExportCommands::pruneAsks()
{
    QVERIFY(m->create(definition(u"orders"_s)));
    QVERIFY(m->write(u"old.json"_s, jsonText(definition(u"old"_s))));
    const Run asked = m->run(u"export"_s, {u"--prune"_s});
    QCOMPARE(asked.code, 2);
    QVERIFY2(asked.err.contains("--yes"), asked.err.constData());
    QCOMPARE(QDir(m->folder()).entryList(QDir::Files), QStringList{u"old.json"_s});
}

void TestExportCommands::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("dry run of a diff") << QStringList{u"diff"_s, u"p"_s, u"."_s, u"--dry-run"_s};
    QTest::newRow("yes to a diff") << QStringList{u"diff"_s, u"p"_s, u"."_s, u"--yes"_s};
    QTest::newRow("apply as JSON that would ask")
        << QStringList{u"apply"_s, u"p"_s, u"."_s, u"--json"_s};
    QTest::newRow("no such file") << QStringList{u"apply"_s, u"p"_s, u"/nonexistent"_s, u"--yes"_s};
    QTest::newRow("prune of a diff") << QStringList{u"diff"_s, u"p"_s, u"."_s, u"--prune"_s};
    QTest::newRow("no place to write to") << QStringList{u"export"_s, u"p"_s};
}

void TestExportCommands::wrongUsage()
{
    QFETCH(QStringList, words);
    const Run result = m->shell().run(words);
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, QByteArray());
    QVERIFY(!result.err.isEmpty());
}

SLUICE_TEST(TestExportCommands, Core)
#include "tst_exportcommands.moc"
