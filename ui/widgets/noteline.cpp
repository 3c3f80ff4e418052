// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/noteline.h"

#include "ui/theme/breakable.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/linkbutton.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Sluice {

NoteLine::NoteLine(Family family, QWidget *parent)
    : QWidget(parent)
    , m_family(family)
    , m_label(new QLabel(this))
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    m_label->setFont(smallFont());
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setForegroundRole(QPalette::WindowText); // also on pages whose ground is Base
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->setContentsMargins(Size::SmallIcon + Size::IconText, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_label);
    m_label->installEventFilter(this);
    recolor();
    hide();
}

void NoteLine::setText(const QString &text)
{
    m_text = text;
    const QString shown = breakable(text);
    m_label->setText(shown);
    // A selected text would be copied together with the places to break at.
    const bool isPlain = shown == text;
    m_label->setTextInteractionFlags(isPlain ? Qt::TextSelectableByMouse : Qt::NoTextInteraction);
    m_label->setContextMenuPolicy(isPlain ? Qt::DefaultContextMenu : Qt::ActionsContextMenu);
    if (!isPlain && m_label->actions().isEmpty()) {
        auto *copy = new QAction(tr("&Copy"), m_label);
        connect(copy, &QAction::triggered, this, [this] { copyToClipboard(m_text); });
        m_label->addAction(copy);
    }
    measure();
    setVisible(!text.isEmpty());
}

void NoteLine::setFamily(Family family)
{
    if (m_family == family)
        return;
    m_family = family;
    recolor();
    update();
}

// Made at first use: few notes have an action.
void NoteLine::setAction(const QString &text, QWidget *behind)
{
    if (!m_action && !text.isEmpty()) {
        m_action = new LinkButton(this);
        m_action->setObjectName(u"noteAction"_s);
        m_layout->addWidget(m_action, 0, Qt::AlignLeft | Qt::AlignTop);
        connect(m_action, &LinkButton::clicked, this, &NoteLine::actionTriggered);
    }
    if (!m_action)
        return;
    if (behind)
        QWidget::setTabOrder(behind, m_action);
    m_action->setText(text);
    m_action->setAccessibleName(text);
    m_action->setVisible(!text.isEmpty());
    m_action->updateGeometry();
}

void NoteLine::setActionAtEnd()
{
    m_layout->setDirection(QBoxLayout::LeftToRight);
    m_layout->setStretchFactor(m_label, 1);
    m_layout->setSpacing(Size::Gap);
}

void NoteLine::paintEvent(QPaintEvent *)
{
    // Beside the first line of the text, also when the text wraps or stands beside something
    // higher.
    const int line = m_label->fontMetrics().height();
    const int above = qMax(0, m_label->height() - m_textHeight) / 2;
    const QRect place(0, m_label->y() + above + (line - Size::SmallIcon) / 2, Size::SmallIcon,
                      Size::SmallIcon);
    QPainter painter(this);
    const char *const name = m_family == Family::Problem ? "circle-alert" : "triangle-alert";
    paintIcon(&painter, place, name, familyColors(m_family, palette()).solid);
}

// Measures when the place of the text changes, not when it is painted: to measure a text that can
// be selected repaints it, and that would never end.
bool NoteLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_label &&
        (event->type() == QEvent::Resize || event->type() == QEvent::FontChange))
        measure();
    return QWidget::eventFilter(watched, event);
}

void NoteLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        recolor();
    QWidget::changeEvent(event);
}

void NoteLine::measure()
{
    m_textHeight = m_label->heightForWidth(m_label->width());
    update();
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
