// SPDX-License-Identifier: Apache-2.0
#include "tests/support/tabwalk.h"

#include <QAbstractButton>
#include <QApplication>
#include <QPixmap>
#include <QTest>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

namespace {

constexpr int mostStops = 400;
constexpr int aroundFocus = 4; // pixels: a focus frame may lie outside the widget

QString nameOf(const QWidget *widget)
{
    return u"%1 “%2”"_s.arg(QLatin1String(widget->metaObject()->className()),
                            widget->objectName().isEmpty() ? widget->accessibleName()
                                                           : widget->objectName());
}

QRect placeOf(const QWidget *widget)
{
    return {widget->mapTo(widget->window(), QPoint()), widget->size()};
}

QImage lookOf(QWidget *widget)
{
    const int a = aroundFocus;
    return widget->window()->grab(placeOf(widget).adjusted(-a, -a, a, a)).toImage();
}

// The widgets that Tab should reach: visible, enabled, and with Tab in their focus policy.
QList<QWidget *> wantedIn(QWidget *window)
{
    QList<QWidget *> wanted;
    const QList<QWidget *> all = window->findChildren<QWidget *>();
    for (QWidget *widget : all) {
        if (widget->window() == window && widget->isVisible() && widget->isEnabled() &&
            (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
            wanted.append(widget);
    }
    return wanted;
}

bool isBetween(int begin, int end, int otherBegin, int otherEnd)
{
    return begin < otherEnd && otherBegin < end;
}

// True when b comes after a, against the order of reading.
bool goesBack(const QWidget *a, const QWidget *b)
{
    const QRect from = placeOf(a);
    const QRect to = placeOf(b);
    const bool sameColumn = isBetween(from.left(), from.right(), to.left(), to.right());
    const bool sameRow = isBetween(from.top(), from.bottom(), to.top(), to.bottom());
    return (sameColumn && to.bottom() <= from.top()) || (sameRow && to.right() <= from.left());
}

// One of several exclusive buttons is enough: the arrow keys reach the others.
bool isSpokenFor(const QWidget *widget, const QList<QWidget *> &stops)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (!button || !button->autoExclusive())
        return false;
    return std::any_of(stops.begin(), stops.end(), [button](const QWidget *stop) {
        const auto *other = qobject_cast<const QAbstractButton *>(stop);
        return other && other->autoExclusive() && other->parentWidget() == button->parentWidget();
    });
}

struct Walk {
    QList<QWidget *> stops;
    QStringList faults;
};

Walk walk(Qt::Key key)
{
    const Qt::KeyboardModifiers modifiers =
        key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier;
    Walk done;
    QWidget *const first = QApplication::focusWidget();
    QWidget *at = first;
    do {
        if (!at) {
            done.faults += u"the focus was lost after "_s +
                           (done.stops.isEmpty() ? QString() : nameOf(done.stops.constLast()));
            break;
        }
        done.stops.append(at);
        const QImage focused = lookOf(at);
        QTest::keyClick(at, key, modifiers);
        QWidget *next = QApplication::focusWidget();
        if (next && next != at) {
            QCoreApplication::processEvents();
            if (lookOf(at) == focused)
                done.faults += u"shows no focus: "_s + nameOf(at);
            if (key == Qt::Key_Tab && next != first && goesBack(at, next) &&
                !done.stops.contains(next))
                done.faults += u"after %1 comes %2"_s.arg(nameOf(at), nameOf(next));
        }
        at = next;
    } while (at != first && done.stops.size() < mostStops);
    return done;
}

} // namespace

QStringList faultsOfTabbing(QWidget *window)
{
    if (!QApplication::focusWidget() || QApplication::focusWidget()->window() != window)
        return {u"nothing in the window has the focus"_s};
    // A first walk, because lists choose their first row when they get the focus. The second walk
    // begins at the top: then the only step back is the one from the end to the beginning.
    const QList<QWidget *> stops = walk(Qt::Key_Tab).stops;
    (*std::min_element(stops.begin(), stops.end(), [](const QWidget *a, const QWidget *b) {
        const QPoint first = placeOf(a).topLeft();
        const QPoint second = placeOf(b).topLeft();
        return first.y() != second.y() ? first.y() < second.y() : first.x() < second.x();
    }))->setFocus(Qt::TabFocusReason);
    const Walk once = walk(Qt::Key_Tab);
    const QList<QWidget *> wanted = wantedIn(window);
    QStringList faults = once.faults;
    if (once.stops.size() >= mostStops)
        faults += u"a trap: it does not come back to %1, but goes on to %2"_s.arg(
            nameOf(once.stops.constFirst()), nameOf(once.stops.constLast()));
    for (QWidget *widget : wanted) {
        const auto visits = once.stops.count(widget);
        if (visits == 0 && !isSpokenFor(widget, once.stops))
            faults += u"never reached: "_s + nameOf(widget);
        else if (visits > 1)
            faults += u"reached %1 times: %2"_s.arg(visits).arg(nameOf(widget));
    }
    const Walk back = walk(Qt::Key_Backtab);
    QList<QWidget *> expected(once.stops.rbegin(), once.stops.rend());
    expected.prepend(expected.takeLast()); // both begin at the same widget
    if (back.stops != expected)
        faults += u"the way back is another one: %1 stops, there %2"_s.arg(back.stops.size())
                      .arg(once.stops.size());
    return faults;
}

} // namespace Sluice::Test
