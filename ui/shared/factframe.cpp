// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/factframe.h"

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/marklabel.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int padding = 12;

} // namespace

FactFrame::FactFrame(QWidget *parent)
    : Panel(Ground::Base, parent)
    , m_mark(new MarkLabel(this))
    , m_title(new TextLabel({}, TextLabel::Role::Section, TextLabel::Ink::Text, this))
    , m_note(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Text, this))
    , m_header(new QWidget(this))
    , m_rows(new QGridLayout)
    , m_linkLabel(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_link(new LinkButton(this))
{
    auto *header = new QHBoxLayout(m_header);
    header->setContentsMargins(padding, Size::Gap, padding, Size::Gap);
    header->setSpacing(Size::Gap);
    header->addWidget(m_mark);
    m_title->setElideMode(Qt::ElideRight);
    header->addWidget(m_title, 1);
    header->addWidget(m_note);

    m_rows->setContentsMargins(padding, padding - 2, padding, padding - 2);
    m_rows->setHorizontalSpacing(Size::PageMargin);
    m_rows->setVerticalSpacing(6);
    m_rows->setColumnStretch(1, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(1);
    layout->addWidget(m_header);
    layout->addLayout(m_rows);
    layout->addStretch();
    m_link->setObjectName(u"factLink"_s);
    m_rows->addWidget(m_linkLabel, 0, 0);
    m_rows->addWidget(m_link, 0, 1, Qt::AlignLeft);
    connect(m_link, &LinkButton::clicked, this, &FactFrame::linkActivated);
    setLink({}, {}, {});
}

void FactFrame::setTitle(const QString &title, const QString &note, bool good)
{
    m_title->setText(title);
    m_note->setText(note);
    m_note->setInk(good ? TextLabel::Ink::Secondary : TextLabel::Ink::Warning);
    setAccessibleName(title);
}

void FactFrame::setMonogram(const QString &letters)
{
    m_mark->setMonogram(letters);
}

void FactFrame::setIcon(const QString &iconName)
{
    m_mark->setIcon(iconName);
}

void FactFrame::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget() != m_link && item->widget() != m_linkLabel)
            delete item->widget();
        delete item;
    }
    int row = 0;
    for (const Fact &fact : facts) {
        auto *label =
            new TextLabel(fact.label, TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
        auto *value = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Text, this);
        value->setElideMode(Qt::ElideMiddle);
        value->setText(fact.value);
        m_rows->addWidget(label, row, 0);
        m_rows->addWidget(value, row, 1);
        ++row;
    }
    m_rows->addWidget(m_linkLabel, row, 0);
    m_rows->addWidget(m_link, row, 1, Qt::AlignLeft);
}

void FactFrame::setLink(const QString &label, const QString &text, const QString &toolTip)
{
    m_linkLabel->setText(label);
    m_link->setText(text);
    m_link->setAccessibleName(u"%1: %2"_s.arg(label, text));
    m_link->setToolTip(toolTip);
    m_linkLabel->setVisible(!text.isEmpty());
    m_link->setVisible(!text.isEmpty());
    m_link->updateGeometry();
}

void FactFrame::paintEvent(QPaintEvent *event)
{
    Panel::paintEvent(event);
    QPainter painter(this);
    painter.setPen(tokensFor(palette()).line);
    const int y = m_header->geometry().bottom() + 1;
    painter.drawLine(1, y, width() - 2, y);
}

} // namespace Sluice
