// SPDX-License-Identifier: Apache-2.0
#include "tests/support/paintedregion.h"
#include "tests/support/testprogram.h"
#include "ui/widgets/noteline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

class TestNoteLine final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesToRest();
};

// It is on the screen as long as the window is: nothing may paint it again and again.
void TestNoteLine::comesToRest()
{
    NoteLine note(Family::Warning);
    note.setText(u"Already used by another pipeline. A runner runs one streaming pipeline."_s);
    note.resize(200, 120);
    note.show();
    QVERIFY(QTest::qWaitForWindowExposed(&note));
    PaintedRegion painted(&note);
    const auto isAtRest = [&painted] {
        painted.clear();
        for (int turn = 0; turn < 20; ++turn)
            QCoreApplication::processEvents();
        return painted.region().isEmpty();
    };
    QTRY_VERIFY(isAtRest());

    note.setText(u"Already used."_s);
    QTRY_VERIFY(isAtRest());
}

SLUICE_TEST(TestNoteLine, Widgets)
#include "tst_noteline.moc"
