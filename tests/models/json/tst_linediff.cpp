// SPDX-License-Identifier: Apache-2.0
#include "models/json/linediff.h"
#include "tests/support/testprogram.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

class TestLineDiff : public QObject
{
    Q_OBJECT

private:
    static QString kinds(const QList<LinePair> &lines)
    {
        QString text;
        for (const LinePair &line : lines)
            text += u"=-+~."_s.at(int(line.kind));
        return text;
    }

private Q_SLOTS:

    void pairs_data()
    {
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("expected");
        QTest::newRow("same") << "a\nb"
                              << "a\nb"
                              << "==";
        QTest::newRow("added") << "a\nc"
                               << "a\nb\nc"
                               << "=+=";
        QTest::newRow("removed") << "a\nb\nc"
                                 << "a\nc"
                                 << "=-=";
        QTest::newRow("changed") << "a\nb\nc"
                                 << "a\nx\nc"
                                 << "=~=";
        QTest::newRow("changed and added") << "a\nb\nc"
                                           << "a\nx\ny\nc"
                                           << "=~+=";
        QTest::newRow("all") << "a"
                             << "b\nc"
                             << "~+";
        QTest::newRow("empty") << ""
                               << ""
                               << "=";
    }

    void pairs()
    {
        QFETCH(const QString, left);
        QFETCH(const QString, right);
        const QList<LinePair> lines = lineDiff(left, right);
        QTEST(kinds(lines), "expected");
        // Both texts can be read off the rows again.
        QStringList lefts;
        QStringList rights;
        for (const LinePair &line : lines) {
            if (line.leftNumber > 0)
                lefts.append(line.left);
            if (line.rightNumber > 0)
                rights.append(line.right);
            QVERIFY(line.leftNumber == 0 || line.leftNumber == lefts.size());
            QVERIFY(line.rightNumber == 0 || line.rightNumber == rights.size());
        }
        QCOMPARE(lefts.join(u'\n'), left);
        QCOMPARE(rights.join(u'\n'), right);
    }

    void folds()
    {
        QStringList lines;
        for (int line = 0; line < 40; ++line)
            lines.append(QString::number(line));
        QStringList changed = lines;
        changed[20] = u"x"_s;
        const QList<LinePair> all = lineDiff(lines.join(u'\n'), changed.join(u'\n'));
        QCOMPARE(kinds(folded(all, 2)), u".==~==."_s);
        QCOMPARE(folded(all, 2).at(3).leftNumber, 21);
        QCOMPARE(kinds(folded(all, 40)).count(u'.'), 0);
        QVERIFY(folded({}).isEmpty());
    }
};

SLUICE_TEST(TestLineDiff, Core)
#include "tst_linediff.moc"
