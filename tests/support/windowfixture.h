// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alertwatch.h"
#include "models/fleet/fleet.h"
#include "models/fleet/labelbook.h"
#include "models/fleet/navigation/navigationmodel.h"
#include "models/references/referencemonitor.h"
#include "models/references/silences.h"
#include "models/store/historyrecorder.h"
#include "models/store/labelkeeper.h"
#include "models/store/localstore.h"
#include "models/store/mutekeeper.h"
#include "tests/support/memorysecretstore.h"
#include "ui/dashboard/pipelinetable.h"
#include "ui/navigation/navigationview.h"
#include "ui/widgets/questionbox.h"
#include "ui/window/actionstates.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QPointer>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace Sluice {
class Theme;
}

namespace Sluice::Test {

class SandboxProcess;

// The real main window with its real parts, put together as in the program, with short poll
// intervals. Finds things by their object names, and acts as a user does.
class WindowFixture
{
public:
    explicit WindowFixture(Theme *theme, CredentialStore *secrets = nullptr);
    ~WindowFixture();

    Fleet *fleet() { return &m_fleet; }

    AlertWatch *alerts() { return m_alerts.get(); }

    LabelBook *labels() { return m_labels.get(); } // null without a store

    MainWindow *window() { return m_window.get(); }

    QSettings *settings() { return &m_settings; }

    // The keychain, unless the test brought its own.
    MemorySecretStore *secrets() { return &m_memory; }

    Silences *silences() { return &m_silences; }

    LogRetention *retention() { return &m_retention; }

    // From the next window on: whether the desktop has a tray.
    void setTray(bool hasTray) { m_parts.hasTray = [hasTray] { return hasTray; }; }

    // Signs in to the sandbox and waits until every pipeline's state is known.
    Account *signIn(const SandboxProcess &sandbox);
    // From now on connects accounts when the window asks for it, as Application does.
    void acceptAccounts();
    // Adds a local store in the fixture's folder, which records what is seen. Makes the window
    // anew.
    void addStore();

    // From now on the user chooses a new, empty folder, which is returned.
    QString chooseFolder();

    // The paths that the user chooses when a file or a folder is asked for. Empty: the user
    // cancels.
    void setChosenPaths(const QStringList &paths) { m_chosenPaths = paths; }

    LocalStore *store() { return m_store.get(); } // another one after reopen()

    // Makes the window and the store anew, as the next start of the program does.
    void reopen();

    // The path of the store's file.
    QString storePath() const { return m_dir.filePath(QStringLiteral("store.sqlite")); }

    template <typename T>
    T *find(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }

    PipelineTable *table() const { return find<PipelineTable>(QStringLiteral("pipelineTable")); }

    NavigationView *tree() const { return find<NavigationView>(QStringLiteral("navigationTree")); }

    // The action as it is after the current turn of the event loop.
    QAction *action(const QString &name) const
    {
        find<ActionStates>({})->update();
        return find<QAction>(name);
    }

    // Triggers an action, like a click in the menu. Fails the test when the action is disabled.
    bool trigger(const QString &name);
    bool click(const QString &buttonName);
    // Replaces the text of a line edit by typing. Fails the test when there is no line edit of that
    // name.
    void type(const QString &edit, const QString &text) const;

    QStringList shownNames() const; // in the table, from top to bottom
    QModelIndex row(const QString &pipeline) const;
    PipelineKey key(const QString &pipeline) const; // of the row
    QJsonObject definition(const QString &pipeline) const;
    bool select(const QStringList &pipelines);
    Badge badge(const QString &pipeline) const;
    bool allOutdated() const; // every row of the table; false when there are no rows
    // The name of a pipeline in the table with this badge. Empty: there is none.
    QString nameWith(Badge badge) const;
    // The node of this name in the tree. Invalid while there is none.
    QModelIndex node(const QString &name) const;
    // The row below parent with this text. Invalid when there is none.
    static QModelIndex child(const QAbstractItemView *view, const QModelIndex &parent,
                             const QString &text);

    // The open question. Null: there is none.
    QuestionBox *question() const;
    bool answer(bool accept);
    // Closes the open message, and waits until it is gone.
    bool closeMessage();
    QList<QWidget *> banners() const; // those on screen
    // Clicks a button of a banner by its text; false when no banner on screen has it.
    bool clickInBanner(const QString &button);

private:
    void openStore();

    QTemporaryDir m_dir;
    QSettings m_settings;
    MemorySecretStore m_memory;
    LogRetention m_retention{&m_settings};
    Fleet m_fleet;
    NavigationModel m_navigation{&m_fleet};
    Silences m_silences{&m_settings};
    ReferenceMonitor m_references{&m_fleet, &m_silences};
    QStringList m_chosenPaths;
    WindowParts m_parts;
    std::unique_ptr<LocalStore> m_store;
    std::unique_ptr<AlertWatch> m_alerts;
    std::unique_ptr<HistoryRecorder> m_recorder;
    std::unique_ptr<MuteKeeper> m_mutes;
    std::unique_ptr<LabelBook> m_labels;
    std::unique_ptr<LabelKeeper> m_labelKeeper;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Sluice::Test
