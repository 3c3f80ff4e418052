// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/projectplace.h"
#include "models/fleet/table/selection.h"
#include "ui/shared/actiontable.h"

#include <QObject>

#include <bitset>
#include <functional>

class QMenu;

namespace Sluice {

// The facts that decide which actions can be done now.
struct ActionFacts {
    SelectionCounts selected;
    bool hasStore = false;
    bool hasAccounts = false;
    bool hasProject = false;  // the tree's current node is in one
    QString placeObstacle;    // why no pipeline can be created there; empty: one can
    QString selectedObstacle; // why an account of the selected pipelines is out of reach
    QString account;          // name of the one that Disconnect is about; empty: none
    qsizetype unsaved = 0;    // pipelines with edits that are not saved

    bool isEditing = false; // a pipeline's page is shown; the rest is about that one
    bool canUndo = false;
    bool canRedo = false;
    bool canSave = false;
    bool hasProblems = false;
    bool hasTextFocus = false;  // the focus is in a text
    bool isTextChosen = false;  // some of that text is selected
    bool isTextFixed = false;   // it can be read only
    bool isBehind = false;      // the shown page came after another one
    bool isStartHidden = false; // the page where accounts are added is not shown
    QString undoText;           // what would be undone; may be empty
    QString redoText;
};

// All actions of the window, made from the table, for menus, toolbar and keyboard. An action that
// cannot be done is disabled, and its tooltip says why. Who does the work listens with on().
class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QObject *parent = nullptr);

    // The action that opens a submenu.
    QAction *action(ActionId id) const { return m_actions[std::size_t(id)]; }

    template <typename Context, typename Work>
    void on(ActionId id, Context *context, Work work)
    {
        m_handled.set(std::size_t(id));
        connect(action(id), &QAction::triggered, context, work);
    }

    // Somebody has said what is done.
    bool isHandled(ActionId id) const { return m_handled.test(std::size_t(id)); }

    // Call it before the menus are filled, once for each row of that kind. The submenu brings its
    // own title and content.
    void setMenu(ActionId id, QMenu *menu);

    void fill(QMenu *menu, MenuId id) const;
    // The same, but without what is shown at its beginning.
    void fillContextMenu(QMenu *menu, MenuId id) const;

    // Sets texts, tooltips and what is enabled.
    void update(const ActionFacts &facts);

    const ActionFacts &facts() const { return m_facts; }

    // Both are asked when an action is done.
    void setSources(std::function<Selection()> selection, std::function<ProjectPlace()> place);

    // The selected pipelines.
    Selection selection() const { return m_selection ? m_selection() : Selection(); }

    // The place of a new pipeline.
    ProjectPlace place() const { return m_place ? m_place() : ProjectPlace(); }

    // "Edit": as a label, with neither mnemonic nor dots.
    static QString label(ActionId id);
    // "Pipeline": a menu's title as the user reads it.
    static QString menuTitle(MenuId id);

private:
    QAction *make(const ActionRow &row);
    void addRows(QMenu *menu, MenuId id) const;
    QString text(const ActionRow &row) const;
    QString tip(const ActionRow &row) const;
    QString obstacle(Needs needs) const;
    bool isMet(Need need) const;
    QString whyNot(Need need) const;

    std::array<QAction *, std::size_t(ActionId::Count)> m_actions = {};
    std::bitset<std::size_t(ActionId::Count)> m_handled;
    ActionFacts m_facts;
    std::function<Selection()> m_selection;
    std::function<ProjectPlace()> m_place;
};

} // namespace Sluice
