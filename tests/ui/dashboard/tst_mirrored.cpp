// SPDX-License-Identifier: Apache-2.0
#include "models/document/changesmodel.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"
#include "ui/navigation/navigationdelegate.h"
#include "ui/shared/changesdelegate.h"

#include <QPainter>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

// The part of the picture's width, 0 to 1, where the middle of what is painted stands.
double middleOf(const QImage &image)
{
    double sum = 0;
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) != QColor(Qt::white)) {
                sum += x;
                ++count;
            }
        }
    }
    return count > 0 ? sum / count / image.width() : -1;
}

QImage painted(const QAbstractItemDelegate &delegate, const QModelIndex &index,
               Qt::LayoutDirection direction)
{
    QImage image(600, 28, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setLayoutDirection(direction);
    QStyleOptionViewItem option;
    option.rect = image.rect();
    option.direction = direction;
    option.fontMetrics = QFontMetrics(option.font);
    option.state = QStyle::State_Enabled;
    delegate.paint(&painter, option, index);
    return image;
}

} // namespace

// Cells where people read from right to left.
class TestMirrored : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void nodesBeginAtTheRight();
    void changesBeginAtTheRight_data();
    void changesBeginAtTheRight();
};

void TestMirrored::nodesBeginAtTheRight()
{
    const NavigationDelegate delegate;
    QTRY_VERIFY(m->node(u"Finance"_s).isValid());
    const QModelIndex node = m->node(u"Finance"_s);
    const double left = middleOf(painted(delegate, node, Qt::LeftToRight));
    QVERIFY(left > 0 && left < 0.5);
    const double right = middleOf(painted(delegate, node, Qt::RightToLeft));
    QVERIFY2(right > 0.5, qPrintable(QString::number(right)));
    const QRect row(0, 0, 300, 24);
    QVERIFY(NavigationDelegate::retryRect(row, Qt::LeftToRight).left() > 200);
    QVERIFY(NavigationDelegate::retryRect(row, Qt::RightToLeft).right() < 100);
}

void TestMirrored::changesBeginAtTheRight_data()
{
    QTest::addColumn<int>("column");
    QTest::newRow("kind") << int(ChangesModel::KindColumn);
    QTest::newRow("place") << int(ChangesModel::PlaceColumn);
    QTest::newRow("value") << int(ChangesModel::WasColumn);
    QTest::newRow("note") << int(ChangesModel::NoteColumn);
}

void TestMirrored::changesBeginAtTheRight()
{
    QFETCH(const int, column);
    QStandardItemModel model(1, ChangesModel::NoteColumn + 1);
    const QModelIndex index = model.index(0, column);
    model.setData(index, u"orders"_s);
    model.setData(index, int(ChangesModel::Kind::Changed), ChangesModel::KindRole);
    model.setData(index, u"a risk"_s, ChangesModel::RiskRole);
    const ChangesDelegate delegate;
    const double left = middleOf(painted(delegate, index, Qt::LeftToRight));
    const double right = middleOf(painted(delegate, index, Qt::RightToLeft));
    QVERIFY(left > 0 && left < 0.3);
    QVERIFY2(right > 0.7, qPrintable(QString::number(right)));
}

SLUICE_TEST(TestMirrored, Widgets)
#include "tst_mirrored.moc"
