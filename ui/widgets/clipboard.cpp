// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/clipboard.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QTimer>
#include <QToolTip>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct ClipboardWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::Clipboard)
};

constexpr int shownTime = 2000; // ms
constexpr int largeHeight = 60;

// Below a button; in the middle of what is large.
QPoint placeBeside(const QWidget &widget)
{
    const QRect rect = widget.rect();
    return widget.mapToGlobal(rect.height() > largeHeight ? rect.center() : rect.bottomLeft());
}

// A tip is not read out by itself, and Qt keeps alerts from screen readers on Linux. They read out
// the description of what has the focus when it changes.
void speak(QWidget &widget, const QString &words)
{
    const auto timerName = "spokenCopy"_L1;
    constexpr auto formerKey = "former";
    constexpr auto saidKey = "said";
    auto *timer = widget.findChild<QTimer *>(timerName, Qt::FindDirectChildrenOnly);
    if (!timer) {
        timer = new QTimer(&widget);
        timer->setObjectName(timerName);
        timer->setSingleShot(true);
        QObject::connect(timer, &QTimer::timeout, &widget, [&widget, timer] {
            if (widget.accessibleDescription() == timer->property(saidKey).toString())
                widget.setAccessibleDescription(timer->property(formerKey).toString());
        });
    }
    if (timer->isActive())
        widget.setAccessibleDescription({}); // the same words again would be no change
    else
        timer->setProperty(formerKey, widget.accessibleDescription());
    widget.setAccessibleDescription(words);
    timer->setProperty(saidKey, words);
    timer->start(shownTime);
}

} // namespace

void sayDone(const QString &words, const QWidget *near)
{
    QWidget *beside =
        near && near->isVisible() ? const_cast<QWidget *>(near) : QApplication::focusWidget();
    if (!beside)
        beside = QApplication::activeWindow();
    if (!beside)
        return;
    QToolTip::showText(placeBeside(*beside), words, beside, {}, shownTime);
    speak(*beside, words);
}

void copyToClipboard(const QString &text, const QWidget *near)
{
    QApplication::clipboard()->setText(text);
    sayDone(ClipboardWords::tr("Copied"), near);
}

} // namespace Sluice
