// SPDX-License-Identifier: Apache-2.0
#include "ui/window/pipelinecommands.h"

#include "models/fleet/fleet.h"
#include "models/fleet/fleethealth.h"
#include "models/runs/commandrun.h"
#include "models/runs/runlist.h"
#include "models/store/localstore.h"
#include "ui/runs/runplandialog.h"
#include "ui/shared/actions.h"
#include "ui/widgets/clipboard.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr qsizetype namesShown = 10;

// "orders in PROD-EU".
QString inAccount(const QString &what, const PipelineKey &key, const Fleet &fleet)
{
    const Account *account = fleet.account(key.account);
    return account ? PipelineCommands::tr("%1 in %2").arg(what, account->profile().name) : what;
}

// "orders (Online shop)" when another project has a pipeline of this name, too.
QString nameOf(const SelectedPipeline &one, Fleet &fleet)
{
    int places = 0;
    QString place;
    const QList<Account *> accounts = fleet.accounts();
    for (const Account *account : accounts) {
        for (const Project &project : account->projects()) {
            places +=
                fleet.pipelines()->rows().hasName(account->id(), project.id, one.name) ? 1 : 0;
            if (account->id() == one.key.account && project.id == one.key.project)
                place = project.name;
        }
    }
    return places > 1 && !place.isEmpty()
               ? PipelineCommands::tr("%1 (%2)", "pipeline, project").arg(one.name, place)
               : one.name;
}

bool areOfSeveralAccounts(const Selection &selection)
{
    return std::any_of(selection.cbegin(), selection.cend(), [&](const SelectedPipeline &one) {
        return one.key.account != selection.constFirst().key.account;
    });
}

// In an unknown state both a start and a stop are worth a try.
bool isRunning(const SelectedPipeline &one)
{
    return one.canStop && !one.canStart;
}

QString runningText(const Selection &selection)
{
    const auto count = int(std::count_if(selection.cbegin(), selection.cend(), isRunning));
    if (count == 0)
        return {};
    if (selection.size() == 1)
        return PipelineCommands::tr("It is running.");
    return PipelineCommands::tr("%Ln of them are running.", nullptr, count);
}

// What it costs to stop this one, as far as the vendor says.
QString costOfStop(const SelectedPipeline &one)
{
    switch (one.badge) {
    case Badge::Snapshotting:
        return one.outdated
                   ? PipelineCommands::tr("It was taking its snapshot when it was checked last. A "
                                          "snapshot that is stopped may begin again: all its "
                                          "tables are read once more.")
                   : PipelineCommands::tr("It is in the middle of its snapshot. A snapshot that is "
                                          "stopped may begin again: all its tables are read once "
                                          "more.");
    case Badge::Streaming:
        return one.outdated
                   ? PipelineCommands::tr("It was streaming when it was checked last. While it is "
                                          "stopped, no changes are copied; what the source no "
                                          "longer has when it starts again is lost to it.")
                   : PipelineCommands::tr("It is streaming. While it is stopped, no changes are "
                                          "copied; what the source no longer has when it starts "
                                          "again is lost to it.");
    case Badge::Starting: return PipelineCommands::tr("It is starting.");
    default: return PipelineCommands::tr("Its state is not known.");
    }
}

QString nameList(const Selection &selection, Fleet &fleet)
{
    const bool several = areOfSeveralAccounts(selection);
    QStringList names;
    for (qsizetype i = 0; i < qMin(selection.size(), namesShown); ++i) {
        const SelectedPipeline &one = selection.at(i);
        const QString name = nameOf(one, fleet);
        names += several ? inAccount(name, one.key, fleet) : name;
    }
    if (selection.size() > namesShown)
        names += PipelineCommands::tr("and %Ln more", nullptr, int(selection.size() - namesShown));
    return names.join(u'\n');
}

} // namespace

PipelineCommands::PipelineCommands(Fleet *fleet, LocalStore *store, RunList *runs,
                                   const FleetHealth *health, const PathChooser &paths,
                                   QWidget *window)
    : QObject(window)
    , m_fleet(fleet)
    , m_store(store)
    , m_runs(runs)
    , m_health(health)
    , m_paths(paths)
    , m_window(window)
{}

void PipelineCommands::handle(Actions *actions)
{
    actions->on(ActionId::Start, this, [this, actions] { start(actions->selection()); });
    actions->on(ActionId::Stop, this, [this, actions] { stop(actions->selection()); });
    actions->on(ActionId::Restart, this, [this, actions] { restart(actions->selection()); });
    actions->on(ActionId::Delete, this, [this, actions] { remove(actions->selection()); });
    actions->on(ActionId::Refresh, this, [this, actions] { refresh(actions->selection()); });
    actions->on(ActionId::RefreshAll, this, [this] { m_fleet->refreshAll(); });
    actions->on(ActionId::CopyId, this, [this, actions] { copyIds(actions->selection()); });
}

// To start one is harmless.
void PipelineCommands::start(const Selection &selection)
{
    if (selection.size() > 1)
        plan(RunVerb::Start, selection);
    else if (!selection.isEmpty() && selection.constFirst().canStart)
        m_fleet->sendCommand(selection.constFirst().key, PipelineCommand::Start);
}

void PipelineCommands::stop(const Selection &selection)
{
    if (selection.size() > 1)
        plan(RunVerb::Stop, selection);
    else if (!selection.isEmpty() && selection.constFirst().canStop)
        askToStop(selection.constFirst());
}

void PipelineCommands::restart(const Selection &selection)
{
    if (selection.size() > 1)
        plan(RunVerb::Restart, selection);
    else if (!selection.isEmpty() && selection.constFirst().canStop)
        askToRestart(selection.constFirst());
}

void PipelineCommands::askToStop(const SelectedPipeline &one)
{
    const QString name =
        m_fleet->accounts().size() > 1 ? inAccount(one.name, one.key, *m_fleet) : one.name;
    ask(tr("Stop %1?").arg(name), costOfStop(one), tr("Stop"),
        [this, key = one.key] { m_fleet->sendCommand(key, PipelineCommand::Stop); });
}

void PipelineCommands::askToRestart(const SelectedPipeline &one)
{
    const QString name =
        m_fleet->accounts().size() > 1 ? inAccount(one.name, one.key, *m_fleet) : one.name;
    const QString detail = costOfStop(one) + u"\n\n"_s +
                           tr("It is stopped, and started as soon as it is seen stopped.");
    const bool isInSnapshot = one.badge == Badge::Snapshotting;
    ask(tr("Restart %1?").arg(name), detail, tr("Restart"), [this, key = one.key, isInSnapshot] {
        const PipelineRow *row = m_fleet->pipelines()->find(key);
        if (!row)
            return;
        CommandRun::Item item{key, row->name, row->accountName, row->projectName};
        item.mayEndSnapshot = isInSnapshot; // the question told what that costs
        m_runs->add(new CommandRun(m_fleet, RunVerb::Restart, {item}, CommandRun::Settings()));
    });
}

void PipelineCommands::plan(RunVerb verb, const Selection &selection)
{
    QList<PipelineKey> keys;
    keys.reserve(selection.size());
    for (const SelectedPipeline &one : selection)
        keys.append(one.key);
    plan(verb, keys);
}

void PipelineCommands::plan(RunVerb verb, const QList<PipelineKey> &pipelines)
{
    auto *dialog = new RunPlanDialog(
        m_fleet, verb, pipelines,
        [this](const QString &account) { return m_health->obstacle(account); }, m_paths, m_window);
    connect(
        dialog, &RunPlanDialog::chosen, this,
        [this, verb](const QList<CommandRun::Item> &items, const CommandRun::Settings &settings) {
            m_runs->add(new CommandRun(m_fleet, verb, items, settings));
        });
    dialog->open();
}

bool PipelineCommands::hasTrash() const
{
    return m_store && m_store->database()->isOpen() && !m_store->database()->problem();
}

QString PipelineCommands::deletionText(bool one) const
{
    if (hasTrash())
        return tr("Maia removes what is deleted for good: the id does not come back. The "
                  "definition is kept in the trash on this computer, to create a new pipeline "
                  "from.");
    return one ? tr("The pipeline and its definition are removed from Maia. This cannot be undone.")
               : tr("The pipelines and their definitions are removed from Maia. This cannot be "
                    "undone.");
}

void PipelineCommands::remove(const Selection &selection)
{
    if (selection.isEmpty())
        return;
    const int count = int(selection.size());
    const bool one = count == 1;
    Selection ordered = selection; // those that run are named first
    std::stable_partition(ordered.begin(), ordered.end(), isRunning);
    QString what =
        one ? nameOf(selection.constFirst(), *m_fleet) : tr("%Ln pipeline(s)", nullptr, count);
    if (m_fleet->accounts().size() > 1 && !areOfSeveralAccounts(selection))
        what = inAccount(what, selection.constFirst().key, *m_fleet);
    QStringList detail{runningText(selection)};
    if (!one)
        detail += nameList(ordered, *m_fleet);
    detail += deletionText(one);
    detail.removeAll(QString());
    const auto work = [this, selection] {
        for (const SelectedPipeline &gone : selection)
            m_fleet->deletePipeline(gone.key);
    };
    ask(tr("Delete %1?").arg(what), detail.join(u"\n\n"_s),
        one ? tr("Delete") : tr("Delete %Ln", nullptr, count), work, QuestionBox::Kind::Danger);
}

void PipelineCommands::refresh(const Selection &selection)
{
    if (selection.isEmpty())
        m_fleet->refreshAll();
    QList<PipelineKey> keys;
    for (const SelectedPipeline &one : selection)
        keys.append(one.key);
    m_fleet->refresh(keys);
}

void PipelineCommands::copyIds(const Selection &selection)
{
    QStringList ids;
    for (const SelectedPipeline &one : selection)
        ids += one.key.pipeline;
    copyToClipboard(ids.join(u'\n'));
}

void PipelineCommands::ask(const QString &text, const QString &detail, const QString &verb,
                           const std::function<void()> &accepted, QuestionBox::Kind kind)
{
    auto *box = new QuestionBox(text, detail, verb, kind, m_window);
    connect(box, &QDialog::accepted, this, accepted);
    box->open();
}

} // namespace Sluice
