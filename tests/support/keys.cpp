// SPDX-License-Identifier: Apache-2.0
#include "tests/support/keys.h"

#include <QApplication>
#include <QComboBox>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sluice::Test::Keys {

namespace {

constexpr int mostTabs = 120; // more stops than any window has

// The window that a window manager would make active: the newest dialog, else the main window.
QWidget *foremostWindow()
{
    if (QWidget *dialog = QApplication::activeModalWidget())
        return dialog;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (window->isVisible() && window->windowType() == Qt::Window)
            return window;
    }
    return nullptr;
}

// A hand is slower than the event loop: what a key did to windows is over before the next one.
void settle()
{
    QCoreApplication::processEvents();
}

} // namespace

QWidget *target()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    QWidget *const foremost = foremostWindow();
    if (foremost && QApplication::activeWindow() != foremost) {
        foremost->activateWindow();
        if (!QTest::qWaitFor([foremost] { return QApplication::activeWindow() == foremost; }))
            return nullptr;
    }
    QWidget *focus = QApplication::focusWidget();
    return focus ? focus : foremost;
}

QString focused()
{
    const QWidget *widget = target();
    while (widget && widget->objectName().isEmpty())
        widget = widget->parentWidget();
    return widget ? widget->objectName() : QString();
}

void press(int key, Qt::KeyboardModifiers modifiers)
{
    QWidget *widget = target();
    QVERIFY2(widget, "no window takes the key");
    QTest::keyClick(widget, Qt::Key(key), modifiers);
    settle();
}

void press(const QKeySequence &keys)
{
    QWidget *widget = target();
    QVERIFY2(widget, "no window takes the keys");
    QTest::keySequence(widget, keys);
    settle();
}

void type(const QString &text)
{
    for (const QChar letter : text) { // each may open a list, or close one
        QWidget *widget = target();
        QVERIFY2(widget, "no window takes the text");
        QTest::keyClicks(widget, letter);
        settle();
    }
}

void retype(const QString &text)
{
    press(QKeySequence(QKeySequence::SelectAll));
    press(Qt::Key_Delete);
    type(text);
}

void menu(char letter, const QString &entries)
{
    press(QKeySequence(u"Alt+"_s + QLatin1Char(letter)));
    QVERIFY2(QApplication::activePopupWidget(), "the menu did not open");
    for (const QChar entry : entries) {
        QVERIFY2(QApplication::activePopupWidget(), "the menu closed before the last entry");
        QTest::keyClick(QApplication::activePopupWidget(), entry.toLatin1());
        settle();
    }
    QVERIFY2(!QApplication::activePopupWidget(), "the menu waits for more");
}

QString tabTo(const QString &name)
{
    QStringList stops;
    for (int i = 0; i < mostTabs; ++i) {
        if (const QWidget *widget = target(); widget && widget->objectName() == name)
            return {};
        press(Qt::Key_Tab);
        stops += focused();
    }
    return stops.join(u' ');
}

bool choose(const QString &entry)
{
    const auto *box = qobject_cast<QComboBox *>(target());
    if (!box)
        return false;
    press(Qt::Key_Home);
    for (int i = 0; i < box->count() && box->currentText() != entry; ++i)
        press(Qt::Key_Down);
    return box->currentText() == entry;
}

} // namespace Sluice::Test::Keys
