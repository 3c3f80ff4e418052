// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/terraform/hcl.h"
#include "tests/support/testprogram.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

class TestHcl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotes_data();
    void quotes();

    void terraformReadsTheSame_data() { quotes_data(); }

    void terraformReadsTheSame();
    void alignsRuns();
    void alignsByGraphemes();
    void commentsStayOnTheirLine();
};

void TestHcl::quotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("plain") << u"orders"_s << uR"("orders")"_s;
    QTest::newRow("empty") << QString() << uR"("")"_s;
    QTest::newRow("quote") << uR"(a "b")"_s << uR"("a \"b\"")"_s;
    QTest::newRow("backslash") << uR"(C:\new)"_s << uR"("C:\\new")"_s;
    QTest::newRow("line ends") << u"a\nb\r\n\tc"_s << uR"("a\nb\r\n\tc")"_s;
    QTest::newRow("interpolation") << u"${var.x}"_s << uR"("$${var.x}")"_s;
    QTest::newRow("directive") << u"%{ if true }"_s << uR"("%%{ if true }")"_s;
    QTest::newRow("escaped interpolation") << u"$${x}"_s << uR"("\u0024$${x}")"_s;
    QTest::newRow("many signs") << u"$$$${x} %%%{"_s
                                << uR"("\u0024\u0024\u0024$${x} \u0025\u0025%%{")"_s;
    QTest::newRow("mixed signs") << u"%${x} $%{"_s << uR"("%$${x} $%%{")"_s;
    QTest::newRow("signs alone") << u"5 $ $$ 100 % %% $"_s << uR"("5 $ $$ 100 % %% $")"_s;
    QTest::newRow("brace alone") << u"$ { } %"_s << uR"("$ { } %")"_s;
    QTest::newRow("unicode") << u"Umsätze 東京 🚰"_s << uR"("Umsätze 東京 🚰")"_s;
    QTest::newRow("control") << u"a\u0007b\u001Bc\u007Fd"_s << uR"("a\u0007b\u001bc\u007fd")"_s;
    QTest::newRow("line separator") << u"a\u2028b\u0085c"_s << uR"("a\u2028b\u0085c")"_s;
}

void TestHcl::quotes()
{
    QFETCH(QString, text);
    QTEST(Hcl::quoted(text), "quoted");
}

void TestHcl::terraformReadsTheSame()
{
    const QString terraform = QStandardPaths::findExecutable(u"terraform"_s);
    if (terraform.isEmpty())
        QSKIP("terraform is not installed");
    QFETCH(QString, text);
    const QTemporaryDir folder;
    QProcess console;
    console.setWorkingDirectory(folder.path());
    console.start(terraform, {u"console"_s});
    console.write("base64encode(" + Hcl::quoted(text).toUtf8() + ")\n");
    console.closeWriteChannel();
    QVERIFY(console.waitForFinished(60'000));
    const QByteArray out = console.readAllStandardOutput();
    QVERIFY2(console.exitCode() == 0, console.readAllStandardError().constData());
    QVERIFY2(out.contains('"' + text.toUtf8().toBase64() + '"'), out.constData());
}

void TestHcl::alignsRuns()
{
    const QList<Hcl::Attribute> connection{
        {u"host"_s, Hcl::text(u"h"_s)},
        {u"port"_s, Hcl::expression(u"1433"_s)},
        {u"jdbc_properties"_s, Hcl::object({})},
        {u"password"_s, Hcl::object({{u"type"_s, Hcl::text(u"t"_s)}})},
        {u"x"_s, Hcl::list({})},
    };
    const QList<Hcl::Value> tables{Hcl::object({{u"schema"_s, Hcl::text(u"a"_s)}}),
                                   Hcl::object({{u"schema"_s, Hcl::text(u"b"_s)}})};
    QCOMPARE(Hcl::block(u"resource \"a\" \"b\""_s, {{u"name"_s, Hcl::text(u"n"_s)},
                                                    {u"connection"_s, Hcl::object(connection)},
                                                    {u"tables"_s, Hcl::list(tables)}}),
             u"resource \"a\" \"b\" {\n"
             "  name = \"n\"\n"
             "\n"
             "  connection = {\n"
             "    host            = \"h\"\n"
             "    port            = 1433\n"
             "    jdbc_properties = {}\n"
             "    password = {\n"
             "      type = \"t\"\n"
             "    }\n"
             "    x = []\n"
             "  }\n"
             "\n"
             "  tables = [\n"
             "    {\n"
             "      schema = \"a\"\n"
             "    },\n"
             "    {\n"
             "      schema = \"b\"\n"
             "    }\n"
             "  ]\n"
             "}\n"_s);
}

void TestHcl::alignsByGraphemes()
{
    QCOMPARE(
        Hcl::block(u"a"_s, {{u"\"é🚰\""_s, Hcl::text(u"1"_s)}, {u"\"abc\""_s, Hcl::text(u"2"_s)}}),
        u"a {\n  \"é🚰\"  = \"1\"\n  \"abc\" = \"2\"\n}\n"_s);
}

void TestHcl::commentsStayOnTheirLine()
{
    QCOMPARE(Hcl::comment(u"a\nb\u2028c 🚰"_s), u"# a\uFFFDb\uFFFDc 🚰\n"_s);
}

SLUICE_TEST(TestHcl, Core)
#include "tst_hcl.moc"
