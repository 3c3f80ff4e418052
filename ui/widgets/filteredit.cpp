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
    addAction(icon("list-filter"), QLineEdit::LeadingPosition);
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
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        QLineEdit::keyPressEvent(event);
}

} // namespace Sluice
