// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/filteredit.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace Sluice {

namespace {

constexpr int editWidth = 264;
constexpr int leastEditWidth = 120;
constexpr int markWidth = Size::Icon + Size::IconText;

} // namespace

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setToolTip(tr("All words must occur (Ctrl+F); Esc clears"));
    setTextMargins(markWidth, 0, 0, 0);
    setClearButtonEnabled(true);
    if (auto *clear = findChild<QAction *>()) // Qt gives it no words
        clear->setText(tr("Clear the filter"));
    setFont(smallFont());
    setMinimumWidth(leastEditWidth);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize FilterEdit::sizeHint() const
{
    return {qMax(editWidth, fontMetrics().averageCharWidth() * 46), QLineEdit::sizeHint().height()};
}

void FilterEdit::begin()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

// The mark is painted: as an action of the line it would be a button that does nothing.
void FilterEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const QRect place(Size::Gap, (height() - Size::Icon) / 2, Size::Icon, Size::Icon);
    QPainter painter(this);
    icon("list-filter").paint(&painter, QStyle::visualRect(layoutDirection(), rect(), place));
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            break;
        clear();
        return;
    case Qt::Key_Down: Q_EMIT rowsRequested(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT firstRequested(); return;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace Sluice
