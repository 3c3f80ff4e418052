// SPDX-License-Identifier: Apache-2.0
#include "tests/support/forminput.h"
#include "tests/support/repointstage.h"
#include "tests/support/testprogram.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QWindow>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Hasty clicks and keys on the way to what cannot be taken back. They go to the window's place, to
// whatever is there by then, as those of a real mouse.
class TestRepointClicks : public RepointStage
{
    Q_OBJECT

private Q_SLOTS:
    void doubleClickOnReview();
    void manyClicks();
    void keyThatRepeats_data();
    void keyThatRepeats();
    void enterInAField();
    void doubleClickOnRepoint();

private:
    void choose();
    QPoint middleOf(const QString &name) const;
    // Each goes to the widget that is there by then, which a double click of QTest does not.
    void clickTwice(const QPoint &place);
    void pressOnNext(Qt::Key key);
    int saved() const;
};

void TestRepointClicks::choose()
{
    openDialog();
    FormInput::type(dialog(), u"repointTo.secretName"_s, repointedName);
    QVERIFY(button(u"repointNext"_s)->isEnabled());
    QVERIFY(QTest::qWaitForWindowExposed(dialog()));
}

QPoint TestRepointClicks::middleOf(const QString &name) const
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    return button(name)->mapTo(dialog(), button(name)->rect().center());
}

void TestRepointClicks::clickTwice(const QPoint &place)
{
    for (int time = 0; time < 2; ++time)
        QTest::mouseClick(dialog()->windowHandle(), Qt::LeftButton, {}, place);
}

int TestRepointClicks::saved() const
{
    int all = 0;
    for (int number = 0; number < pipelineCount; ++number)
        all += saves(number);
    return all;
}

void TestRepointClicks::doubleClickOnReview()
{
    choose();
    clickTwice(middleOf(u"repointNext"_s));
    QTRY_VERIFY(button(u"repointGo"_s)->isEnabled());
    QCOMPARE(text(u"repointHeadline"_s), u"50 pipelines change"_s);
    QCOMPARE(saved(), 0);
    go();
    QVERIFY(waitForEnd());
    QCOMPARE(saved(), pipelineCount);
}

void TestRepointClicks::manyClicks()
{
    choose();
    const QPoint place = middleOf(u"repointNext"_s);
    QElapsedTimer clicking;
    clicking.start();
    while (!clicking.hasExpired(3L * QApplication::doubleClickInterval())) {
        QTest::mouseClick(dialog()->windowHandle(), Qt::LeftButton, {}, place);
        QVERIFY(!button(u"repointGo"_s)->isEnabled());
    }
    QTRY_VERIFY(button(u"repointGo"_s)->isEnabled());
    QCOMPARE(saved(), 0);
}

// To whatever has the focus by then.
void TestRepointClicks::pressOnNext(Qt::Key key)
{
    QTRY_COMPARE(QApplication::activeWindow(), dialog());
    button(u"repointNext"_s)->setFocus(Qt::TabFocusReason);
    QCOMPARE(QApplication::focusWidget(), button(u"repointNext"_s));
    for (int time = 0; time < 5; ++time)
        QTest::keyClick(QApplication::focusWidget(), key);
}

void TestRepointClicks::keyThatRepeats_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Space") << Qt::Key_Space;
    QTest::newRow("Return") << Qt::Key_Return; // presses what has the focus
}

// The first press reviews, the others save nothing.
void TestRepointClicks::keyThatRepeats()
{
    QFETCH(const Qt::Key, key);
    choose();
    pressOnNext(key);
    QTRY_COMPARE(text(u"repointHeadline"_s), u"50 pipelines change"_s);
    QTRY_VERIFY(button(u"repointGo"_s)->isEnabled());
    QCOMPARE(saved(), 0);
    QVERIFY(!button(u"copyRepointReport"_s)->isVisible());
}

// Enter goes to the review, where the next one saves nothing.
void TestRepointClicks::enterInAField()
{
    openDialog();
    auto *field = dialog()->findChild<QLineEdit *>(u"repointTo.secretName"_s);
    field->setFocus(Qt::TabFocusReason);
    QTest::keyClick(field, Qt::Key_Return); // nothing was entered yet
    QVERIFY(button(u"repointNext"_s)->isVisible());
    FormInput::type(dialog(), u"repointTo.secretName"_s, repointedName);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(text(u"repointHeadline"_s), u"50 pipelines change"_s);
    QTRY_VERIFY(button(u"repointGo"_s)->isEnabled());
    QTest::keyClick(dialog()->focusWidget(), Qt::Key_Return);
    QVERIFY(button(u"repointGo"_s)->isVisible());
    QCOMPARE(saved(), 0);
}

// The second click does not press "Stop".
void TestRepointClicks::doubleClickOnRepoint()
{
    reviewAll();
    QTRY_VERIFY(button(u"repointGo"_s)->isEnabled());
    const QPoint nearItsEnd(button(u"repointGo"_s)->width() / 3, 0); // where another one could be
    clickTwice(middleOf(u"repointGo"_s) + nearItsEnd);
    QVERIFY(waitForEnd());
    QCOMPARE(text(u"repointHeadline"_s), u"50 re-pointed."_s);
    QCOMPARE(saved(), pipelineCount);
}

SLUICE_TEST(TestRepointClicks, Widgets)
#include "tst_repointclicks.moc"
