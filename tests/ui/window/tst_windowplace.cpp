// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "tests/support/windowstage.h"

#include <QSettings>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The place of the window that the last run left.
class TestWindowPlace : public WindowStage
{
    Q_OBJECT

private Q_SLOTS:
    void anotherScreenIsNoProblem();
    void bytesThatAreNoPlaceAreTold();

private:
    void reopenWith(const QByteArray &geometry)
    {
        connect(m->window(), &QObject::destroyed, this, [this, geometry] {
            m->settings()->setValue(u"window/geometry"_s, geometry); // the window wrote its own
        });
        m->reopen();
    }
};

// A warning stood above the fleet after each change between a laptop and a large screen.
void TestWindowPlace::anotherScreenIsNoProblem()
{
    constexpr int screenWidthAt = 46; // in what QWidget::saveGeometry() gives
    QByteArray geometry = m->window()->saveGeometry();
    qToBigEndian<qint32>(20000, geometry.data() + screenWidthAt);
    QVERIFY(!m->window()->restoreGeometry(geometry));
    reopenWith(geometry);
    QVERIFY(m->banners().isEmpty());
}

void TestWindowPlace::bytesThatAreNoPlaceAreTold()
{
    reopenWith("no place"_ba);
    QCOMPARE(m->banners().size(), 1);
}

SLUICE_TEST(TestWindowPlace, Widgets)
#include "tst_windowplace.moc"
