// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QFlags>
#include <QKeySequence>

#include <array>

namespace Sluice {

// Every action of the window, in the order of the table.
enum class ActionId {
    NewPipeline,
    NewFromFile,
    NewFromClipboard,
    NewFromTemplate,
    Save,
    ClosePipeline,
    ImportFiles,
    ImportFolder,
    ExportProject,
    Templates,
    Trash,
    Quit,

    Undo,
    Redo,
    NextProblem,
    PreviousProblem,
    Cut,
    Copy,
    Paste,
    SelectAll,

    Palette,
    Find,
    Fleet,
    Alerts,
    References,
    EventLog,
    Back,
    NextPane,
    PreviousPane,
    Unsaved,
    ShowDetails,
    RefreshAll,
    Views,
    Columns,
    SortBy,
    Theme,
    SystemTheme,
    LightTheme,
    DarkTheme,
    ReduceMotion,
    DesktopAlerts,
    AlertWebhook,
    OnClose,
    PauseChecks,

    Open,
    Edit,
    Start,
    Stop,
    Restart,
    Refresh,
    Duplicate,
    SaveAsTemplate,
    Compare,
    Pin,
    Label,
    LogRetention,
    CopyId,
    CopyDefinition,
    CopyAsCurl,
    Export,
    Terraform,
    Delete,

    AddAccount,
    Disconnect,

    Shortcuts,
    About,

    Count
};

enum class MenuId { File, Edit, View, Theme, Pipeline, Account, Help, None };

// What an action needs. Its tooltip names the first need that is missing, in this order.
enum class Need {
    Store = 0x1,           // something is kept on this computer
    Account = 0x2,         // one is connected
    Some = 0x4,            // one pipeline or more is selected
    One = 0x8,             // just one is
    Two = 0x10,            // just two are
    Place = 0x20,          // the account of the place for a new pipeline can be reached
    Reachable = 0x40,      // the accounts of the selected pipelines can be reached
    Startable = 0x80,      // one of them at least
    Stoppable = 0x100,     // the same
    Project = 0x200,       // the tree's current node is in one
    Editor = 0x400,        // a pipeline's page is shown
    Undoable = 0x800,      // something was edited
    Redoable = 0x1000,     // something was undone
    Saveable = 0x2000,     // something differs from the server's
    Problems = 0x4000,     // something is marked
    Unsaved = 0x8000,      // a pipeline has edits that are not saved
    ThisAccount = 0x10000, // the tree stands in one, or there is only one
    TextFocus = 0x20000,   // the focus is in a text
    TextChosen = 0x40000,  // and some of it is selected
    TextEdit = 0x80000,    // and it can be changed
    Behind = 0x100000,     // the page came after another one
    OtherPage = 0x200000,  // the page where accounts are added is not shown
};
Q_DECLARE_FLAGS(Needs, Need)
Q_DECLARE_OPERATORS_FOR_FLAGS(Needs)

enum class ActionKind {
    Plain,
    Checkable,
    Submenu, // the menu comes with its own words, see Actions::setMenu()
};

// The keys of an action: the platform's own for a purpose, or written out.
struct ActionKeys {
    constexpr ActionKeys() = default;

    constexpr ActionKeys(QKeySequence::StandardKey purpose) // implicit: the table is easier to read
        : standard(purpose)
    {}

    constexpr ActionKeys(const char *keys)
        : portable(keys)
    {}

    QKeySequence sequence() const
    {
        return portable ? QKeySequence(QString::fromLatin1(portable)) : QKeySequence(standard);
    }

    QKeySequence::StandardKey standard = QKeySequence::UnknownKey;
    const char *portable = nullptr;
};

// One action, written once. Menus, toolbar, shortcuts and the list of shortcuts come from this row.
struct ActionRow {
    ActionId id;
    const char *name;           // its object name is this with "Action" behind
    const char *text = nullptr; // with its mnemonic
    const char *does = nullptr; // the tooltip while it can be done; none: the text
    const char *icon = nullptr;
    ActionKeys keys = {};
    MenuId menu = MenuId::None;
    MenuId alsoIn = MenuId::None; // at the beginning of this menu
    bool startsGroup = false;     // a separator stands before it
    bool isInToolBar = false;
    Needs needs = {};
    ActionKind kind = ActionKind::Plain;
    QAction::MenuRole role = QAction::NoRole;
};

struct MenuRow {
    MenuId id;
    const char *name; // its object name is this with "Menu" behind
    const char *title;
};

// In the order of the ids; a menu's actions stand in the order of the table. Texts are translated
// with Actions::tr().
const std::array<ActionRow, std::size_t(ActionId::Count)> &actionTable();
const std::array<MenuRow, std::size_t(MenuId::None)> &menuTable();

inline const ActionRow &rowOf(ActionId id)
{
    return actionTable()[std::size_t(id)];
}

} // namespace Sluice
