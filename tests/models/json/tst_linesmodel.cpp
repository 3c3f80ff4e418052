// SPDX-License-Identifier: Apache-2.0
#include "models/json/linesmodel.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Sluice;
using namespace Qt::StringLiterals;

class TestLinesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:

    void showsBothSides()
    {
        LinesModel model;
        const QAbstractItemModelTester tester(&model);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        model.setLines(lineDiff(u"a\nb"_s, u"a\nc\nd"_s));
        QCOMPARE(resets.size(), 1);
        QStringList left;
        QStringList right;
        for (int row = 0; row < model.rowCount(); ++row) {
            left += model.index(row, LinesModel::LeftText).data().toString();
            right += model.index(row, LinesModel::RightText).data().toString();
        }
        QCOMPARE(left.join(u'|'), u"a|b|"_s);
        QCOMPARE(right.join(u'|'), u"a|c|d"_s);
        QVERIFY(!model.index(2, LinesModel::LeftText).data(LinesModel::HasLineRole).toBool());
        QVERIFY(model.index(2, LinesModel::RightText).data(LinesModel::HasLineRole).toBool());
        model.setLines({});
        QCOMPARE(model.rowCount(), 0);
    }

    // What the eye tells by sign and colour.
    void saysWhatChanged()
    {
        LinesModel model;
        model.setLines(lineDiff(u"a\n  b"_s, u"a\n  c\nd"_s));
        const auto spoken = [&model](int row, int column) {
            return model.index(row, column).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(spoken(0, LinesModel::LeftText), QString());
        QCOMPARE(spoken(1, LinesModel::LeftText), u"removed: b"_s);
        QCOMPARE(spoken(1, LinesModel::RightText), u"added: c"_s);
        QCOMPARE(spoken(2, LinesModel::LeftText), u"no line here, added at the right"_s);
        QCOMPARE(spoken(2, LinesModel::RightText), u"added: d"_s);
    }
};

SLUICE_TEST(TestLinesModel, Core)
#include "tst_linesmodel.moc"
