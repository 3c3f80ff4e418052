// SPDX-License-Identifier: Apache-2.0
#include "ui/start/cardtitle.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/marklabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

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
    auto *mark = new MarkLabel(this);
    mark->setIcon(iconName, MarkLabel::Ink::Focus, titleIcon);
    layout->addWidget(mark);
    layout->addWidget(new TextLabel(title, TextLabel::Role::Title, TextLabel::Ink::Text, this), 1);
}

} // namespace Sluice
