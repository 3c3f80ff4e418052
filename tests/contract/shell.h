// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/guide.h"
#include "tests/support/sandboxprocess.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace Sluice::Test {

// The result of a run. code: -1 when the program did not start or did not end, -2 when it crashed.
struct Run {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

// Runs the real program as a script would, without a display, without credentials and with its own
// home. The event loop goes on meanwhile, so that a server may live in the test.
class Shell
{
public:
    Shell();

    // Starts a new sandbox. Later runs use it, with its credentials in the environment.
    void startSandbox(const QStringList &options = {
                          QStringLiteral("--seed"), QStringLiteral("guide"),
                          QStringLiteral("--speed"), QStringLiteral("50")});

    SandboxProcess &sandbox() { return *m_sandbox; }

    void set(const QString &variable, const QString &value);

    void unset(const QString &variable) { m_environment.remove(variable); }

    // Sets the words for --url and --token-url that runs get.
    void setPlace(const QStringList &words) { m_place = words; }

    QStringList place() const { return m_place; }

    QProcessEnvironment environment() const { return m_environment; }

    // The folder in which the program keeps its data.
    QString dataFolder() const { return m_home->filePath(QStringLiteral("data")); }

    Run run(const QStringList &words, const QByteArray &input = {}) const;
    // Runs without the words of setPlace().
    Run runPlain(const QStringList &words, const QByteArray &input = {}) const;
    // inChild runs in the program's process right before the program begins.
    Run runPrepared(const QStringList &words, const std::function<void()> &inChild) const;
    // Runs on a terminal, like a person who answers when asked. Run::out has all output.
    Run runOnTerminal(const QStringList &words, const QByteArray &answer) const;
    // Starts the program and does not wait.
    std::unique_ptr<QProcess> start(const QStringList &words) const;
    // Waits for the end of a started program.
    static Run finish(QProcess &process);

    static QByteArray guideFile(const char *name);
    static QString guidePath(const char *name);

private:
    std::unique_ptr<QTemporaryDir> m_home = std::make_unique<QTemporaryDir>();
    std::unique_ptr<SandboxProcess> m_sandbox;
    QProcessEnvironment m_environment;
    QStringList m_place;
};

} // namespace Sluice::Test
