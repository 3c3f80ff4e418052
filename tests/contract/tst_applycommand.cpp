// SPDX-License-Identifier: Apache-2.0
// apply when all goes well: what it shows, asks and sends, on the real sandbox.
#include "models/json/jsontext.h"
#include "tests/contract/exchangestage.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestApplyCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void init() { m = std::make_unique<ExchangeStage>(); }

    void dryRunSendsNothing();
    void applyCreatesAndUpdates();
    void applyAsJson();
    void applyTakesStdin();
    void applyAsksOnATerminal_data();
    void applyAsksOnATerminal();
    void applyWithoutATerminal();

private:
    std::unique_ptr<ExchangeStage> m;
};

void TestApplyCommand::dryRunSendsNothing()
{
    QVERIFY(m->create(definition(u"orders"_s)));
    QVERIFY(m->write(u"orders.json"_s, jsonText(definition(u"orders"_s, u"customers"_s))));
    QVERIFY(m->write(u"new.json"_s, jsonText(definition(u"new"_s))));
    const QJsonArray before = m->onServer();
    const Run dry = m->run(u"apply"_s, {u"--dry-run"_s});
    QCOMPARE(dry.code, 0);
    QVERIFY(dry.out.contains("+ new: to be created from "));
    QVERIFY(dry.out.contains("1 to create, 1 to update"));
    QCOMPARE(m->onServer(), before);
}

void TestApplyCommand::applyCreatesAndUpdates()
{
    QVERIFY(m->create(definition(u"orders"_s)));
    QVERIFY(m->create(definition(u"same"_s)));
    QVERIFY(m->create(definition(u"extra"_s)));
    QVERIFY(m->write(u"a.json"_s, jsonText(QJsonArray{definition(u"orders"_s, u"customers"_s),
                                                      definition(u"same"_s)})));
    QVERIFY(m->write(u"b.json"_s, jsonText(definition(u"new"_s))));
    const Run applied = m->run(u"apply"_s, {u"--yes"_s});
    QCOMPARE(applied.code, 0);
    QVERIFY(applied.out.contains("Updated orders ("));
    QVERIFY(applied.out.contains("Created new ("));
    QVERIFY(!applied.out.contains("Updated same"));
    QStringList names;
    const QJsonArray pipelines = m->onServer();
    for (const QJsonValue &pipeline : pipelines) {
        names += pipeline[u"name"].toString();
        if (names.constLast() == u"orders")
            QCOMPARE(pipeline[u"streamingSource"][u"tables"][0][u"table"].toString(),
                     u"customers"_s);
    }
    names.sort();
    QCOMPARE(names, (QStringList{u"extra"_s, u"new"_s, u"orders"_s, u"same"_s}));
    const Run again = m->run(u"apply"_s, {u"--yes"_s});
    QCOMPARE(again.code, 0);
    QCOMPARE(again.out, QByteArray("0 to create, 0 to update, 3 equal.\n"));
}

void TestApplyCommand::applyAsJson()
{
    QVERIFY(m->create(definition(u"same"_s)));
    QVERIFY(
        m->write(u"a.json"_s, jsonText(QJsonArray{definition(u"new"_s), definition(u"same"_s)})));
    const Run applied = m->run(u"apply"_s, {u"--yes"_s, u"--json"_s});
    QCOMPARE(applied.code, 0);
    const QJsonArray results = list(applied.out);
    QCOMPARE(results.size(), 2);
    QCOMPARE(results[0][u"result"].toString(), u"created"_s);
    QVERIFY(!results[0][u"id"].toString().isEmpty());
    QCOMPARE(results[1][u"result"].toString(), u"unchanged"_s);
}

void TestApplyCommand::applyTakesStdin()
{
    const Run applied = m->shell().run({u"apply"_s, exchangeProject, u"-"_s, u"--yes"_s},
                                       jsonText(definition(u"piped"_s)));
    QCOMPARE(applied.code, 0);
    QCOMPARE(m->onServer().size(), 1);
}

void TestApplyCommand::applyAsksOnATerminal_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("pipelines");
    QTest::newRow("yes") << QByteArray("y\n") << 0 << 1;
    QTest::newRow("no") << QByteArray("n\n") << 1 << 0;
    QTest::newRow("just return") << QByteArray("\n") << 1 << 0;
}

void TestApplyCommand::applyAsksOnATerminal()
{
    QFETCH(QByteArray, answer);
    QVERIFY(m->write(u"new.json"_s, jsonText(definition(u"new"_s))));
    const Run run = m->shell().runOnTerminal({u"apply"_s, exchangeProject, m->folder()}, answer);
    QVERIFY2(run.out.contains("+ new: to be created"), run.out.constData());
    QTEST(run.code, "code");
    QTEST(int(m->onServer().size()), "pipelines");
}

void TestApplyCommand::applyWithoutATerminal()
{
    QVERIFY(m->write(u"new.json"_s, jsonText(definition(u"new"_s))));
    const Run refused = m->run(u"apply"_s);
    QCOMPARE(refused.code, 2);
    QVERIFY(refused.err.contains("--yes"));
    QVERIFY(m->onServer().isEmpty());
}

SLUICE_TEST(TestApplyCommand, Core)
#include "tst_applycommand.moc"
