// SPDX-License-Identifier: Apache-2.0
#include "ui/runs/runplandialog.h"

#include "models/fleet/fleet.h"
#include "models/runs/runwaves.h"
#include "ui/runs/plandelegate.h"
#include "ui/runs/runfile.h"
#include "ui/runs/runlook.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/calmcombobox.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QIntValidator>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Kind = RunDecision::Kind;

constexpr QSize planSize{1200, 720};
constexpr int nameWidth = 220;
constexpr int placeWidth = 190;
constexpr int settingsWidth = 360;
constexpr int numberWidth = 56;
constexpr int mostAtOnce = 20;
constexpr int mostFailures = 999;

QString about(std::chrono::seconds time)
{
    const auto count = time.count();
    return count < 120 ? RunPlanDialog::tr("%L1 s").arg(count)
                       : RunPlanDialog::tr("%L1 min").arg((count + 59) / 60);
}

QString explanation(RunVerb verb)
{
    switch (verb) {
    case RunVerb::Start:
        return RunPlanDialog::tr(
            "Each one is started, and seen to run. Nothing has been sent yet.");
    case RunVerb::Stop:
        return RunPlanDialog::tr("Each one is stopped, and seen to stop. While it is stopped no "
                                 "changes are copied; what the source no longer has when it starts "
                                 "again is lost to it. Nothing has been sent yet.");
    case RunVerb::Restart: break;
    }
    return RunPlanDialog::tr("Each one is stopped, seen to stop, started, and seen to run. Nothing "
                             "has been sent yet.");
}

QString title(RunVerb verb)
{
    switch (verb) {
    case RunVerb::Start: return RunPlanDialog::tr("Start pipelines");
    case RunVerb::Stop: return RunPlanDialog::tr("Stop pipelines");
    case RunVerb::Restart: break;
    }
    return RunPlanDialog::tr("Restart pipelines");
}

} // namespace

RunPlanDialog::RunPlanDialog(Fleet *fleet, RunVerb verb, const QList<PipelineKey> &pipelines,
                             const RunPlanModel::Obstacle &obstacle, const PathChooser &paths,
                             QWidget *parent)
    : Dialog(u"runPlanDialog"_s, title(verb), within(parent, planSize), parent)
    , m_fleet(fleet)
    , m_model(new RunPlanModel(fleet, verb, pipelines, obstacle, this))
    , m_paths(paths)
{
    setWindowModality(Qt::WindowModal);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(Size::PageMargin);
    parts->addWidget(makeRows(), 1);
    parts->addWidget(new Rule(Qt::Vertical, this));
    parts->addWidget(makeSettings());
    QVBoxLayout *layout = makeColumn();
    layout->addLayout(parts, 1);
    layout->addLayout(makeButtons());
    connect(m_model, &RunPlanModel::planChanged, this, &RunPlanDialog::refresh);
    refresh();
}

QWidget *RunPlanDialog::makeRows()
{
    auto *part = new QWidget(this);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    m_counts = new TextLabel({}, TextLabel::Role::Section, TextLabel::Ink::Text, part);
    m_counts->setObjectName(u"runPlanCounts"_s);
    layout->addWidget(m_counts);
    auto *words = new TextLabel(explanation(m_model->verb()), TextLabel::Role::Small,
                                TextLabel::Ink::Secondary, part);
    words->setWordWrap(true);
    layout->addWidget(words);
    auto *table = new RowsView(m_model, tr("What will happen to each pipeline"), part);
    table->setObjectName(u"runPlanRows"_s);
    table->setTextElideMode(Qt::ElideMiddle);
    table->setItemDelegate(new PlanDelegate(table));
    table->setItemDelegateForColumn(RunPlanModel::StatusColumn,
                                    new BadgeDelegate(RunPlanModel::BadgeRole,
                                                      RunPlanModel::RawStatusRole,
                                                      RunPlanModel::OutdatedRole, table));
    table->setColumnWidth(RunPlanModel::PipelineColumn, nameWidth);
    table->setColumnWidth(RunPlanModel::PlaceColumn, placeWidth);
    BadgeLook widest;
    widest.badge = Badge::Snapshotting;
    table->setColumnWidth(RunPlanModel::StatusColumn, badgeSize(widest).width() + 4 * Size::Gap);
    table->horizontalHeader()->setStretchLastSection(true);
    if (m_model->rowCount() > 0)
        table->setCurrentIndex(m_model->index(0, 0));
    table->setFocus();
    layout->addWidget(table, 1);
    m_snapshots = new NoteLine(Family::Warning, part);
    m_snapshots->setObjectName(u"runPlanSnapshots"_s);
    layout->addWidget(m_snapshots);
    return part;
}

QLineEdit *RunPlanDialog::makeNumber(const QString &objectName, const QString &name, int value,
                                     int most)
{
    auto *edit = new QLineEdit(QString::number(value), this);
    edit->setObjectName(objectName);
    edit->setAccessibleName(name);
    edit->setValidator(new QIntValidator(0, most, edit));
    edit->setFixedWidth(numberWidth);
    connect(edit, &QLineEdit::textChanged, this, &RunPlanDialog::refresh);
    return edit;
}

TextLabel *RunPlanDialog::makeFact(const QString &objectName)
{
    auto *label = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    return label;
}

QWidget *RunPlanDialog::makeSettings()
{
    auto *part = new QWidget(this);
    part->setFixedWidth(settingsWidth);
    auto *layout = new QVBoxLayout(part);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    const auto head = [part, layout](const QString &text) {
        layout->addWidget(
            new TextLabel(text, TextLabel::Role::Section, TextLabel::Ink::Text, part));
    };
    const auto line = [part, layout](const QString &text, QLineEdit *edit, const QString &unit) {
        auto *label = new QLabel(text, part);
        label->setBuddy(edit);
        label->setMinimumWidth(Size::FormLabel);
        QBoxLayout *row = makeLine();
        row->addWidget(label);
        row->addWidget(edit);
        row->addWidget(new TextLabel(unit, TextLabel::Role::Small, TextLabel::Ink::Secondary, part),
                       1);
        layout->addLayout(row);
    };
    const CommandRun::Settings usual;
    head(tr("How it runs"));
    m_atOnce =
        makeNumber(u"runAtOnce"_s, tr("Pipelines at the same time"), usual.atOnce, mostAtOnce);
    m_failures =
        makeNumber(u"runFailures"_s, tr("Failures after which the run stops"), 3, mostFailures);
    line(tr("At the same &time"), m_atOnce, tr("pipelines"));
    line(tr("Stop the run &after"), m_failures, tr("failures; 0: never"));
    layout->addLayout(makeWaves(part));
    auto *patience = makeFact(u"runPatience"_s);
    patience->setText(tr("What no state confirms within %1 s counts as timed out, and is watched "
                         "on.")
                          .arg(usual.patience.count() / 1000));
    layout->addWidget(patience);
    layout->addSpacing(Size::Gap);
    layout->addWidget(new Rule(part));
    head(tr("What it costs"));
    m_time = makeFact(u"runTime"_s);
    m_calls = makeFact(u"runCalls"_s);
    m_budget = makeFact(u"runBudget"_s);
    for (TextLabel *fact : {m_time, m_calls, m_budget})
        layout->addWidget(fact);
    layout->addStretch(1);
    return part;
}

QLayout *RunPlanDialog::makeWaves(QWidget *part)
{
    m_waves = new CalmComboBox(part);
    m_waves->setObjectName(u"runWaves"_s);
    m_waves->setAccessibleName(tr("Waves"));
    for (const WavePlan plan :
         {WavePlan::AtOnce, WavePlan::Growing, WavePlan::BySource, WavePlan::ByTag})
        m_waves->addItem(wavePlanText(plan), int(plan));
    m_hold = new CalmComboBox(part);
    m_hold->setObjectName(u"runHold"_s);
    m_hold->setAccessibleName(tr("How long a wave has to run before the next one"));
    m_hold->addItem(tr("not at all"), 0);
    for (const int time : {30, 120, 600})
        m_hold->addItem(about(std::chrono::seconds(time)), time);
    m_hold->setCurrentIndex(1);
    m_wavesText = makeFact(u"runWavesText"_s);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(Size::Gap);
    const auto line = [part, layout](const QString &text, QWidget *field) {
        auto *label = new QLabel(text, part);
        label->setBuddy(field);
        label->setMinimumWidth(Size::FormLabel);
        QBoxLayout *row = makeLine();
        row->addWidget(label);
        row->addWidget(field, 1);
        layout->addLayout(row);
    };
    line(tr("&Waves"), m_waves);
    if (m_model->verb() == RunVerb::Stop)
        m_hold->hide();
    else
        line(tr("&Each runs for"), m_hold);
    layout->addWidget(m_wavesText);
    connect(m_waves, &QComboBox::currentIndexChanged, this, &RunPlanDialog::refresh);
    return layout;
}

void RunPlanDialog::setWaves(QList<CommandRun::Item> &items) const
{
    QList<const PipelineRow *> rows;
    QList<qsizetype> places;
    for (qsizetype at = 0; at < items.size(); ++at) {
        const PipelineRow *row =
            items.at(at).skipped.isEmpty() ? m_fleet->pipelines()->find(items.at(at).key) : nullptr;
        if (!row)
            continue;
        rows.append(row);
        places.append(at);
    }
    const QList<int> waves = wavesOf(WavePlan(m_waves->currentData().toInt()), rows);
    for (qsizetype at = 0; at < places.size(); ++at)
        items[places.at(at)].wave = waves.at(at);
}

QLayout *RunPlanDialog::makeButtons()
{
    QPushButton *copy = addButton(tr("C&opy plan"), u"copyRunPlan"_s);
    copy->setIcon(icon("copy"));
    QPushButton *save = addButton(tr("Sa&ve as CSV…"), u"saveRunPlan"_s);
    save->setIcon(icon("download"));
    QPushButton *cancel = addButton(tr("&Cancel"), u"cancelRunPlan"_s);
    m_go = addButton({}, u"startRun"_s);
    m_go->setProperty("primary", true);
    m_go->setIcon(icon(verbIcon(m_model->verb())));
    QBoxLayout *layout = makeLine();
    layout->addWidget(copy);
    layout->addWidget(save);
    auto *words = new TextLabel(tr("The run goes on in Activity when this window closes."),
                                TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    words->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    layout->addWidget(words, 1);
    layout->addWidget(cancel);
    layout->addWidget(m_go);
    connect(copy, &QPushButton::clicked, this, &RunPlanDialog::copyPlan);
    connect(save, &QPushButton::clicked, this, &RunPlanDialog::savePlan);
    connect(cancel, &QPushButton::clicked, this, &RunPlanDialog::reject);
    connect(m_go, &QPushButton::clicked, this, &RunPlanDialog::go);
    return layout;
}

CommandRun::Settings RunPlanDialog::settings() const
{
    CommandRun::Settings settings;
    settings.atOnce = m_atOnce->text().toInt();
    settings.mostFailures = m_failures->text().toInt();
    if (m_waves->currentData().toInt() != int(WavePlan::AtOnce))
        settings.hold = std::chrono::seconds(m_hold->currentData().toInt());
    return settings;
}

void RunPlanDialog::refresh()
{
    if (!m_go || !m_waves)
        return;
    const int ticked = m_model->tickedCount();
    QStringList counts;
    const auto add = [&counts](int count, const QString &text) {
        if (count > 0)
            counts.append(text.arg(count));
    };
    switch (m_model->verb()) {
    case RunVerb::Start: add(ticked, tr("%L1 to start")); break;
    case RunVerb::Stop: add(ticked, tr("%L1 to stop")); break;
    case RunVerb::Restart: add(ticked, tr("%L1 to restart")); break;
    }
    add(m_model->count(Kind::InSnapshot), tr("%L1 in a snapshot"));
    add(m_model->count(Kind::Skipped), tr("%L1 skipped"));
    add(m_model->count(Kind::Blocked), tr("%L1 blocked"));
    m_counts->setText(tr("%L1 selected: %2").arg(m_model->rowCount()).arg(counts.join(u", "_s)));
    const int snapshots = m_model->count(Kind::InSnapshot);
    m_snapshots->setText(
        snapshots == 0 ? QString()
                       : tr("%Ln are left alone unless you tick each: a snapshot that is stopped "
                            "may begin again, and reads all its tables once more.",
                            nullptr, snapshots));
    showWaves();
    const CommandRun::Settings now = settings();
    const auto patience = std::chrono::duration_cast<std::chrono::seconds>(now.patience);
    const RunCosts costs = m_model->costs(now.atOnce, patience);
    m_time->setText(costs.least.count() > 0
                        ? tr("Time: at least %1 by the budget, at most about %2")
                              .arg(about(costs.least), about(costs.most))
                        : tr("Time: at most about %1, when each waits as long as it may")
                              .arg(about(costs.most)));
    m_calls->setText(tr("Calls: %Ln command(s), and a check of the state after each at the least",
                        nullptr, costs.commands));
    m_budget->setText(costs.perMinute == 0 ? tr("Budget: no limit is known")
                                           : tr("Budget: %L1 of %L2 calls a minute are free now")
                                                 .arg(costs.free)
                                                 .arg(costs.perMinute));
    m_go->setText(runTitle(m_model->verb(), ticked));
    m_go->setEnabled(ticked > 0 && now.atOnce > 0 && m_failures->hasAcceptableInput());
    m_go->setToolTip(ticked == 0      ? tr("There is nothing to do.")
                     : now.atOnce < 1 ? tr("At least one pipeline at the same time.")
                                      : QString());
}

void RunPlanDialog::showWaves()
{
    const bool hasWaves = m_waves->currentData().toInt() != int(WavePlan::AtOnce);
    m_hold->setEnabled(hasWaves);
    m_wavesText->setVisible(hasWaves);
    if (!hasWaves)
        return;
    QList<CommandRun::Item> items = m_model->items();
    setWaves(items);
    int count = 0;
    for (const CommandRun::Item &item : std::as_const(items))
        count = item.skipped.isEmpty() ? qMax(count, item.wave + 1) : count;
    m_wavesText->setText(
        m_model->verb() == RunVerb::Stop
            ? tr("%Ln wave(s). When one does not go well, the run pauses and asks.", nullptr, count)
            : tr("%Ln wave(s). When one does not go well, or does not run on for "
                 "that time, the run pauses and asks.",
                 nullptr, count));
}

void RunPlanDialog::go()
{
    QList<CommandRun::Item> items = m_model->items();
    setWaves(items);
    // Here the exceptions come first; in the run, what is done does.
    std::stable_partition(items.begin(), items.end(),
                          [](const CommandRun::Item &item) { return item.skipped.isEmpty(); });
    const CommandRun::Settings chosenSettings = settings();
    accept();
    Q_EMIT chosen(items, chosenSettings);
}

void RunPlanDialog::copyPlan()
{
    QStringList lines;
    const QList<QStringList> table = m_model->table();
    for (const QStringList &cells : table)
        lines += cells.join(u'\t');
    copyToClipboard(lines.join(u'\n') + u'\n');
}

void RunPlanDialog::savePlan()
{
    saveTable(this, m_paths, tr("Save plan"), u"plan.csv"_s, m_model->table());
}

} // namespace Sluice
