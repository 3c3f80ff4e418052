// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/shared/flowdiagram.h"

#include <QPaintEvent>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

// All that was painted of a widget since it was last cleared.
class PaintedArea final : public QObject
{
public:
    explicit PaintedArea(QWidget *widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            region += static_cast<QPaintEvent *>(event)->region();
        return QObject::eventFilter(watched, event);
    }

    QRegion region;
};

class LayoutCounter final : public QObject
{
public:
    explicit LayoutCounter(QWidget *widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        count += event->type() == QEvent::LayoutRequest;
        return QObject::eventFilter(watched, event);
    }

    int count = 0;
};

} // namespace

// The picture of source, runner and target.
class TestFlowDiagram final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesThatMoveTakeTheirArrowsAlong();
    void comesToRest();
};

void TestFlowDiagram::framesThatMoveTakeTheirArrowsAlong()
{
    FlowDiagram diagram;
    diagram.resize(1000, 240);
    diagram.setRunner(u"crm"_s, {}, {});
    diagram.show();
    QVERIFY(QTest::qWaitForWindowExposed(&diagram));
    const auto *runner = diagram.findChild<QWidget *>(u"runnerFrame"_s);
    QVERIFY(runner);
    QTRY_VERIFY(runner->width() > 0);
    QCoreApplication::processEvents();
    const QRect before = runner->geometry();
    PaintedArea painted(&diagram);

    Runner known;
    known.name = u"the runner of the shop in the north of the country"_s;
    known.type = u"streaming"_s;
    known.cloud = u"azure"_s;
    known.deployment = u"container instances"_s;
    diagram.setRunner(known.name, known, {});
    QTRY_VERIFY(runner->geometry() != before);
    QTRY_COMPARE(painted.region.boundingRect(), diagram.rect());
    QCOMPARE(QRegion(diagram.rect()) - painted.region, QRegion());
}

// One layout must not ask for the next one.
void TestFlowDiagram::comesToRest()
{
    FlowDiagram diagram;
    diagram.resize(1000, 240);
    diagram.setRunner(u"crm"_s, {}, {});
    diagram.show();
    QVERIFY(QTest::qWaitForWindowExposed(&diagram));
    LayoutCounter layouts(&diagram);
    const auto isAtRest = [&layouts] {
        layouts.count = 0;
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents();
        return layouts.count == 0;
    };
    QTRY_VERIFY(isAtRest());
}

SLUICE_TEST(TestFlowDiagram, Widgets)
#include "tst_flowdiagram.moc"
