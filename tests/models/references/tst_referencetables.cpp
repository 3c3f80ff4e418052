// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencetables.h"
#include "tests/support/referencesfixture.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The tables for a security review, and how they are written.
class TestReferenceTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markdownCells_data();
    void markdownCells();
    void markdownRows();
    void ofAFleet();
    void ofNothing();
};

void TestReferenceTables::markdownCells_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("written");
    const auto row = [](const char *name, const QString &cell, const QString &written) {
        QTest::newRow(name) << cell << written.toUtf8();
    };
    row("plain", u"kv-prod"_s, u"kv-prod"_s);
    row("pipe", u"a|b"_s, u"a\\|b"_s);
    row("backslash and pipe", u"a\\|b"_s, u"a\\\\\\|b"_s);
    row("line end", u"a\r\nb"_s, u"a b"_s);
    row("tag", u"<img src=x>"_s, u"\\<img src=x\\>"_s);
    row("link", u"[a](http://x)"_s, u"\\[a\\](http://x)"_s);
    row("emphasis", u"*a* _b_ `c` ~~d~~"_s, u"\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"_s);
    row("formula", u"$a$"_s, u"\\$a\\$"_s);
    row("entity", u"&lt;"_s, u"\\&lt;"_s);
    row("not ASCII", u"Umsätze"_s, u"Umsätze"_s);
}

void TestReferenceTables::markdownCells()
{
    QFETCH(const QString, cell);
    QFETCH(const QByteArray, written);
    const QByteArray text = ReferenceTables::markdown(u"T"_s, {{u"A"_s}, {cell}});
    QCOMPARE(text, "# T\n\n| A |\n| --- |\n| " + written + " |\n");
}

void TestReferenceTables::markdownRows()
{
    QCOMPARE(ReferenceTables::markdown(u"Map | all"_s, {{u"A"_s, u"B"_s}, {u"1"_s, {}}}),
             QByteArray("# Map \\| all\n\n| A | B |\n| --- | --- |\n| 1 |  |\n"));
}

void TestReferenceTables::ofAFleet()
{
    ReferencesFixture f({u"b"_s, u"a"_s});
    f.setPassword(u"a"_s, azure(u"kv1"_s, u"sql"_s));
    f.setPassword(u"b"_s, azure(u"kv1"_s, u"sql"_s));
    f.setPrivateKey(u"b"_s, aws(u"key"_s));
    f.api.agents.append(QJsonObject{{u"agentId"_s, u"runner-b"_s},
                                    {u"name"_s, u"Night runner"_s},
                                    {u"cloudProvider"_s, u"aws"_s}});
    QVERIFY(f.signIn());
    const PipelineKey b = ReferencesFixture::key(u"b"_s);
    QTRY_COMPARE(f.monitor.index().pipeline(b)->cloud, u"aws"_s);
    const QString kv = u"Azure Key Vault|kv1|sql|"_s;
    const QString key = u"AWS Secrets Manager||key|"_s;
    const auto joined = [](const ReferenceTables::Table &table) {
        QStringList rows;
        for (const QStringList &row : table)
            rows.append(row.join(u'|'));
        return rows;
    };
    const QString mixed = u"Its secrets are in Azure Key Vault and AWS Secrets Manager."_s;
    const QString other = u"The runner is on AWS, the secret in Azure Key Vault."_s;
    const QString seen = f.monitor.lastSeen(aws(u"key"_s)).toString(Qt::ISODate);
    QVERIFY(seen.endsWith(u'Z'));
    QCOMPARE(joined(ReferenceTables::references(f.monitor)).mid(1),
             (QStringList{key + u"|1|PROD / Orders / pipeline-b||"_s + seen,
                          kv + u"|2|PROD / Orders / pipeline-a; PROD / Orders / pipeline-b|"_s +
                              mixed + u' ' + other + u'|' + seen}));
    QCOMPARE(joined(ReferenceTables::vaults(f.monitor)).mid(1),
             (QStringList{key + u"|PROD|Orders|pipeline-b|streamingTarget.privateKey|"_s,
                          kv + u"|PROD|Orders|pipeline-a|streamingSource.connection.password|"_s,
                          kv + u"|PROD|Orders|pipeline-b|streamingSource.connection.password|"_s +
                              mixed + u' ' + other}));
    QCOMPARE(joined(ReferenceTables::runners(f.monitor)).mid(1),
             (QStringList{u"PROD|Night runner|AWS|"_s + key + u"|Orders / pipeline-b"_s,
                          u"PROD|Night runner|AWS|"_s + kv + u"|Orders / pipeline-b"_s,
                          u"PROD|runner-a||"_s + kv + u"|Orders / pipeline-a"_s}));
}

void TestReferenceTables::ofNothing()
{
    ReferencesFixture f({});
    for (const ReferenceTables::Table &table :
         {ReferenceTables::references(f.monitor), ReferenceTables::vaults(f.monitor),
          ReferenceTables::runners(f.monitor)})
        QCOMPARE(table.size(), 1);
}

SLUICE_TEST(TestReferenceTables, Core)
#include "tst_referencetables.moc"
