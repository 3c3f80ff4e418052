// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/memorysecretstore.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/talk.h"

#include <QTemporaryDir>
#include <QWidget>

#include <memory>

namespace Sluice {
class Application;
class PipelineTable;
} // namespace Sluice

namespace Sluice::Test {

// The whole program in this process, with a home of its own, and a sandbox with the pipelines of a
// small company. What is on the server is asked of it over HTTP, beside the program.
class DayStage
{
public:
    DayStage();
    ~DayStage();

    // Starts the program without an account: it shows the start page.
    void start();
    // Starts it on the sandbox's account, and waits until every pipeline's state is known.
    bool startConnected();
    // Ends the program as when its last window closes.
    void end();

    QWidget *window() const;
    PipelineTable *table() const;
    // The names in the table, from top to bottom.
    QStringList shownNames() const;

    // The widget of this name that is on screen, in any window. Null: there is none.
    template <typename T = QWidget>
    static T *find(const QString &name)
    {
        return qobject_cast<T *>(findWidget(name));
    }

    SandboxProcess sandbox;
    Talk server;

    // Every pipeline on the server.
    QList<QJsonObject> pipelines();
    // The pipeline of this name on the server; empty: there is none.
    QJsonObject onServer(const QString &name);
    // Its path in the API, and its state there.
    QString path(const QString &name);

    QString state(const QString &name) { return server.statusOf(path(name)); }

    // The pipelines of a project, by its name.
    QStringList namesIn(const QString &project);

    QString home() const { return m_home.path(); }

private:
    static QWidget *findWidget(const QString &name);
    QList<QJsonObject> all(const QString &path); // all pages of a list

    QTemporaryDir m_home;
    MemorySecretStore m_secrets;
    std::unique_ptr<Application> m_program;
};

} // namespace Sluice::Test
