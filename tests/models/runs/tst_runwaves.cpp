// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinerow.h"
#include "models/runs/runwaves.h"
#include "tests/support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace Sluice;

// Which of many go first.
class TestRunWaves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void growsFromOne_data();
    void growsFromOne();
    void hostsComeOneAfterTheOther();
    void thoseWithoutATagAreLast();
    void nothingHasNoWaves();

private:
    // By name of the host, or of the tag.
    static QList<int> waves(WavePlan plan, const QStringList &names)
    {
        std::vector<PipelineRow> rows(size_t(names.size()));
        QList<const PipelineRow *> list;
        for (qsizetype at = 0; at < names.size(); ++at) {
            PipelineRow &row = rows[size_t(at)];
            row.sourceHost = names.at(at);
            if (!names.at(at).isEmpty())
                row.label.addTag(names.at(at));
            list.append(&row);
        }
        return wavesOf(plan, list);
    }
};

void TestRunWaves::growsFromOne_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("second");
    QTest::addColumn<int>("third");
    QTest::newRow("one") << 1 << 0 << 0;
    QTest::newRow("two") << 2 << 1 << 0;
    QTest::newRow("five") << 5 << 1 << 3;
    QTest::newRow("143") << 143 << 14 << 128;
}

void TestRunWaves::growsFromOne()
{
    QFETCH(const int, count);
    QFETCH(const int, second);
    QFETCH(const int, third);
    const QList<int> found = waves(WavePlan::Growing, QStringList(count, u"db"_s));
    QCOMPARE(found.size(), count);
    QCOMPARE(found.count(0), 1);
    QCOMPARE(found.count(1), second);
    QCOMPARE(found.count(2), third);
    QVERIFY(std::is_sorted(found.cbegin(), found.cend()));
}

void TestRunWaves::hostsComeOneAfterTheOther()
{
    QCOMPARE(waves(WavePlan::BySource, {u"db1"_s, u"db2"_s, u"DB1"_s, u""_s, u"db3"_s}),
             (QList<int>{0, 1, 0, 3, 2}));
}

void TestRunWaves::thoseWithoutATagAreLast()
{
    QCOMPARE(waves(WavePlan::ByTag, {u""_s, u"pilot"_s, u"rest"_s, u"pilot"_s}),
             (QList<int>{2, 0, 1, 0}));
}

void TestRunWaves::nothingHasNoWaves()
{
    for (const WavePlan plan :
         {WavePlan::AtOnce, WavePlan::Growing, WavePlan::BySource, WavePlan::ByTag}) {
        QVERIFY(waves(plan, {}).isEmpty());
        QVERIFY(!wavePlanText(plan).isEmpty());
    }
    QCOMPARE(waves(WavePlan::AtOnce, {u"a"_s, u"b"_s}), (QList<int>{0, 0}));
}

SLUICE_TEST(TestRunWaves, Core)
#include "tst_runwaves.moc"
