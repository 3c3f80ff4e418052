// SPDX-License-Identifier: Apache-2.0
#include "models/support/rowdiff.h"
#include "tests/support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

using Kind = RowStep::Kind;

QChar letterAt(const QString &list, int row)
{
    return list.at(row);
}

QList<RowStep> difference(const QString &present, const QString &wanted)
{
    return rowDiff(present, wanted, letterAt);
}

// What a model would have after these steps. Fails where Qt would not take one.
QString applied(QString list, const QString &wanted, const QList<RowStep> &steps)
{
    for (const auto &[kind, run, to] : steps) {
        const bool isThere = run.first >= 0 && run.first <= run.last;
        switch (kind) {
        case Kind::Remove:
            if (!isThere || run.last >= list.size())
                return u"bad remove"_s;
            list.remove(run.first, run.count());
            break;
        case Kind::Move:
            if (!isThere || run.last >= list.size() || to < 0 || to > list.size() ||
                (to >= run.first && to <= run.last + 1))
                return u"bad move"_s;
            moveRows(list, {kind, run, to});
            break;
        case Kind::Insert:
            if (!isThere || run.first > list.size())
                return u"bad insert"_s;
            list.insert(run.first, wanted.mid(run.first, run.count()));
            break;
        }
    }
    return list;
}

int movedRows(const QList<RowStep> &steps)
{
    int rows = 0;
    for (const RowStep &step : steps)
        rows += step.kind == Kind::Move ? step.run.count() : 0;
    return rows;
}

} // namespace

// One list becomes another, in steps that a model can tell its views.
class TestRowDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsSteps_data();
    void findsSteps();
    void isRightForRandomLists();
    void staysQuickWithManyRows();
    void findsRuns();
};

void TestRowDiff::findsSteps_data()
{
    QTest::addColumn<QString>("present");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QList<RowStep>>("steps");
    using Steps = QList<RowStep>;
    QTest::newRow("nothing") << u"abc"_s << u"abc"_s << Steps{};
    QTest::newRow("both empty") << QString() << QString() << Steps{};
    QTest::newRow("all come") << QString() << u"abc"_s << Steps{{Kind::Insert, {0, 2}}};
    QTest::newRow("all go") << u"abc"_s << QString() << Steps{{Kind::Remove, {0, 2}}};
    QTest::newRow("others instead")
        << u"ab"_s << u"cde"_s << Steps{{Kind::Remove, {0, 1}}, {Kind::Insert, {0, 2}}};
    QTest::newRow("runs go from the end")
        << u"abcdef"_s << u"be"_s
        << Steps{{Kind::Remove, {5, 5}}, {Kind::Remove, {2, 3}}, {Kind::Remove, {0, 0}}};
    QTest::newRow("runs come from the top")
        << u"be"_s << u"abcdef"_s
        << Steps{{Kind::Insert, {0, 0}}, {Kind::Insert, {2, 3}}, {Kind::Insert, {5, 5}}};
    QTest::newRow("the first goes down")
        << u"abcd"_s << u"bcda"_s << Steps{{Kind::Move, {0, 0}, 4}};
    QTest::newRow("the last goes up") << u"abcd"_s << u"dabc"_s << Steps{{Kind::Move, {3, 3}, 0}};
    QTest::newRow("a run moves at once")
        << u"abcde"_s << u"deabc"_s << Steps{{Kind::Move, {3, 4}, 0}};
    QTest::newRow("all at once") << u"abcd"_s << u"xdb"_s
                                 << Steps{{Kind::Remove, {2, 2}},
                                          {Kind::Remove, {0, 0}},
                                          {Kind::Move, {1, 1}, 0},
                                          {Kind::Insert, {0, 0}}};
    QTest::newRow("one of two equal rows stays")
        << u"aab"_s << u"ab"_s << Steps{{Kind::Remove, {1, 1}}};
    QTest::newRow("a second equal row comes")
        << u"ab"_s << u"aab"_s << Steps{{Kind::Insert, {1, 1}}};
}

void TestRowDiff::findsSteps()
{
    QFETCH(const QString, present);
    QFETCH(const QString, wanted);
    QFETCH(const QList<RowStep>, steps);
    const QList<RowStep> found = difference(present, wanted);
    QCOMPARE(applied(present, wanted, found), wanted);
    QCOMPARE(found.size(), steps.size());
    for (int at = 0; at < found.size(); ++at) {
        QCOMPARE(int(found.at(at).kind), int(steps.at(at).kind));
        QCOMPARE(found.at(at).run.first, steps.at(at).run.first);
        QCOMPARE(found.at(at).run.last, steps.at(at).run.last);
        QCOMPARE(found.at(at).to, steps.at(at).to);
    }
}

void TestRowDiff::isRightForRandomLists()
{
    QRandomGenerator random(20240229);
    for (int round = 0; round < 20000; ++round) {
        // Of 8 letters, equal ones and none among them, so that all cases meet.
        const auto list = [&random] {
            QString letters;
            for (int left = random.bounded(10); left > 0; --left)
                letters += QChar(u'a' + random.bounded(8));
            return letters;
        };
        const QString present = list();
        const QString wanted = list();
        const QList<RowStep> steps = difference(present, wanted);
        const QString result = applied(present, wanted, steps);
        QVERIFY2(result == wanted, qPrintable(u"%1 to %2 gave %3"_s.arg(present, wanted, result)));
        QVERIFY(std::is_sorted(steps.begin(), steps.end(), [](const auto &one, const auto &other) {
            return one.kind < other.kind;
        }));
    }
}

// Work that grows with the square of the rows would exceed the time that a test is given.
void TestRowDiff::staysQuickWithManyRows()
{
    constexpr int rows = 200'000;
    const auto numberAt = [](const QList<int> &list, int row) { return list.at(row); };
    QList<int> present;
    QList<int> wanted;
    for (int row = 0; row < rows; ++row) {
        present.append(row);
        if (row % 3 != 0)
            wanted.append(row);
        if (row % 5 == 0)
            wanted.append(-row - 1);
    }
    const QList<RowStep> steps = rowDiff(present, wanted, numberAt);
    QCOMPARE(movedRows(steps), 0);
    QVERIFY(steps.size() > rows / 3);
    wanted = present;
    wanted.move(0, rows - 1);
    QCOMPARE(movedRows(rowDiff(present, wanted, numberAt)), 1);
}

void TestRowDiff::findsRuns()
{
    const QList<RowRun> expected{{7, 7}, {3, 4}, {0, 0}};
    QCOMPARE(rowRuns(QList<int>{4, 0, 7, 3}), expected);
    const QString word = u"X__XX__X"_s;
    const QList<RowRun> found =
        rowRuns(int(word.size()), [&word](int row) { return word.at(row) == u'X'; });
    QCOMPARE(found, (QList<RowRun>{{7, 7}, {3, 4}, {0, 0}}));
    QVERIFY(rowRuns(QList<int>()).isEmpty());
}

SLUICE_TEST(TestRowDiff, None)
#include "tst_rowdiff.moc"
