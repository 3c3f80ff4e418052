// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runspanel.h"

#include "models/runs/commandrun.h"
#include "models/runs/runlist.h"
#include "models/runs/runmodel.h"
#include "ui/runs/rundelegate.h"
#include "ui/runs/runfile.h"
#include "ui/runs/runlistdelegate.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QListView>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int runNameWidth = 220;
constexpr int runPlaceWidth = 210;
constexpr int resultWidth = 120;
constexpr int leastHeight = 150; // while it is open

} // namespace

RunsPanel::RunsPanel(Fleet *fleet, RunList *runs, const PathChooser &paths, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_runs(runs)
    , m_paths(paths)
    , m_model(new RunModel(this))
{
    setObjectName(u"runsPanel"_s);
    setAccessibleName(tr("Activity"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(new Rule(this));
    layout->addWidget(makeStrip());
    m_body = makeBody();
    layout->addWidget(m_body, 1);
    connect(m_runs, &RunList::changed, this, &RunsPanel::refresh);
    connect(m_runs, &RunList::added, this, [this] {
        m_list->setCurrentIndex(m_runs->index(0));
        refresh();
    });
    setOpen(false);
    refresh();
}

QWidget *RunsPanel::makeStrip()
{
    auto *strip = new QWidget(this);
    m_toggle = new QToolButton(strip);
    m_toggle->setObjectName(u"runsToggle"_s);
    m_toggle->setText(tr("Activity"));
    m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toggle->setIconSize({Size::Icon, Size::Icon});
    m_toggle->setAutoRaise(true);
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    m_newest = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, strip);
    m_newest->setObjectName(u"runsNewest"_s);
    m_newest->setElideMode(Qt::ElideRight);
    m_newest->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *layout = new QHBoxLayout(strip);
    layout->setContentsMargins(Size::Gap, 2, Size::Gap, 2);
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_toggle);
    layout->addWidget(m_newest, 1);
    connect(m_toggle, &QToolButton::clicked, this, [this] {
        setOpen(!isOpen());
        if (isOpen())
            m_list->setFocus();
    });
    return strip;
}

QWidget *RunsPanel::makeBody()
{
    auto *body = new QSplitter(Qt::Horizontal, this);
    body->setObjectName(u"runsBody"_s);
    body->setChildrenCollapsible(false);
    m_list = new QListView(body);
    m_list->setObjectName(u"runsList"_s);
    m_list->setAccessibleName(tr("Runs"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new RunListDelegate(m_list));
    m_list->setModel(m_runs);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &RunsPanel::choose);
    auto *right = new QWidget(body);
    m_table = new RowsView(m_model, tr("Pipelines of the run"), right);
    m_table->setObjectName(u"runRows"_s);
    m_table->setItemDelegate(new RunDelegate(m_table));
    m_table->setColumnWidth(RunModel::PipelineColumn, runNameWidth);
    m_table->setColumnWidth(RunModel::PlaceColumn, runPlaceWidth);
    m_table->setColumnWidth(RunModel::ResultColumn, resultWidth);
    m_table->horizontalHeader()->setStretchLastSection(true);
    connect(m_table, &QAbstractItemView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT openRequested(index.data(RunModel::KeyRole).value<PipelineKey>());
    });
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, Size::Gap, 0, 0);
    layout->setSpacing(Size::Gap);
    layout->addLayout(makeHead(right));
    layout->addWidget(m_table, 1);
    body->addWidget(m_list);
    body->addWidget(right);
    body->setStretchFactor(0, 0);
    body->setStretchFactor(1, 1);
    body->setSizes({Size::Dock, 4 * Size::Dock});
    return body;
}

QPushButton *RunsPanel::addButton(const QString &text, const char *iconName,
                                  const QString &objectName, QWidget *parent)
{
    auto *button = new QPushButton(icon(iconName), text, parent);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    return button;
}

QLayout *RunsPanel::makeHead(QWidget *parent)
{
    m_title = new TextLabel({}, TextLabel::Role::Section, TextLabel::Ink::Text, parent);
    m_title->setObjectName(u"runTitle"_s);
    m_words = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, parent);
    m_words->setObjectName(u"runWords"_s);
    m_words->setElideMode(Qt::ElideRight);
    m_pause = addButton(tr("Pause"), "clock", u"pauseRun"_s, parent);
    m_cancel = addButton(tr("Cancel the rest"), "circle-x", u"cancelRun"_s, parent);
    m_cancel->setToolTip(tr("What has begun goes on to its end"));
    m_retry = addButton(tr("Retry"), "refresh-cw", u"retryRun"_s, parent);
    m_retry->setToolTip(tr("Each is looked at before anything is sent to it again"));
    m_undo = addButton(tr("Undo…"), "undo-2", u"undoRun"_s, parent);
    m_report = addButton(tr("Save report…"), "download", u"saveRunReport"_s, parent);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (CommandRun *run = m_model->run())
            run->isPaused() ? run->resume() : run->pause();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (CommandRun *run = m_model->run())
            run->cancelRest();
    });
    connect(m_retry, &QPushButton::clicked, this, &RunsPanel::retry);
    connect(m_undo, &QPushButton::clicked, this, &RunsPanel::undo);
    connect(m_report, &QPushButton::clicked, this, &RunsPanel::saveReport);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Size::Gap, 0, Size::Gap, 0);
    head->setSpacing(Size::Gap);
    head->addWidget(m_title);
    head->addWidget(m_words, 1);
    for (QPushButton *button : {m_pause, m_cancel, m_retry, m_undo, m_report})
        head->addWidget(button);
    return head;
}

bool RunsPanel::isOpen() const
{
    return !m_body->isHidden();
}

void RunsPanel::setOpen(bool isOpen)
{
    m_body->setVisible(isOpen);
    setMinimumHeight(isOpen ? leastHeight : 0);
    setMaximumHeight(isOpen ? QWIDGETSIZE_MAX : sizeHint().height());
    m_toggle->setIcon(icon(isOpen ? "chevron-down" : "chevron-up"));
    m_toggle->setToolTip(isOpen ? tr("Close the activity") : tr("Open the activity"));
    Q_EMIT openChanged(isOpen);
}

void RunsPanel::choose()
{
    m_model->setRun(m_runs->run(m_list->currentIndex().row()));
    refresh();
}

void RunsPanel::refresh()
{
    const int running = m_runs->runningCount();
    m_toggle->setText(running == 0 ? tr("Activity") : tr("Activity (%L1)").arg(running));
    const QModelIndex newest = m_runs->index(0);
    m_newest->setText(newest.data(Qt::AccessibleTextRole).toString());
    const CommandRun *run = m_model->run();
    if (!run)
        return;
    m_title->setText(run->title());
    const QString wave = run->waveText();
    m_words->setText(wave.isEmpty() ? run->summary() : wave + u" · "_s + run->summary());
    m_words->setToolTip(m_words->text());
    const bool isOpen = run->isRunning() && !run->isCancelled();
    const int waiting = run->count(CommandRun::State::Waiting);
    // The text alone changes, so that the key that paused goes on, too.
    m_pause->setText(run->isPaused() ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(icon(run->isPaused() ? "play" : "clock"));
    m_pause->setEnabled(isOpen && (waiting > 0 || run->isPaused()));
    m_cancel->setEnabled(isOpen && waiting > 0);
    const int failed = run->failed();
    const int notSent = run->count(CommandRun::State::NotSent);
    m_retry->setText(notSent == 0 ? tr("Retry %Ln failed", nullptr, failed)
                                  : tr("Go on with %Ln", nullptr, failed + notSent));
    m_retry->setEnabled(!run->isRunning() && failed + notSent > 0);
    // What is on its way may still change what there is to take back.
    const bool canUndo = run->undoVerb() && (!run->isRunning() || run->isPaused());
    m_undo->setEnabled(canUndo && !run->touched().isEmpty());
    m_undo->setToolTip(!run->undoVerb() ? tr("A restart leaves nothing to take back")
                       : *run->undoVerb() == RunVerb::Stop
                           ? tr("Plan to stop what this run started")
                           : tr("Plan to start what this run stopped"));
    m_words->setInk(failed > 0 || run->isHeldBack() ? TextLabel::Ink::Warning
                                                    : TextLabel::Ink::Secondary);
}

void RunsPanel::retry()
{
    const CommandRun *run = m_model->run();
    if (!run || run->isRunning())
        return;
    const QList<CommandRun::Item> left = run->left();
    if (!left.isEmpty())
        m_runs->add(new CommandRun(m_fleet, run->verb(), left, run->settings()));
}

void RunsPanel::undo()
{
    const CommandRun *run = m_model->run();
    if (run && run->undoVerb())
        Q_EMIT undoRequested(*run->undoVerb(), run->touched());
}

void RunsPanel::saveReport()
{
    if (const CommandRun *run = m_model->run())
        saveTable(this, m_paths, tr("Save report"), u"report.csv"_s, RunModel::report(*run));
}

} // namespace Sluice
