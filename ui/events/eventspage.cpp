// SPDX-License-Identifier: Apache-2.0
#include "ui/events/eventspage.h"

#include "models/events/shiftreport.h"
#include "models/fleet/fleet.h"
#include "models/store/events/eventsmodel.h"
#include "ui/events/eventexport.h"
#include "ui/events/eventsbar.h"
#include "ui/events/shiftpanel.h"
#include "ui/shared/eventstable.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/emptystate.h"

#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int reportedAtMost = 5000; // events of an absence

constexpr std::chrono::seconds lookInterval{1};
constexpr int mostLooks = 60;
constexpr std::chrono::minutes visitInterval{1};

bool isChecked(const Fleet &fleet)
{
    const QList<Account *> accounts = fleet.accounts();
    return !accounts.isEmpty() &&
           std::all_of(accounts.cbegin(), accounts.cend(), [&fleet](const Account *account) {
               return fleet.poller(account->id())->hasCompletedSweep();
           });
}

const QString &visitMark()
{
    static const QString name = u"visit"_s;
    return name;
}

} // namespace

EventsPage::EventsPage(Fleet *fleet, EventStore *events, const PathChooser &paths, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_events(events)
    , m_model(new EventsModel(events, this))
    , m_bar(new EventsBar(fleet, this))
    , m_export(new EventExport(
          events, [this] { return m_bar->filter(); }, paths, this))
    , m_report(new QWidget(this))
    , m_shift(new ShiftPanel(m_report))
    , m_table(new EventsTable(m_model, EventsTable::About::All, this))
{
    setObjectName(u"eventsPage"_s);
    m_report->hide();
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->emptyState()->button()->setObjectName(u"clearEventFilters"_s);
    auto *margins = new QVBoxLayout(m_report);
    margins->setContentsMargins(12, 0, 12, Size::Gap);
    margins->addWidget(m_shift);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_report);
    layout->addWidget(m_table, 1);
    connectBar();
    readLastVisit();
    // A visit may also end with a crash.
    m_visitTimer.setInterval(visitInterval);
    connect(&m_visitTimer, &QTimer::timeout, this, [this] {
        if (window()->isActiveWindow())
            endVisit();
    });
    m_visitTimer.start();
    updateNumbers();
}

void EventsPage::connectBar()
{
    m_bar->setExportMenu(m_export->menu());
    connect(m_bar, &EventsBar::filterChanged, this,
            [this] { m_model->setFilter(m_bar->filter()); });
    connect(m_bar, &EventsBar::rowsRequested, m_table, &EventsTable::goToFirst);
    connect(m_model, &EventsModel::loaded, this, &EventsPage::updateNumbers);
    connect(m_events, &EventStore::added, this, [this](const QList<Event> &added) {
        const auto news = std::count_if(added.cbegin(), added.cend(), [this](const Event &event) {
            return m_news.isNews(event);
        });
        if (!isVisible())
            m_unseen += int(news);
        Q_EMIT countsChanged();
    });
    connect(m_table->emptyState(), &EmptyState::buttonClicked, m_bar, &EventsBar::clearFilters);
    connect(m_table, &EventsTable::openRequested, this, [this](const Event &event) {
        if (event.key.isValid())
            Q_EMIT openRequested(event.key, event.version);
    });
    connect(m_table, &QWidget::customContextMenuRequested, this, &EventsPage::showMenu);
    connect(m_shift, &ShiftPanel::showRequested, this, &EventsPage::showSinceLastVisit);
    connect(m_shift, &ShiftPanel::closed, m_report, &QWidget::hide);
}

void EventsPage::readLastVisit()
{
    m_events->marked(visitMark(), this, [this](const StoreResult<QDateTime> &visit) {
        if (!visit || !visit->isValid())
            return;
        m_lastVisit = *visit;
        m_bar->setLastVisit(m_lastVisit);
        m_reportTimer.start();
    });
    m_reportTimer.setInterval(lookInterval);
    connect(&m_reportTimer, &QTimer::timeout, this, &EventsPage::reportSoon);
}

// The first checks of all accounts tell what happened meanwhile.
void EventsPage::reportSoon()
{
    // After the last check, what it changed is written a moment later.
    const bool wasChecked = std::exchange(m_isChecked, isChecked(*m_fleet));
    if (++m_looks < mostLooks && !wasChecked)
        return;
    m_reportTimer.stop();
    report();
}

void EventsPage::report()
{
    EventFilter filter;
    filter.from = m_lastVisit;
    m_events->page(
        filter, 0, reportedAtMost, this, [this](const StoreResult<EventStore::Page> &page) {
            if (!page)
                return;
            const ShiftReport report(page->events, m_lastVisit, QDateTime::currentDateTimeUtc());
            if (report.isEmpty())
                return;
            m_shift->setReport(report, page->matching - page->events.size());
            m_report->show();
            Q_EMIT awayReported(report.summary());
        });
}

void EventsPage::endVisit()
{
    m_events->mark(visitMark(), QDateTime::currentDateTimeUtc());
}

void EventsPage::focusFilter()
{
    m_bar->focusText();
}

void EventsPage::focusRows()
{
    if (!m_table->goToFirst())
        m_bar->focusText();
}

void EventsPage::showPipeline(const PipelineKey &key, const QString &name)
{
    m_bar->clearFilters();
    m_bar->setPipeline(key, name);
}

void EventsPage::showAccount(const QString &account)
{
    m_bar->clearFilters();
    m_bar->setAccount(account);
}

void EventsPage::showSinceLastVisit()
{
    m_bar->showSinceLastVisit();
}

QString EventsPage::countText() const
{
    return tr("%Ln event(s), kept for %L1 days at most", nullptr, int(m_model->all()))
        .arg(EventStore::daysKept);
}

void EventsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_unseen = 0;
    m_model->setFilter(m_bar->filter()); // a time that is counted from now
    Q_EMIT countsChanged();
}

void EventsPage::updateNumbers()
{
    m_bar->setNumbers(m_model->matching(), m_model->all());
    EmptyState *empty = m_table->emptyState();
    if (m_model->problem())
        empty->setText(tr("The events could not be read. %1").arg(m_model->problem().text));
    else if (m_model->all() == 0)
        empty->setText(tr("Nothing happened yet. Sluice writes down what it sees from now on."));
    else
        empty->setText(tr("No event matches these filters."), tr("Clear filters"));
    empty->setVisible(m_model->rowCount() == 0);
    Q_EMIT countsChanged();
}

void EventsPage::showMenu(const QPoint &place)
{
    const Event event = m_table->currentEvent();
    if (event.id == 0)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"eventMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *open = menu->addAction(
        event.version > 0 ? tr("&Open the pipeline at this version") : tr("&Open the pipeline"),
        this, [this, event] { Q_EMIT openRequested(event.key, event.version); });
    open->setEnabled(m_fleet->pipelines()->find(event.key) != nullptr);
    QAction *only = menu->addAction(tr("Show only this &pipeline"), this,
                                    [this, event] { showPipeline(event.key, event.name); });
    only->setEnabled(event.key.isValid());
    menu->addAction(tr("&Copy as text"), m_table, &EventsTable::copyRow);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

} // namespace Sluice
