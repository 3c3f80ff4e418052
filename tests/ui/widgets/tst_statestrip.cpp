// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/statesegment.h"
#include "ui/widgets/statestrip.h"

#include <QAccessible>
#include <QFontMetrics>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

StateSegment *segment(const StateStrip &strip, const QString &word)
{
    const auto segments = strip.findChildren<StateSegment *>();
    const auto found = std::find_if(segments.begin(), segments.end(),
                                    [&word](const StateSegment *s) { return s->text() == word; });
    return found == segments.end() ? nullptr : *found;
}

} // namespace

// The filter by state: by mouse and by keys, with counts that screen readers tell.
class TestStateStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void counts();
    void choosesOne();
    void joinsWithCtrl();
    void byKeys();
    void isNamed();
    void showsUncheckedOnlyWhenThereAreSome();
    void fitsItsWords();
    void wordsGoBelowWhereRoomIsShort();
};

void TestStateStrip::initTestCase()
{
    new Theme(*qApp, Theme::Mode::Light);
}

void TestStateStrip::counts()
{
    StateStrip strip;
    strip.setCounts({{Badge::Unknown, 1},
                     {Badge::NewValue, 2},
                     {Badge::Starting, 1},
                     {Badge::StopRequested, 4},
                     {Badge::Streaming, 7}});
    QCOMPARE(segment(strip, u"All"_s)->count(), 15);
    QCOMPARE(segment(strip, u"Unknown"_s)->count(), 3);
    QCOMPARE(segment(strip, u"Changing"_s)->count(), 5);
    QCOMPARE(segment(strip, u"Streaming"_s)->count(), 7);
    QCOMPARE(segment(strip, u"Stopped"_s)->count(), 0);
}

void TestStateStrip::choosesOne()
{
    StateStrip strip;
    const QSignalSpy changes(&strip, &StateStrip::badgesChanged);
    QVERIFY(segment(strip, u"All"_s)->isChecked());
    QTest::mouseClick(segment(strip, u"Streaming"_s), Qt::LeftButton);
    QCOMPARE(strip.badges(), QSet<Badge>{Badge::Streaming});
    QTest::mouseClick(segment(strip, u"Unknown"_s), Qt::LeftButton);
    QCOMPARE(strip.badges(), (QSet<Badge>{Badge::Unknown, Badge::NewValue}));
    QVERIFY(!segment(strip, u"All"_s)->isChecked());
    QVERIFY(!segment(strip, u"Streaming"_s)->isChecked());
    QTest::mouseClick(segment(strip, u"Unknown"_s), Qt::LeftButton);
    QVERIFY(strip.badges().isEmpty());
    QVERIFY(segment(strip, u"All"_s)->isChecked());
    QCOMPARE(changes.count(), 3);
}

void TestStateStrip::joinsWithCtrl()
{
    StateStrip strip;
    QTest::mouseClick(segment(strip, u"Streaming"_s), Qt::LeftButton);
    QTest::mouseClick(segment(strip, u"Stopped"_s), Qt::LeftButton, Qt::ControlModifier);
    QCOMPARE(strip.badges(), (QSet<Badge>{Badge::Streaming, Badge::Stopped}));
    QTest::mouseClick(segment(strip, u"Streaming"_s), Qt::LeftButton, Qt::ControlModifier);
    QCOMPARE(strip.badges(), QSet<Badge>{Badge::Stopped});
    QTest::mouseClick(segment(strip, u"All"_s), Qt::LeftButton, Qt::ControlModifier);
    QVERIFY(strip.badges().isEmpty());
}

void TestStateStrip::byKeys()
{
    StateStrip strip;
    strip.show();
    QVERIFY(QTest::qWaitForWindowActive(&strip));
    segment(strip, u"All"_s)->setFocus();
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Tab);
    QCOMPARE(qApp->focusWidget(), segment(strip, u"Stopped unexpectedly"_s));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Right);
    QCOMPARE(qApp->focusWidget(), segment(strip, u"Unknown"_s));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Space);
    QCOMPARE(strip.badges(), (QSet<Badge>{Badge::Unknown, Badge::NewValue}));
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Left);
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Space, Qt::ControlModifier);
    QCOMPARE(strip.badges().size(), 3);
    // The ends of the strip hold.
    segment(strip, u"All"_s)->setFocus();
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Left);
    QCOMPARE(qApp->focusWidget(), segment(strip, u"All"_s));
    segment(strip, u"Stopped"_s)->setFocus();
    QTest::keyClick(qApp->focusWidget(), Qt::Key_Right);
    QCOMPARE(qApp->focusWidget(), segment(strip, u"Stopped"_s));
}

void TestStateStrip::isNamed()
{
    StateStrip strip;
    strip.setCounts({{Badge::StoppedUnexpectedly, 2}});
    QVERIFY(!strip.accessibleName().isEmpty());
    QAccessibleInterface *spoken =
        QAccessible::queryAccessibleInterface(segment(strip, u"Stopped unexpectedly"_s));
    QVERIFY(spoken != nullptr);
    QCOMPARE(spoken->text(QAccessible::Name), u"Stopped unexpectedly: 2"_s);
    QVERIFY(spoken->state().checkable);
    QVERIFY(!spoken->state().checked);
}

void TestStateStrip::showsUncheckedOnlyWhenThereAreSome()
{
    StateStrip strip;
    QVERIFY(segment(strip, u"Not checked yet"_s)->isHidden());
    strip.setCounts({{Badge::NotChecked, 3}});
    QVERIFY(!segment(strip, u"Not checked yet"_s)->isHidden());
    strip.setCounts({{Badge::Streaming, 3}});
    QVERIFY(segment(strip, u"Not checked yet"_s)->isHidden());
}

void TestStateStrip::fitsItsWords()
{
    StateStrip strip;
    strip.setCounts({{Badge::Streaming, 1234}});
    strip.resize(strip.sizeHint());
    strip.show();
    const auto segments = strip.findChildren<StateSegment *>();
    QVERIFY(segments.size() == 8);
    for (const StateSegment *part : segments) {
        if (part->isHidden())
            continue;
        QVERIFY2(part->width() >= part->sizeHint().width(), qPrintable(part->text()));
        QVERIFY(part->height() >= QFontMetrics(smallFont()).height());
    }
}

void TestStateStrip::wordsGoBelowWhereRoomIsShort()
{
    StateStrip strip;
    strip.setCounts({{Badge::Streaming, 120}, {Badge::Stopped, 31}});
    strip.show();
    const auto segments = strip.findChildren<StateSegment *>();
    int wide = 2;
    for (const StateSegment *one : segments)
        wide += one->isHidden() ? 0 : one->wideWidth() + 1;
    strip.resize(wide, strip.sizeHint().height());
    QVERIFY(!segments.first()->isCompact());
    strip.resize(wide * 4 / 5, strip.sizeHint().height());
    for (const StateSegment *one : segments) {
        if (one->isHidden())
            continue;
        QVERIFY(one->isCompact());
        QTRY_VERIFY2(one->width() >= one->sizeHint().width(), qPrintable(one->text()));
    }
}

SLUICE_TEST(TestStateStrip, Widgets)
#include "tst_statestrip.moc"
