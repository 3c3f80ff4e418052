// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/recentevents.h"

#include "models/store/events/eventsmodel.h"
#include "ui/shared/eventstable.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int leastRows = 2; // room for the sentence that there are none
constexpr int usualRows = 8; // more events scroll, unless there is room for them

} // namespace

RecentEvents::RecentEvents(EventStore *events, QWidget *parent)
    : QWidget(parent)
    , m_link(new LinkButton(this))
    , m_model(new EventsModel(events, this))
    , m_table(new EventsTable(m_model, EventsTable::About::OnePipeline, this))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    auto *head = new QHBoxLayout;
    head->setSpacing(Size::Gap);
    head->addWidget(
        new TextLabel(tr("Events"), TextLabel::Role::Section, TextLabel::Ink::Text, this));
    auto *whose = new TextLabel(tr("as seen from this computer"), TextLabel::Role::Small,
                                TextLabel::Ink::Secondary, this);
    whose->setElideMode(Qt::ElideRight);
    head->addWidget(whose, 1);
    m_link->setObjectName(u"openEventLog"_s);
    m_link->setText(tr("Open the event log"));
    head->addWidget(m_link);
    m_table->setObjectName(u"overviewEvents"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addLayout(head);
    layout->addWidget(m_table);
    connect(m_link, &QAbstractButton::clicked, this, &RecentEvents::logRequested);
    connect(m_model, &EventsModel::loaded, this, &RecentEvents::showNothing);
    fitHeight();
}

int RecentEvents::headHeight() const
{
    return m_link->sizeHint().height();
}

void RecentEvents::showNothing()
{
    m_table->emptyState()->setText(
        m_model->problem()
            ? tr("The events could not be read. %1").arg(m_model->problem().text)
            : tr("No event was seen in the last %n day(s).", nullptr, EventStore::daysKept));
    m_table->emptyState()->setVisible(m_model->rowCount() == 0);
    fitHeight();
}

// An empty table of full height had its sentence below the window's edge.
void RecentEvents::fitHeight()
{
    const int around = m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    const int row = m_table->verticalHeader()->defaultSectionSize();
    const int inRoom = (m_room - headHeight() - layout()->spacing() - around) / row;
    const int rows = qBound(leastRows, m_model->rowCount(), qMax(usualRows, inRoom));
    m_table->setFixedHeight(around + rows * row);
}

void RecentEvents::setRoom(int height)
{
    if (std::exchange(m_room, height) != height)
        fitHeight();
}

void RecentEvents::setPipeline(const PipelineKey &key)
{
    m_key = key;
    if (!isVisible())
        return;
    EventFilter filter;
    filter.pipeline = key;
    m_model->setFilter(filter);
}

void RecentEvents::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setPipeline(m_key);
}

} // namespace Sluice
