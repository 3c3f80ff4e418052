// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/fleet.h"
#include "models/fleet/navigation/navigationmodel.h"
#include "models/references/referencemonitor.h"
#include "models/references/silences.h"
#include "models/store/historyrecorder.h"
#include "models/store/localstore.h"
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

// The real main window on its real parts, as the program composes them, with short poll intervals.
// Finds things by their object names and acts as a user does.
class WindowFixture
{
public:
    explicit WindowFixture(Theme *theme, CredentialStore *secrets = nullptr);
    ~WindowFixture();

    Fleet *fleet() { return &m_fleet; }

    MainWindow *window() { return m_window.get(); }

    QSettings *settings() { return &m_settings; }

    Silences *silences() { return &m_silences; }

    // Signs in to the sandbox and waits until every pipeline's state is known.
    Account *signIn(const SandboxProcess &sandbox);
    // Connects accounts as the composition root does when the window asks for it.
    void acceptAccounts();
    // From now on there is a local store, in the fixture's folder, and what is seen is written
    // down; the window is made anew.
    void addStore();

    // The user names a new, empty folder from now on.
    QString chooseFolder();

    // What the user names when a file or a folder is asked for; empty: the user cancels.
    void setChosenPaths(const QStringList &paths) { m_chosenPaths = paths; }

    LocalStore *store() { return m_store.get(); } // changes with reopen()

    // Makes the window anew, as the next start of the program does; the store too.
    void reopen();

    // Where the store's file is.
    QString storePath() const { return m_dir.filePath(QStringLiteral("store.sqlite")); }

    template <typename T>
    T *find(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }

    PipelineTable *table() const { return find<PipelineTable>(QStringLiteral("pipelineTable")); }

    NavigationView *tree() const { return find<NavigationView>(QStringLiteral("navigationTree")); }

    // As it is once the turn of the event loop is over.
    QAction *action(const QString &name) const
    {
        find<ActionStates>({})->update();
        return find<QAction>(name);
    }

    // As a click on the menu; fails the test when the action is disabled.
    bool trigger(const QString &name);
    bool click(const QString &buttonName);
    // Types over what stands in a line edit; fails the test when there is none of that name.
    void type(const QString &edit, const QString &text) const;

    QStringList shownNames() const; // of the table, top to bottom
    QModelIndex row(const QString &pipeline) const;
    PipelineKey key(const QString &pipeline) const; // of a row
    QJsonObject definition(const QString &pipeline) const;
    bool select(const QStringList &pipelines);
    Badge badge(const QString &pipeline) const;
    bool allOutdated() const; // every row of the table; false when there is none
    // A pipeline in the table that shows this badge; empty: none.
    QString nameWith(Badge badge) const;
    // A node of the tree by its name, once it has come.
    QModelIndex node(const QString &name) const;
    // The row below parent that says so; not valid when there is none.
    static QModelIndex child(const QAbstractItemView *view, const QModelIndex &parent,
                             const QString &text);

    // The question that is open; null: none.
    QuestionBox *question() const;
    bool answer(bool accept);
    // Closes the message that is open, and waits until it is gone.
    bool closeMessage();
    QList<QWidget *> banners() const; // those on screen
    // Clicks a button of a banner by its text; false when no banner on screen has it.
    bool clickInBanner(const QString &button);

private:
    void openStore();

    QTemporaryDir m_dir;
    QSettings m_settings;
    MemorySecretStore m_memory;
    Fleet m_fleet;
    NavigationModel m_navigation{&m_fleet};
    Silences m_silences{&m_settings};
    ReferenceMonitor m_secretWatch{&m_fleet, &m_silences};
    QStringList m_chosenPaths;
    WindowParts m_parts;
    std::unique_ptr<LocalStore> m_store;
    std::unique_ptr<HistoryRecorder> m_recorder;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace Sluice::Test
