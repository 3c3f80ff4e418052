// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/sectionheading.h"

#include "models/form/sectionsmodel.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Sluice {

SectionHeading::SectionHeading(const QModelIndex &section, QWidget *parent)
    : QWidget(parent)
    , m_section(section)
    , m_title(new TextLabel({}, TextLabel::Role::Section, TextLabel::Ink::Text, this))
    , m_detail(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    auto *line = new QHBoxLayout;
    line->setSpacing(Size::Gap);
    line->addWidget(m_title);
    line->addWidget(m_detail);
    line->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, Size::Gap, 0, 0);
    layout->setSpacing(Size::Gap);
    layout->addLayout(line);
    layout->addWidget(new Rule(Qt::Horizontal, this));
    connect(section.model(), &QAbstractItemModel::dataChanged, this, &SectionHeading::refresh);
    refresh();
}

void SectionHeading::refresh()
{
    m_title->setText(m_section.data().toString());
    m_detail->setText(m_section.data(SectionsModel::DetailRole).toString());
}

} // namespace Sluice
