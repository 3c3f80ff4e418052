// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/pipelinepage.h"

#include "models/fleet/fleet.h"
#include "ui/dashboard/pipelinedetails.h"
#include "ui/pipelineactions.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/actionbutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

PipelinePage::PipelinePage(Fleet *fleet, const PipelineActions *actions, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_back(new QToolButton(this))
    , m_name(new TextLabel({}, TextLabel::Role::Title, TextLabel::Ink::Text, this))
    , m_path(new ElidedLabel({}, this))
    , m_details(new PipelineDetails(fleet, this))
{
    setObjectName(u"pipelinePage"_s);
    m_name->setObjectName(u"pipelinePageName"_s);
    m_path->setObjectName(u"pipelinePagePath"_s);
    m_path->setFont(smallFont());
    m_back->setObjectName(u"pipelineBackButton"_s);
    m_back->setIcon(icon("chevron-left"));
    m_back->setText(tr("Back"));
    m_back->setToolTip(tr("Back to the pipelines (Esc)"));
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setAutoRaise(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(makeHeader(actions));
    layout->addWidget(m_details, 1);

    connect(m_back, &QToolButton::clicked, this, &PipelinePage::backRequested);
    connect(m_details, &PipelineDetails::pipelineGone, this, &PipelinePage::backRequested);
    connect(fleet->pipelines(), &PipelineModel::dataChanged, this, [this] {
        if (!isVisible())
            return;
        updateTitle();
        Q_EMIT selectionUpdated();
    });
}

QLayout *PipelinePage::makeHeader(const PipelineActions *actions)
{
    auto *layout = new QHBoxLayout;
    layout->setContentsMargins(Size::Gap, Size::Gap, Size::PageMargin, Size::Gap);
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_back);
    layout->addWidget(m_name);
    layout->addSpacing(4);
    layout->addWidget(m_path, 1);
    const QList<std::pair<QAction *, QString>> buttons = {
        {actions->start(), u"pageStartButton"_s},
        {actions->stop(), u"pageStopButton"_s},
        {actions->refresh(), u"pageRefreshButton"_s},
    };
    for (const auto &[action, objectName] : buttons) {
        auto *button = new ActionButton(action, this);
        button->setObjectName(objectName);
        layout->addWidget(button);
    }
    return layout;
}

void PipelinePage::open(const PipelineKey &key)
{
    m_details->setPipeline(key);
    m_details->setCurrentIndex(0);
    updateTitle();
    m_details->setFocus();
}

Selection PipelinePage::selection() const
{
    const PipelineModel *model = m_fleet->pipelines();
    const int row = model->rowOf(m_details->pipeline());
    return row < 0 ? Selection() : Selection{selectedPipeline(model->index(row, 0))};
}

void PipelinePage::updateTitle()
{
    const PipelineModel *model = m_fleet->pipelines();
    const int row = model->rowOf(m_details->pipeline());
    if (row < 0)
        return;
    const QModelIndex index = model->index(row, 0);
    m_name->setText(index.data(PipelineModel::NameRole).toString());
    m_path->setText(u"%1 › %2"_s.arg(index.data(PipelineModel::AccountNameRole).toString(),
                                     index.data(PipelineModel::ProjectNameRole).toString()));
}

void PipelinePage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT backRequested();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Sluice
