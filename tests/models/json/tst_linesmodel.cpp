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
};

SLUICE_TEST(TestLinesModel, Core)
#include "tst_linesmodel.moc"
