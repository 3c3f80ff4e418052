// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/helplabel.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QEvent>

namespace Sluice {

HelpLabel::HelpLabel(QWidget *parent)
    : QLabel(parent)
{
    setFont(smallFont());
    setTextFormat(Qt::PlainText);
    setForegroundRole(QPalette::WindowText); // also on pages whose ground is Base
    recolor();
}

HelpLabel::HelpLabel(const QString &text, QWidget *parent)
    : HelpLabel(parent)
{
    setText(text);
}

void HelpLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        recolor();
    QLabel::changeEvent(event);
}

void HelpLabel::recolor()
{
    const QColor wanted = tokensFor(palette()).textSecondary;
    if (palette().color(QPalette::WindowText) == wanted)
        return; // setPalette() below brings the same event again
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, wanted);
    setPalette(colored);
}

} // namespace Sluice
