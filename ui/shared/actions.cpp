// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/actions.h"

#include "ui/theme/icons.h"
#include "ui/widgets/widgetkeys.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString withPlace(const QString &verb, const QString &place)
{
    return place.isEmpty() ? verb : u"%1: %2"_s.arg(verb, place);
}

QString withKeys(const QString &words, const QAction *action)
{
    const QString keys = action->shortcut().toString(QKeySequence::NativeText);
    return words.isEmpty() || keys.isEmpty() ? words : u"%1 (%2)"_s.arg(words, keys);
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const ActionRow &row : actionTable()) {
        if (row.kind != ActionKind::Submenu)
            m_actions[std::size_t(row.id)] = make(row);
    }
    update({});
}

QAction *Actions::make(const ActionRow &row)
{
    auto *action = new QAction(tr(row.text), this);
    action->setObjectName(QString::fromLatin1(row.name) + u"Action"_s);
    if (row.icon)
        action->setIcon(icon(row.icon));
    if (row.id == ActionId::Redo)
        action->setShortcuts(redoKeys());
    else
        action->setShortcut(row.keys.sequence());
    action->setCheckable(row.kind == ActionKind::Checkable);
    action->setMenuRole(row.role);
    return action;
}

void Actions::setMenu(ActionId id, QMenu *menu)
{
    m_actions[std::size_t(id)] = menu->menuAction();
}

void Actions::addRows(QMenu *menu, MenuId id) const
{
    for (const ActionRow &row : actionTable()) {
        QAction *shown = action(row.id);
        if (row.menu != id || !shown)
            continue;
        if (row.startsGroup)
            menu->addSeparator();
        menu->addAction(shown);
    }
}

void Actions::fill(QMenu *menu, MenuId id) const
{
    for (const ActionRow &row : actionTable()) {
        if (row.alsoIn == id)
            menu->addAction(action(row.id));
    }
    addRows(menu, id);
}

void Actions::fillContextMenu(QMenu *menu, MenuId id) const
{
    addRows(menu, id);
}

void Actions::setSources(std::function<Selection()> selection, std::function<ProjectPlace()> place)
{
    m_selection = std::move(selection);
    m_place = std::move(place);
}

QString Actions::label(ActionId id)
{
    QString label = tr(rowOf(id).text).remove(u'&');
    if (label.endsWith(u'…'))
        label.chop(1);
    return label;
}

QString Actions::menuTitle(MenuId id)
{
    return tr(menuTable()[std::size_t(id)].title).remove(u'&');
}

void Actions::update(const ActionFacts &facts)
{
    m_facts = facts;
    for (const ActionRow &row : actionTable()) {
        QAction *changed = action(row.id);
        const bool isOthers = row.kind == ActionKind::Submenu;
        if (!changed || (isOthers && !row.needs)) // who made the menu decides that
            continue;
        const QString why = obstacle(row.needs);
        changed->setEnabled(why.isEmpty());
        if (!isOthers)
            changed->setText(text(row));
        changed->setToolTip(why.isEmpty() ? withKeys(tip(row), changed) : why);
    }
}

QString Actions::text(const ActionRow &row) const
{
    const SelectionCounts &selected = m_facts.selected;
    const bool several = selected.all > 1;
    switch (row.id) {
    case ActionId::Start:
        if (several && selected.startable > 0)
            return tr("&Start %Ln…", nullptr, selected.startable);
        break;
    case ActionId::Stop:
        if (several && selected.stoppable > 0)
            return tr("S&top %Ln…", nullptr, selected.stoppable);
        break;
    case ActionId::Restart:
        if (several && selected.stoppable > 0)
            return tr("Rest&art %Ln…", nullptr, selected.stoppable);
        break;
    case ActionId::Delete:
        if (several)
            return tr("&Delete %Ln…", nullptr, selected.all);
        break;
    case ActionId::Disconnect:
        if (!m_facts.account.isEmpty())
            return tr("&Disconnect %1…").arg(m_facts.account);
        break;
    case ActionId::Undo: return withPlace(tr(row.text), m_facts.undoText);
    case ActionId::Redo: return withPlace(tr(row.text), m_facts.redoText);
    default: break;
    }
    return tr(row.text);
}

QString Actions::tip(const ActionRow &row) const
{
    if (row.id == ActionId::Refresh && m_facts.selected.all == 0)
        return tr("Read all pipelines and their states again");
    if (row.id == ActionId::Disconnect)
        return tr("Sign out of %1 and forget its secret").arg(m_facts.account);
    return row.does ? tr(row.does) : QString(); // empty: the action's text
}

QString Actions::obstacle(Needs needs) const
{
    for (int bit = 1; bit <= int(Need::OtherPage); bit <<= 1) {
        const auto need = Need(bit);
        if (needs.testFlag(need) && !isMet(need))
            return whyNot(need);
    }
    return {};
}

bool Actions::isMet(Need need) const
{
    const SelectionCounts &selected = m_facts.selected;
    switch (need) {
    case Need::Store: return m_facts.hasStore;
    case Need::Account: return m_facts.hasAccounts;
    case Need::Some: return selected.all > 0;
    case Need::One: return selected.all == 1;
    case Need::Two: return selected.all == 2;
    case Need::Place: return m_facts.placeObstacle.isEmpty();
    case Need::Reachable: return m_facts.selectedObstacle.isEmpty();
    case Need::Startable: return selected.startable > 0;
    case Need::Stoppable: return selected.stoppable > 0;
    case Need::Project: return m_facts.hasProject;
    case Need::Editor: return m_facts.isEditing;
    case Need::Undoable: return m_facts.canUndo;
    case Need::Redoable: return m_facts.canRedo;
    case Need::Saveable: return m_facts.canSave;
    case Need::Problems: return m_facts.hasProblems;
    case Need::Unsaved: return m_facts.unsaved > 0;
    case Need::ThisAccount: return !m_facts.account.isEmpty();
    case Need::TextFocus: return m_facts.hasTextFocus;
    case Need::TextChosen: return m_facts.isTextChosen;
    case Need::TextEdit: return !m_facts.isTextFixed;
    case Need::Behind: return m_facts.isBehind;
    case Need::OtherPage: return m_facts.isStartHidden;
    }
    return true;
}

QString Actions::whyNot(Need need) const
{
    const int selected = m_facts.selected.all;
    switch (need) {
    case Need::Store: return tr("Nothing is kept on this computer.");
    case Need::Account: return tr("Connect to an account first.");
    case Need::Some: return tr("Select a pipeline first.");
    case Need::One:
        return selected > 1 ? tr("Select one pipeline only.") : tr("Select a pipeline first.");
    case Need::Two: return tr("Select two pipelines first.");
    case Need::Place: return m_facts.placeObstacle;
    case Need::Reachable: return m_facts.selectedObstacle;
    case Need::Startable:
        return selected > 1 ? tr("None of the selected pipelines is stopped.")
                            : tr("This pipeline is not stopped.");
    case Need::Stoppable:
        return selected > 1 ? tr("None of the selected pipelines is running.")
                            : tr("This pipeline is not running.");
    case Need::Project: return tr("Select a project in the tree first.");
    case Need::Editor: return tr("Open a pipeline first.");
    case Need::Undoable: return tr("There is nothing to undo.");
    case Need::Redoable: return tr("There is nothing to redo.");
    case Need::Saveable: return tr("There is nothing to save.");
    case Need::Problems: return tr("There are no problems.");
    case Need::Unsaved: return tr("There are no unsaved edits.");
    case Need::ThisAccount: return tr("Select an account in the tree first.");
    case Need::TextFocus: return tr("Go into a text first.");
    case Need::TextChosen: return tr("Select some of the text first.");
    case Need::TextEdit: return tr("This text can only be read.");
    case Need::Behind: return tr("There is no page before this one.");
    case Need::OtherPage: return tr("Fill in the form on this page.");
    }
    return {};
}

} // namespace Sluice
