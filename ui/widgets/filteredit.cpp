// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/filteredit.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QKeyEvent>

namespace Sluice {

namespace {

constexpr int editWidth = 264;
constexpr int leastEditWidth = 120;

} // namespace

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setToolTip(tr("All words must occur (Ctrl+F); Esc clears"));
    // A picture alone, as Qt makes a button of an action, and this one would do nothing.
    QAction *mark = addAction(icon("list-filter"), QLineEdit::LeadingPosition);
    connect(mark, &QAction::triggered, this, &FilterEdit::begin);
    setClearButtonEnabled(true);
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
