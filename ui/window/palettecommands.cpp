// SPDX-License-Identifier: Apache-2.0
#include "ui/window/palettecommands.h"

#include "models/fleet/fleet.h"
#include "models/fleet/fleethealth.h"
#include "models/fleet/navigation/navigationmodel.h"
#include "ui/dashboard/dashboardpage.h"
#include "ui/navigation/navigationview.h"
#include "ui/palette/palettedialog.h"
#include "ui/shared/actions.h"
#include "ui/views/viewcommands.h"
#include "ui/window/actionstates.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto actionKind = "action"_L1;
constexpr auto viewKind = "view"_L1;
constexpr auto projectKind = "project"_L1;
constexpr auto accountKind = "account"_L1;

// The pages, which have a section of their own.
constexpr std::array pageActions{ActionId::Fleet, ActionId::Alerts, ActionId::References,
                                 ActionId::EventLog, ActionId::Trash};
// They are about the text with the focus, or about the palette.
constexpr std::array leftOutActions{ActionId::Cut,       ActionId::Copy,     ActionId::Paste,
                                    ActionId::SelectAll, ActionId::NextPane, ActionId::PreviousPane,
                                    ActionId::Palette};
// What can be done to one pipeline that is named.
constexpr std::array verbActions{
    ActionId::Open,           ActionId::Edit,      ActionId::Start,          ActionId::Stop,
    ActionId::Refresh,        ActionId::Duplicate, ActionId::SaveAsTemplate, ActionId::CopyId,
    ActionId::CopyDefinition, ActionId::Export,    ActionId::Terraform,      ActionId::Delete};

template <typename Ids>
bool isAmong(const Ids &ids, ActionId id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

QString keysOf(const QAction *action)
{
    return action->shortcut().toString(QKeySequence::NativeText);
}

// A stop asks though its menu entry does not say so.
bool doesAsk(ActionId id, const QString &text)
{
    return id == ActionId::Stop || text.endsWith(u'…');
}

} // namespace

PaletteCommands::PaletteCommands(const PaletteParts &parts, QSettings *settings, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_recent(settings)
    , m_window(window)
{}

void PaletteCommands::handle()
{
    m_parts.actions->on(ActionId::Palette, this, &PaletteCommands::open);
    qApp->installEventFilter(this);
}

// On some desktops a text would take the keys, to delete to the end of the line.
bool PaletteCommands::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && watched->isWidgetType() &&
        static_cast<QWidget *>(watched)->window() == m_window) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const QKeySequence keys = m_parts.actions->action(ActionId::Palette)->shortcut();
        if (!keys.isEmpty() && keys == QKeySequence(press->keyCombination())) {
            event->ignore();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void PaletteCommands::open()
{
    m_parts.states->update();
    auto *palette = new PaletteDialog(m_parts.fleet->pipelines(), &m_recent, content(), m_window);
    connect(palette, &PaletteDialog::chosen, this, &PaletteCommands::carryOut);
    connect(palette, &PaletteDialog::openRequested, this, [this](const PipelineKey &key) {
        m_recent.add(RecentChoices::idOf(u"open"_s, key));
        m_parts.open(key);
    });
    palette->openOver(m_window);
}

PaletteModel::Content PaletteCommands::content() const
{
    PaletteModel::Content content;
    addActions(content);
    addViews(content);
    addPlaces(content);
    addVerbs(content);
    content.obstacle = [this](const QString &account) { return m_parts.health->obstacle(account); };
    return content;
}

void PaletteCommands::addActions(PaletteModel::Content &content) const
{
    for (const ActionRow &row : actionTable()) {
        if (row.kind == ActionKind::Submenu || isAmong(leftOutActions, row.id))
            continue;
        const QAction *action = m_parts.actions->action(row.id);
        PaletteEntry entry;
        const bool isPage = isAmong(pageActions, row.id);
        entry.section = isPage ? PaletteEntry::Section::Pages : PaletteEntry::Section::Actions;
        entry.id = RecentChoices::idOf(actionKind, QString::fromLatin1(row.name));
        entry.text = withoutMnemonic(action->text());
        if (doesAsk(row.id, entry.text) && !entry.text.endsWith(u'…'))
            entry.text += u'…';
        entry.detail = row.does ? Actions::tr(row.does) : QString();
        entry.reason = action->isEnabled() ? QString() : action->toolTip();
        entry.shortcut = keysOf(action);
        entry.icon = QString::fromLatin1(row.icon ? row.icon : "chevron-right");
        content.entries += entry;
    }
}

void PaletteCommands::addViews(PaletteModel::Content &content) const
{
    for (const SavedView &view : m_parts.views->views()->all())
        content.entries += {.section = PaletteEntry::Section::Views,
                            .id = RecentChoices::idOf(viewKind, view.name),
                            .text = view.name,
                            .icon = u"bookmark"_s};
}

void PaletteCommands::addPlaces(PaletteModel::Content &content) const
{
    const QList<Account *> accounts = m_parts.fleet->accounts();
    const PipelineModel *pipelines = m_parts.fleet->pipelines();
    for (const Account *account : accounts) {
        const QString name = account->profile().name;
        for (const Project &project : account->projects()) {
            const int count = pipelines->count(account->id(), project.id);
            content.entries += {.section = PaletteEntry::Section::Projects,
                                .id = RecentChoices::idOf(projectKind, account->id(), project.id),
                                .text = project.name,
                                .detail = tr("%1, %Ln pipeline(s)", nullptr, count).arg(name),
                                .icon = u"folder"_s};
        }
        const int count = int(pipelines->keys(account->id()).size());
        content.entries += {.section = PaletteEntry::Section::Accounts,
                            .id = RecentChoices::idOf(accountKind, account->id()),
                            .text = name,
                            .detail = tr("%Ln pipeline(s)", nullptr, count),
                            .icon = u"cloud"_s};
    }
}

void PaletteCommands::addVerbs(PaletteModel::Content &content) const
{
    for (const ActionId id : verbActions) {
        const ActionRow &row = rowOf(id);
        if (row.needs.testFlag(Need::Store) && !m_parts.actions->facts().hasStore)
            continue;
        PaletteVerb verb;
        verb.id = QString::fromLatin1(row.name);
        verb.text = withoutMnemonic(Actions::tr(row.text));
        verb.isAsking = doesAsk(id, verb.text);
        if (verb.text.endsWith(u'…'))
            verb.text.chop(1);
        verb.icon = QString::fromLatin1(row.icon ? row.icon : "chevron-right");
        verb.shortcut = keysOf(m_parts.actions->action(id));
        verb.needsAccount = row.needs.testFlag(Need::Reachable);
        if (row.needs.testFlag(Need::Startable))
            verb.need = PaletteVerb::Need::Startable;
        else if (row.needs.testFlag(Need::Stoppable))
            verb.need = PaletteVerb::Need::Stoppable;
        content.verbs += verb;
    }
}

void PaletteCommands::carryOut(const PaletteEntry &entry)
{
    m_recent.add(entry.id);
    const QString what = RecentChoices::verbIn(entry.id);
    if (entry.key.isValid())
        act(what, entry.key);
    else if (what == viewKind)
        showView(entry.text);
    else if (what == projectKind || what == accountKind)
        goTo(entry.id.section(u'/', 1, 1), entry.id.section(u'/', 2));
    else
        for (const ActionRow &row : actionTable()) {
            if (entry.id == RecentChoices::idOf(actionKind, QString::fromLatin1(row.name)))
                m_parts.actions->action(row.id)->trigger();
        }
}

// Nothing is done to a pipeline that could not be selected, nor to others beside it.
void PaletteCommands::act(const QString &verb, const PipelineKey &key)
{
    for (const ActionId id : verbActions) {
        if (verb != QLatin1String(rowOf(id).name))
            continue;
        if (id == ActionId::Open) {
            m_parts.open(key);
        } else if (select(key)) {
            m_parts.states->update();
            m_parts.actions->action(id)->trigger(); // a disabled one does nothing
        }
        return;
    }
}

bool PaletteCommands::select(const PipelineKey &key)
{
    const auto isSelected = [this, &key] {
        const Selection selection = m_parts.states->selection();
        return selection.size() == 1 && selection.constFirst().key == key;
    };
    if (isSelected())
        return true;
    m_parts.showDashboard();
    m_parts.dashboard->showPipeline(key);
    return isSelected();
}

void PaletteCommands::showView(const QString &name)
{
    if (const std::optional<SavedView> view = m_parts.views->views()->view(name))
        m_parts.views->show(*view);
}

void PaletteCommands::goTo(const QString &account, const QString &project)
{
    const QModelIndex node = project.isEmpty() ? m_parts.nodes->indexOfAccount(account)
                                               : m_parts.nodes->indexOfProject(account, project);
    if (!node.isValid())
        return;
    m_parts.tree->setCurrentIndex(node);
    m_parts.showDashboard();
}

} // namespace Sluice
