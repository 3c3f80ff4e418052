// SPDX-License-Identifier: Apache-2.0
#include "ui/form/noteline.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace Sluice {

NoteLine::NoteLine(Family family, QWidget *parent)
    : QWidget(parent)
    , m_family(family)
    , m_label(new QLabel(this))
{
    m_label->setFont(smallFont());
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setForegroundRole(QPalette::WindowText); // also on pages whose ground is Base
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Size::SmallIcon + Size::IconText, 0, 0, 0);
    layout->addWidget(m_label);
    recolor();
    hide();
}

void NoteLine::setText(const QString &text)
{
    m_label->setText(text);
    setVisible(!text.isEmpty());
}

QString NoteLine::text() const
{
    return m_label->text();
}

void NoteLine::paintEvent(QPaintEvent *)
{
    // Beside the first line of the text, also when it wraps.
    const int line = m_label->fontMetrics().height();
    const QRect place(0, m_label->y() + (line - Size::SmallIcon) / 2, Size::SmallIcon,
                      Size::SmallIcon);
    QPainter painter(this);
    const char *const name = m_family == Family::Problem ? "circle-alert" : "triangle-alert";
    paintIcon(&painter, place, name, familyColors(m_family, palette()).solid);
}

void NoteLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        recolor();
    QWidget::changeEvent(event);
}

void NoteLine::recolor()
{
    const QColor color = familyColors(m_family, palette()).fg;
    QPalette colored = palette();
    colored.setColor(QPalette::WindowText, color);
    colored.setColor(QPalette::Text, color); // text that can be selected is painted as a document
    m_label->setPalette(colored);
}

} // namespace Sluice
