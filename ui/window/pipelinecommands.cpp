// SPDX-License-Identifier: Apache-2.0
#include "ui/window/pipelinecommands.h"

#include "models/fleet/fleet.h"
#include "models/store/localstore.h"
#include "ui/shared/actions.h"
#include "ui/widgets/clipboard.h"

#include <algorithm>
#include <iterator>

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

QString costOfStops(const Selection &able)
{
    if (able.size() == 1)
        return costOfStop(able.constFirst());
    const auto inSnapshot =
        int(std::count_if(able.cbegin(), able.cend(), [](const SelectedPipeline &one) {
            return one.badge == Badge::Snapshotting;
        }));
    if (inSnapshot == 0)
        return {};
    return PipelineCommands::tr("%Ln of them are in the middle of their snapshots. A snapshot that "
                                "is stopped may begin again: all its tables are read once more.",
                                nullptr, inSnapshot);
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

template <typename Predicate>
Selection those(const Selection &selection, Predicate predicate)
{
    Selection result;
    std::copy_if(selection.cbegin(), selection.cend(), std::back_inserter(result), predicate);
    return result;
}

} // namespace

PipelineCommands::PipelineCommands(Fleet *fleet, LocalStore *store, QWidget *window)
    : QObject(window)
    , m_fleet(fleet)
    , m_store(store)
    , m_window(window)
{}

void PipelineCommands::handle(Actions *actions)
{
    actions->on(ActionId::Start, this, [this, actions] { start(actions->selection()); });
    actions->on(ActionId::Stop, this, [this, actions] { stop(actions->selection()); });
    actions->on(ActionId::Delete, this, [this, actions] { remove(actions->selection()); });
    actions->on(ActionId::Refresh, this, [this, actions] { refresh(actions->selection()); });
    actions->on(ActionId::RefreshAll, this, [this] { m_fleet->refreshAll(); });
    actions->on(ActionId::CopyId, this, [this, actions] { copyIds(actions->selection()); });
}

void PipelineCommands::start(const Selection &selection)
{
    command(those(selection, [](const SelectedPipeline &one) { return one.canStart; }),
            selection.size(), PipelineCommand::Start);
}

void PipelineCommands::stop(const Selection &selection)
{
    command(those(selection, [](const SelectedPipeline &one) { return one.canStop; }),
            selection.size(), PipelineCommand::Stop);
}

void PipelineCommands::command(const Selection &able, qsizetype selected, PipelineCommand command)
{
    const auto send = [this, able, command] {
        for (const SelectedPipeline &one : able)
            m_fleet->sendCommand(one.key, command);
    };
    const bool start = command == PipelineCommand::Start;
    // To start one is harmless; a stop always asks.
    if (able.isEmpty() || (start && selected == 1)) {
        send();
        return;
    }
    const int count = int(able.size());
    const int rest = int(selected) - count;
    const QString skipped =
        rest == 0 ? QString()
        : start   ? tr("Not stopped, and left alone: %Ln of the selected.", nullptr, rest)
                  : tr("Not running, and left alone: %Ln of the selected.", nullptr, rest);
    QString things = tr("%Ln pipeline(s)", nullptr, count);
    if (selected == 1)
        things = m_fleet->accounts().size() > 1
                     ? inAccount(able.constFirst().name, able.constFirst().key, *m_fleet)
                     : able.constFirst().name;
    QStringList detail;
    if (selected > 1)
        detail += nameList(able, *m_fleet);
    if (!start)
        detail += costOfStops(able);
    detail += skipped;
    detail.removeAll(QString());
    const QString verb = selected == 1 ? tr("Stop")
                         : start       ? tr("Start %Ln", nullptr, count)
                                       : tr("Stop %Ln", nullptr, count);
    ask(start ? tr("Start %1?").arg(things) : tr("Stop %1?").arg(things), detail.join(u"\n\n"_s),
        verb, send);
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
