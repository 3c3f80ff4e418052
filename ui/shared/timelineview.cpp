// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/timelineview.h"

#include "models/store/timelines.h"
#include "ui/shared/timelinebar.h"
#include "ui/shared/timelinelegend.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/choicebutton.h"
#include "ui/widgets/textlabel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

TimelineView::TimelineView(Timelines *timelines, QWidget *parent)
    : QWidget(parent)
    , m_timelines(timelines)
    , m_periods(new QButtonGroup(this))
    , m_share(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_part(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Text, this))
    , m_bar(new TimelineBar(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    m_share->setObjectName(u"timelineShare"_s);
    m_bar->setObjectName(u"timelineBar"_s);
    m_part->setObjectName(u"timelinePart"_s);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(Size::Gap);
    foot->addWidget(new TimelineLegend(this));
    foot->addStretch();
    foot->addWidget(m_part);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addLayout(makeHead());
    layout->addWidget(m_bar);
    layout->addLayout(foot);
    connect(m_bar, &TimelineBar::partTold, m_part, &TextLabel::setText);
    connect(timelines, &Timelines::changed, this, [this](const QSet<PipelineKey> &keys) {
        if (keys.isEmpty() || keys.contains(m_key))
            refresh();
    });
    connect(timelines, &Timelines::periodChanged, this,
            [this] { m_periods->button(int(m_timelines->period().count()))->setChecked(true); });
}

QLayout *TimelineView::makeHead()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(
        new TextLabel(tr("Timeline"), TextLabel::Role::Section, TextLabel::Ink::Text, this));
    head->addSpacing(Size::Gap);
    const QList<std::chrono::hours> periods = Timelines::periods();
    for (const std::chrono::hours period : periods) {
        auto *button = new ChoiceButton(Timelines::periodText(period), this);
        button->setObjectName(u"timeline%1"_s.arg(period.count()));
        button->setAccessibleName(tr("Last %1").arg(button->text()));
        button->setChecked(period == m_timelines->period());
        m_periods->addButton(button, int(period.count()));
        head->addWidget(button);
    }
    connect(m_periods, &QButtonGroup::idClicked, m_timelines, [timelines = m_timelines](int hours) {
        timelines->setPeriod(std::chrono::hours(hours));
    });
    head->addStretch();
    head->addWidget(m_share);
    return head;
}

void TimelineView::setPipeline(const PipelineKey &key)
{
    if (m_key == key)
        return;
    m_key = key;
    if (isVisible())
        m_timelines->setInView({key});
    refresh();
}

void TimelineView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_key.isValid())
        m_timelines->setInView({m_key});
    refresh();
}

// The bar moves by a pixel in minutes; what stands over it goes on with the times around it.
void TimelineView::showTimes()
{
    if (isVisible() && m_key.isValid() && m_timelines->timeline(m_key).text() != m_share->text())
        refresh();
}

void TimelineView::refresh()
{
    if (!isVisible() || !m_key.isValid())
        return;
    const Timeline timeline = m_timelines->timeline(m_key);
    m_bar->setTimeline(timeline);
    m_share->setText(m_timelines->text(m_key));
}

} // namespace Sluice
