// SPDX-License-Identifier: Apache-2.0
#include "ui/start/cardtitle.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace Sluice {

namespace {

constexpr int titleIcon = 20;

} // namespace

CardTitle::CardTitle(const QString &iconName, const QString &title, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addWidget(new IconLabel(iconName, titleIcon, IconLabel::Ink::Focus, this));
    layout->addWidget(new TextLabel(title, TextLabel::Role::Title, TextLabel::Ink::Text, this), 1);
}

IconLabel::IconLabel(QString iconName, int size, Ink ink, QWidget *parent)
    : QWidget(parent)
    , m_icon(std::move(iconName))
    , m_ink(ink)
{
    setFixedSize(size, size);
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(&painter, rect(), m_icon,
              m_ink == Ink::Focus ? tokensFor(palette()).focus
                                  : familyColors(Family::Good, palette()).solid);
}

} // namespace Sluice
