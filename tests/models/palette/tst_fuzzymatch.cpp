// SPDX-License-Identifier: Apache-2.0
#include "models/palette/fuzzymatch.h"
#include "models/palette/palettepool.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Sluice;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void isBetter_data();
    void isBetter();
    void besideOnlyWordsBegin();
    void wordsComeInAnyOrder();
    void narrowedIsTheSameAsAnew();
};

void TestFuzzyMatch::finds_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("places");
    using Places = QList<int>;
    QTest::newRow("begin") << u"crm"_s << u"crm-sqlserver"_s << Places{0, 1, 2};
    QTest::newRow("any case") << u"CRM"_s << u"My-Crm"_s << Places{3, 4, 5};
    QTest::newRow("begins of words") << u"cs"_s << u"crm-sqlserver"_s << Places{0, 4};
    QTest::newRow("humps") << u"np"_s << u"NewPipeline"_s << Places{0, 3};
    QTest::newRow("words run together")
        << u"crmsql"_s << u"crm-sqlserver"_s << Places{0, 1, 2, 4, 5, 6};
    QTest::newRow("a letter left out") << u"ordrs"_s << u"orders"_s << Places{0, 1, 2, 4, 5};
    QTest::newRow("a word's begin before its middle") << u"st"_s << u"fast-start"_s << Places{5, 6};
    QTest::newRow("within a word") << u"serv"_s << u"sqlserver"_s << Places{3, 4, 5, 6};
    QTest::newRow("sharp s stays one letter") << u"x"_s << u"ß-x"_s << Places{2};
    QTest::newRow("other order") << u"mrc"_s << u"crm"_s << Places{};
    QTest::newRow("scattered") << u"crm"_s << u"copy definition as terraform"_s << Places{};
    QTest::newRow("one letter within a word") << u"r"_s << u"crm"_s << Places{};
    QTest::newRow("longer than the text") << u"crm"_s << u"cr"_s << Places{};
}

void TestFuzzyMatch::finds()
{
    QFETCH(QString, word);
    QFETCH(QString, text);
    QFETCH(QList<int>, places);
    const FuzzyMatch match(word);
    const FuzzyText prepared(text);
    QCOMPARE(match.places(prepared), places);
    QCOMPARE(match.score(prepared) != FuzzyMatch::none, !places.isEmpty());
}

void TestFuzzyMatch::isBetter_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse");
    QTest::newRow("start of the text") << u"crm"_s << u"crm-orders"_s << u"my-crm"_s;
    QTest::newRow("begin of a word") << u"crm"_s << u"my-crm"_s << u"acrmx"_s;
    QTest::newRow("together") << u"crm"_s << u"my-crm"_s << u"c-r-m"_s;
}

void TestFuzzyMatch::isBetter()
{
    QFETCH(QString, word);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    const FuzzyMatch match(word);
    QVERIFY(match.score(FuzzyText(worse)) != FuzzyMatch::none);
    QVERIFY(match.score(FuzzyText(better)) > match.score(FuzzyText(worse)));
}

void TestFuzzyMatch::besideOnlyWordsBegin()
{
    const FuzzyText place(u"PROD-EU Sales"_s);
    QVERIFY(FuzzyMatch(u"sal"_s).scoreBeside(place) > 0);
    QVERIFY(FuzzyMatch(u"eu"_s).scoreBeside(place) > 0);
    QCOMPARE(FuzzyMatch(u"ales"_s).scoreBeside(place), FuzzyMatch::none);
    QCOMPARE(FuzzyMatch(u"ps"_s).scoreBeside(place), FuzzyMatch::none);
}

void TestFuzzyMatch::wordsComeInAnyOrder()
{
    PalettePool pool;
    const int place = pool.addBeside(u"PROD-EU Sales"_s);
    pool.add(u"crm-sqlserver"_s, place);
    pool.add(u"crm-mysql"_s);
    QCOMPARE(pool.search({u"server"_s, u"crm"_s}).size(), std::size_t(1));
    QCOMPARE(pool.search({u"crm"_s, u"sales"_s}).size(), std::size_t(1));
    QCOMPARE(pool.search({u"crm"_s}).size(), std::size_t(2));
    QCOMPARE(pool.places(0, {u"sq"_s, u"crm"_s}), (QList<int>{0, 1, 2, 4, 5}));
}

// One letter within a word does not fit, two do: what did not fit must not be lost.
void TestFuzzyMatch::narrowedIsTheSameAsAnew()
{
    const QStringList texts{u"crm-orders"_s, u"orders"_s, u"reorder"_s,
                            u"vouchers"_s,   u"a-b-c"_s,  u"ärger"_s};
    PalettePool typing;
    for (const QString &text : texts)
        typing.add(text);
    const auto found = [](const std::vector<PalettePool::Hit> &hits) {
        QList<std::pair<int, int>> all;
        for (const PalettePool::Hit &hit : hits)
            all += {hit.item, hit.score};
        return all;
    };
    const QList<QStringList> steps{
        {u"r"_s},  {u"rd"_s}, {u"rde"_s}, {u"rde"_s, u"c"_s}, {u"rde"_s, u"cr"_s},
        {u"rd"_s}, {u"o"_s},  {}};
    bool didFind = false;
    for (const QStringList &words : steps) {
        PalettePool anew;
        for (const QString &text : texts)
            anew.add(text);
        const auto expected = found(anew.search(words));
        QCOMPARE(found(typing.search(words)), expected);
        didFind = didFind || (words == QStringList{u"rd"_s} && expected.size() == 3);
    }
    QVERIFY(didFind);
}

SLUICE_TEST(TestFuzzyMatch, Core)
#include "tst_fuzzymatch.moc"
