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

// What a run of the program left behind. code: -1 when it did not start or end, -2 when it crashed.
struct Run {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

// A shell without a display and without credentials, and with a home of its own, in which the real
// program runs as a script would run it. The event loop goes on meanwhile, so that a peer may live
// in the test.
class Shell
{
public:
    Shell();

    // From now on a new sandbox is the place, and its credentials are in the environment.
    void startSandbox(const QStringList &options = {
                          QStringLiteral("--seed"), QStringLiteral("guide"),
                          QStringLiteral("--speed"), QStringLiteral("50")});

    SandboxProcess &sandbox() { return *m_sandbox; }

    void set(const QString &variable, const QString &value);

    void unset(const QString &variable) { m_environment.remove(variable); }

    // --url and --token-url of the runs.
    void setPlace(const QStringList &words) { m_place = words; }

    QStringList place() const { return m_place; }

    QProcessEnvironment environment() const { return m_environment; }

    // Where the program keeps its data.
    QString dataFolder() const { return m_home->filePath(QStringLiteral("data")); }

    Run run(const QStringList &words, const QByteArray &input = {}) const;
    // Without the place.
    Run runPlain(const QStringList &words, const QByteArray &input = {}) const;
    // With the place; inChild runs in the program's process right before it begins.
    Run runPrepared(const QStringList &words, const std::function<void()> &inChild) const;
    // With the place and a terminal, as somebody sits there and answers when asked. out has all.
    Run runOnTerminal(const QStringList &words, const QByteArray &answer) const;
    // Started, with the place, and left to itself.
    std::unique_ptr<QProcess> start(const QStringList &words) const;
    // Waits for its end.
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
