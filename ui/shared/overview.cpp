// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/overview.h"

#include "models/alerts/alertwatch.h"
#include "models/fleet/fleet.h"
#include "models/fleet/table/pipelinecells.h"
#include "models/form/tables/tablelist.h"
#include "models/references/referencemonitor.h"
#include "models/store/history.h"
#include "models/support/agetext.h"
#include "ui/shared/badgelook.h"
#include "ui/shared/findinglist.h"
#include "ui/shared/flowdiagram.h"
#include "ui/shared/recentevents.h"
#include "ui/shared/timelineview.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/badgelabel.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int mostTableRows = 12; // more tables scroll
constexpr int tablesWidth = 640;

} // namespace

Overview::Overview(Fleet *fleet, const ReferenceMonitor *secrets, const History &history,
                   QWidget *parent)
    : QScrollArea(parent)
    , m_fleet(fleet)
    , m_secrets(secrets)
    , m_badge(new BadgeLabel(this))
    , m_since(new TextLabel({}, TextLabel::Role::Body, TextLabel::Ink::Text, this))
    , m_checked(new TextLabel({}, TextLabel::Role::Body, TextLabel::Ink::Secondary, this))
    , m_known(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_clockLine(new QWidget(this))
    , m_clock(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_retention(new LinkButton(this))
    , m_label(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_findings(new FindingList(this))
    , m_flow(new FlowDiagram(this))
    , m_tablesTitle(new TextLabel({}, TextLabel::Role::Section, TextLabel::Ink::Text, this))
    , m_tables(new TableList(this))
    , m_tablesView(new QTableView(this))
{
    setObjectName(u"overview"_s);
    setAccessibleName(tr("Overview"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // nothing shifts when it is needed

    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::AlternateBase);
    content->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(Size::PageMargin, Size::PageMargin, Size::PageMargin,
                               Size::PageMargin);
    layout->setSpacing(Size::PageMargin);
    layout->addLayout(makeStateLine());
    layout->addWidget(m_flow);
    addHistory(layout, history);
    layout->addStretch();
    setWidget(content);
    connect(secrets, &ReferenceMonitor::changed, this,
            [this](const QSet<SecretReference> &, const QSet<PipelineKey> &pipelines) {
                if (pipelines.contains(key()))
                    showFindings();
            });
    connect(m_flow, &FlowDiagram::usersRequested, this, [this] {
        Q_EMIT runnerRequested(key().account, m_row.data(PipelineModel::AgentIdRole).toString(),
                               m_row.data(PipelineModel::RunnerNameRole).toString());
    });
    connect(m_findings, &FindingList::fieldRequested, this,
            [this](const QString &path) { Q_EMIT fieldRequested(key(), path); });
}

QLayout *Overview::makeStateLine()
{
    m_badge->setObjectName(u"overviewBadge"_s);
    m_since->setObjectName(u"overviewSince"_s);
    m_checked->setObjectName(u"overviewChecked"_s);
    m_known->setObjectName(u"overviewKnown"_s);
    m_known->setWordWrap(true);
    m_label->setObjectName(u"overviewLabel"_s);
    m_label->setWordWrap(true);
    m_findings->setObjectName(u"overviewFindings"_s);
    auto *times = new QHBoxLayout;
    times->setSpacing(Size::Gap);
    times->addWidget(m_badge);
    times->addSpacing(4);
    times->addWidget(m_since);
    times->addWidget(m_checked);
    times->addStretch();
    auto *both = new QVBoxLayout;
    both->setSpacing(Size::Gap);
    both->addLayout(times);
    both->addWidget(m_known);
    both->addWidget(makeClockLine());
    both->addWidget(m_label);
    both->addWidget(m_findings);
    return both;
}

QWidget *Overview::makeClockLine()
{
    m_clock->setObjectName(u"overviewClock"_s);
    m_clock->setWordWrap(true);
    m_retention->setObjectName(u"overviewRetention"_s);
    m_retention->setText(tr("How long its log is kept…"));
    connect(m_retention, &QAbstractButton::clicked, this,
            [this] { Q_EMIT retentionRequested(key()); });
    m_clockLine->setMaximumWidth(FindingList::mostWidth); // the link stays near its text
    auto *line = new QHBoxLayout(m_clockLine);
    line->setContentsMargins({});
    line->setSpacing(Size::Gap);
    line->addWidget(m_clock, 1);
    line->addWidget(m_retention, 0, Qt::AlignTop);
    return m_clockLine;
}

QWidget *Overview::makeTables()
{
    m_tablesView->setObjectName(u"overviewTables"_s);
    m_tablesView->setAccessibleName(tr("Source tables"));
    m_tablesView->setModel(m_tables);
    m_tablesView->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tablesView->setShowGrid(false);
    m_tablesView->setFont(fixedFont());
    m_tablesView->setTabKeyNavigation(false);
    m_tablesView->verticalHeader()->hide();
    m_tablesView->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_tablesView->verticalHeader()->setDefaultSectionSize(
        heightFor(Size::TableRow, QFontMetrics(fixedFont())));
    m_tablesView->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_tablesView->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_tablesView->horizontalHeader()->setHighlightSections(false);

    auto *tables = new QWidget(this);
    tables->setMaximumWidth(tablesWidth);
    tables->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *layout = new QVBoxLayout(tables);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_tablesTitle);
    layout->addWidget(m_tablesView);
    return tables;
}

void Overview::addHistory(QVBoxLayout *layout, const History &history)
{
    if (history.timelines) {
        m_timeline = new TimelineView(history.timelines, this);
        layout->addWidget(m_timeline);
    }
    if (!history.events) {
        layout->addWidget(makeTables());
        return;
    }
    m_events = new RecentEvents(history.events, this);
    connect(m_events, &RecentEvents::logRequested, this, [this] { Q_EMIT logRequested(key()); });
    m_tablesTitle->setMinimumHeight(m_events->headHeight()); // both tables begin at one height
    auto *line = new QHBoxLayout;
    line->setSpacing(Size::PageMargin);
    line->addWidget(makeTables(), 2, Qt::AlignTop);
    line->addWidget(m_events, 3, Qt::AlignTop);
    layout->addLayout(line);
}

void Overview::setRow(const QModelIndex &row)
{
    m_row = row;
    if (!m_row.isValid())
        return;
    const QJsonObject definition = m_row.data(PipelineModel::DefinitionRole).toJsonObject();
    if (definition != m_definition) {
        m_definition = definition;
        m_flow->setDefinition(definition);
        showTables();
    }
    if (m_timeline)
        m_timeline->setPipeline(key());
    if (m_events)
        m_events->setPipeline(key());
    showState();
    showLabel();
    showFindings();
    showRunner();
    showTimes();
}

PipelineKey Overview::key() const
{
    return m_row.data(PipelineModel::KeyRole).value<PipelineKey>();
}

void Overview::showState()
{
    BadgeLook look = badgeLookOf(m_row);
    look.big = true;
    m_badge->setLook(look);
    m_badge->setToolTip(look.rawText);
    m_flow->setBadge(look.badge, look.stale);

    QString known;
    const QString failure = m_row.data(PipelineModel::ErrorRole).toString();
    if (look.stale && failure.isEmpty())
        known = tr("This was seen before Sluice was started; there was no answer since.");
    else if (look.stale)
        known = tr("The last check failed: %1 The state shown is the last one known.").arg(failure);
    else if (look.badge == Badge::StartRequested || look.badge == Badge::StopRequested)
        known = tr("The command is on its way. The state changes when Maia reports it.");
    else
        known = PipelineCells::advice(look.badge);
    const PipelineRow *row = m_fleet->pipelines()->find(key());
    if (const QString read = row ? PipelineCells::readText(*row) : QString(); !read.isEmpty())
        known += known.isEmpty() ? read : u' ' + read;
    m_known->setText(known);
    m_known->setVisible(!known.isEmpty());
    m_known->setInk(look.stale ? TextLabel::Ink::Warning : TextLabel::Ink::Secondary);
}

void Overview::showLabel()
{
    const PipelineRow *row = m_fleet->pipelines()->find(key());
    const QStringList lines = row ? row->label.lines() : QStringList();
    m_label->setText(lines.join(u"  ·  "_s));
    m_label->setVisible(!lines.isEmpty());
}

void Overview::showFindings()
{
    m_findings->setFindings(m_secrets->findings(key()), m_definition);
}

void Overview::showRunner()
{
    const QString accountId = key().account;
    const QString agent = m_row.data(PipelineModel::AgentIdRole).toString();
    std::optional<Runner> known;
    if (const Account *account = m_fleet->account(accountId)) {
        const QList<Runner> &runners = account->runners();
        const auto found = std::find_if(runners.cbegin(), runners.cend(),
                                        [&agent](const Runner &one) { return one.id == agent; });
        if (found != runners.cend())
            known = *found;
    }
    m_flow->setRunner(m_row.data(PipelineModel::RunnerNameRole).toString(), known,
                      m_fleet->pipelines()->namesUsingRunner(accountId, agent));
}

void Overview::showTables()
{
    const QList<TableName> tables = tableNames(m_definition);
    m_tables->setTables(tables);
    m_tablesTitle->setText(tr("Tables (%L1)").arg(tables.size()));
    const int rows = qBound(1, int(tables.size()), mostTableRows);
    m_tablesView->setFixedHeight(m_tablesView->horizontalHeader()->sizeHint().height() +
                                 rows * m_tablesView->verticalHeader()->defaultSectionSize() +
                                 2 * m_tablesView->frameWidth());
    m_tablesView->setVisible(!tables.isEmpty());
}

void Overview::showTimes()
{
    if (!m_row.isValid())
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime since = m_row.data(PipelineModel::SinceRole).toDateTime();
    const QDateTime checked = m_row.data(PipelineModel::CheckedRole).toDateTime();
    const bool exact = m_row.data(PipelineModel::SinceExactRole).toBool();
    // The time stands still while nobody answers: nobody knows what came after.
    const QDateTime end = m_row.data(PipelineModel::KnownUntilRole).toDateTime();
    const QString duration = durationText(since, end.isValid() ? end : now);
    m_since->setText(!since.isValid() ? QString()
                     : exact          ? tr("for %1").arg(duration)
                                      : tr("for more than %1").arg(duration));
    const QString toolTip =
        exact ? tr("Since %1").arg(momentText(since))
              : tr("At least since %1, when Sluice saw it first").arg(momentText(since));
    m_since->setToolTip(end.isValid() ? tr("%1\nNot checked after %2").arg(toolTip, momentText(end))
                                      : toolTip);
    m_checked->setText(checked.isValid() ? tr("last check %1").arg(agoText(checked, now))
                                         : QString()); // the badge says it
    m_checked->setToolTip(momentText(checked));
    showClock(now);
    if (m_timeline)
        m_timeline->showTimes();
}

// Nothing where it streams, or where nobody can say anything.
void Overview::showClock(const QDateTime &now)
{
    const PipelineModel *pipelines = m_fleet->pipelines();
    const PipelineRow *row = pipelines->find(key());
    const LogRetention *retention = pipelines->logRetention();
    const bool isAsked = row && retention && ReturnClock::isWaitingForRetention(*row, *retention);
    const std::optional<ReturnClock> clock = row ? row->clock : std::nullopt;
    if (clock)
        m_clock->setText(clock->text(now));
    else if (isAsked)
        m_clock->setText(tr("How long it can stay like this depends on how long %1 keeps its log, "
                            "which nobody has said yet.")
                             .arg(row->sourceHost));
    m_clock->setToolTip(clock ? clock->reason(row->sourceHost) : QString());
    const double used = clock ? clock->used(now) : 0;
    m_clock->setInk(used >= AlertWatch::logHalf ? TextLabel::Ink::Warning
                                                : TextLabel::Ink::Secondary);
    m_clockLine->setVisible(clock || isAsked);
}

// What is free below the events is theirs.
void Overview::giveRoom()
{
    if (!m_events)
        return;
    const int top = m_events->mapTo(widget(), QPoint()).y();
    m_events->setRoom(viewport()->height() - top - Size::PageMargin);
}

bool Overview::eventFilter(QObject *watched, QEvent *event)
{
    const bool isContent = watched == widget();
    const bool seen = QScrollArea::eventFilter(watched, event);
    // What stands above the events has its place now.
    if (isContent && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        giveRoom();
    return seen;
}

void Overview::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    giveRoom();
}

void Overview::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer)
        showTimes();
    else
        QScrollArea::timerEvent(event);
}

void Overview::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    showTimes();
    m_timer = startTimer(std::chrono::seconds(1), Qt::CoarseTimer);
}

void Overview::hideEvent(QHideEvent *event)
{
    QScrollArea::hideEvent(event);
    killTimer(m_timer);
    m_timer = 0;
}

} // namespace Sluice
