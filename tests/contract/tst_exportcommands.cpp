// SPDX-License-Identifier: Apache-2.0
// export and diff: a folder as the source of truth, against the real sandbox.
#include "models/pipeline/jsontext.h"
#include "tests/contract/exchangestage.h"

#include <QDir>
#include <QTest>

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
    // One file says nothing of the others.
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
    // The other project's own pipelines are left; all of the folder is there.
    const Run diff = m->shell().run({u"diff"_s, to, m->folder()});
    QVERIFY2(diff.out.contains("0 to create, 0 to update, " + QByteArray::number(count)),
             diff.out.constData());
    // Exported anew, the files are the same byte by byte.
    QVERIFY(m->shell()
                .run({u"export"_s, to, m->folder()})
                .err.contains(QByteArray::number(count) + " equal already"));
}

void TestExportCommands::wrongUsage_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("dry run of a diff") << QStringList{u"diff"_s, u"p"_s, u"."_s, u"--dry-run"_s};
    QTest::newRow("yes to a diff") << QStringList{u"diff"_s, u"p"_s, u"."_s, u"--yes"_s};
    QTest::newRow("apply as JSON that would ask")
        << QStringList{u"apply"_s, u"p"_s, u"."_s, u"--json"_s};
    QTest::newRow("export as JSON") << QStringList{u"export"_s, u"p"_s, u"."_s, u"--json"_s};
    QTest::newRow("no such file") << QStringList{u"apply"_s, u"p"_s, u"/nonexistent"_s, u"--yes"_s};
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

QTEST_GUILESS_MAIN(TestExportCommands)
#include "tst_exportcommands.moc"
