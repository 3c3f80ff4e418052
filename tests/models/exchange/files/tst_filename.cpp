// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/filename.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

class TestFileName : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isSafe_data();
    void isSafe();
    void solvesCollisions();
    void isShort();
    void canBeMade();
};

void TestFileName::isSafe_data()
{
    QTest::addColumn<QString>("pipeline");
    QTest::addColumn<QString>("file");
    const auto row = [](const QString &pipeline, const QString &file) {
        QTest::newRow(qPrintable(pipeline.isEmpty() ? u"empty"_s : pipeline)) << pipeline << file;
    };
    row(u"orders-to-snowflake"_s, u"orders-to-snowflake.json"_s);
    row(u"Umsätze 東京 🚰"_s, u"Umsätze 東京 🚰.json"_s);
    row(u"Umsa\u0308tze"_s, u"Umsätze.json"_s);
    row(u"a/b\\c:d*e?f\"g<h>i|j"_s, u"a_b_c_d_e_f_g_h_i_j.json"_s);
    row(u"../../etc/passwd"_s, u"_.._.._etc_passwd.json"_s);
    row(u"tab\there\nand\x01there\x85"_s, u"tab_here_and_there_.json"_s);
    row(u"trailing. . "_s, u"trailing.json"_s);
    row(u"  leading"_s, u"leading.json"_s);
    row(u"..."_s, u"pipeline.json"_s);
    row(u""_s, u"pipeline.json"_s);
    row(u"   "_s, u"pipeline.json"_s);
    row(u".hidden"_s, u"_.hidden.json"_s);
    row(u"--yes"_s, u"_--yes.json"_s);
    row(u"con"_s, u"_con.json"_s);
    row(u"Aux.erp"_s, u"_Aux.erp.json"_s);
    row(u"LPT9"_s, u"_LPT9.json"_s);
    row(u"com¹"_s, u"_com¹.json"_s);
    row(u"nul .x"_s, u"_nul .x.json"_s);
    row(u"console"_s, u"console.json"_s);
    row(u"com10"_s, u"com10.json"_s);
    row(u"gpj\u202Egnp"_s, u"gpj_gnp.json"_s);
    row(u"half "_s + QChar(0xD83D), u"half _.json"_s);
}

void TestFileName::isSafe()
{
    QFETCH(QString, pipeline);
    TakenNames taken;
    QTEST(fileNameFor(pipeline, taken), "file");
}

void TestFileName::solvesCollisions()
{
    TakenNames taken;
    QCOMPARE(fileNameFor(u"a"_s, taken), u"a.json"_s);
    QCOMPARE(fileNameFor(u"A"_s, taken), u"A (2).json"_s);
    QCOMPARE(fileNameFor(u"a "_s, taken), u"a (3).json"_s);
    QCOMPARE(fileNameFor(u"a (2)"_s, taken), u"a (2) (2).json"_s);
    QCOMPARE(fileNameFor(u"%1 %2"_s, taken), u"%1 %2.json"_s);
    QCOMPARE(fileNameFor(u"%1 %2"_s, taken), u"%1 %2 (2).json"_s);
    QCOMPARE(fileNameFor(u"é"_s, taken), u"é.json"_s);
    QCOMPARE(fileNameFor(u"E\u0301"_s, taken), u"É (2).json"_s);
}

void TestFileName::isShort()
{
    TakenNames taken;
    for (const QString &piece : {u"x"_s, u"東"_s, u"🚰"_s, u"e\u0323\u0302\u0301"_s}) {
        const QString first = fileNameFor(piece.repeated(300), taken);
        const QString second = fileNameFor(piece.repeated(300), taken);
        QVERIFY(first != second);
        QVERIFY(second.toUtf8().size() <= 220);
        QVERIFY(first.toUtf8().size() > 190);
        QVERIFY(!first.contains(QChar::ReplacementCharacter));
        QCOMPARE(QString::fromUtf8(first.toUtf8()), first); // no half character
    }
}

void TestFileName::canBeMade()
{
    const QTemporaryDir folder;
    TakenNames taken;
    for (const QString &name : {u"/"_s, u"\n"_s, u"東"_s.repeated(200), u"..\\.."_s, u"~"_s}) {
        QFile file(folder.filePath(fileNameFor(name, taken)));
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 5);
}

SLUICE_TEST(TestFileName, Core)
#include "tst_filename.moc"
