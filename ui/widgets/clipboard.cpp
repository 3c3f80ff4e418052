// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/clipboard.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QToolTip>
#include <QWidget>

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

} // namespace

void copyToClipboard(const QString &text, const QWidget *near)
{
    QApplication::clipboard()->setText(text);
    const QWidget *beside = near && near->isVisible() ? near : QApplication::focusWidget();
    if (!beside)
        beside = QApplication::activeWindow();
    if (!beside)
        return;
    const QString words = ClipboardWords::tr("Copied");
    QToolTip::showText(placeBeside(*beside), words, const_cast<QWidget *>(beside), {}, shownTime);
    // A tip is not read out by itself.
    QAccessibleEvent alert(const_cast<QWidget *>(beside), QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

} // namespace Sluice
