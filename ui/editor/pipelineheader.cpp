// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/pipelineheader.h"

#include "models/fleet/table/pipelinemodel.h"
#include "ui/shared/actions.h"
#include "ui/shared/badgelook.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/badgelabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

PipelineHeader::PipelineHeader(const PipelineModel *model, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_name(new TextLabel({}, TextLabel::Role::Title, TextLabel::Ink::Text, this))
    , m_badge(new BadgeLabel(this))
    , m_path(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Text, this))
{
    m_name->setObjectName(u"pipelinePageName"_s);
    m_path->setObjectName(u"pipelinePagePath"_s);
    m_path->setElideMode(Qt::ElideRight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Size::PageMargin, Size::Gap, Size::PageMargin, Size::Gap);
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_name);
    layout->addWidget(m_badge);
    layout->addWidget(m_path, 1);
    const QList<std::pair<QAction *, QString>> buttons = {
        {actions.action(ActionId::Start), u"pageStartButton"_s},
        {actions.action(ActionId::Stop), u"pageStopButton"_s},
        {actions.action(ActionId::Refresh), u"pageRefreshButton"_s},
    };
    for (const auto &[action, objectName] : buttons) {
        auto *button = new ActionButton(action, this);
        button->setObjectName(objectName);
        layout->addWidget(button);
    }
}

void PipelineHeader::showPipeline(const PipelineKey &key, const QString &name, const QString &place)
{
    m_key = key;
    const int row = m_model->rowOf(key);
    m_name->setText(name);
    m_path->setText(place);
    m_badge->setVisible(row >= 0);
    if (row >= 0)
        m_badge->setLook(badgeLookOf(m_model->index(row, 0)));
}

} // namespace Sluice
