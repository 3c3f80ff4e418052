// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/sandboxprocess.h"

#include <QProcess>
#include <QTemporaryDir>

// Starts a program that the test kills and starts again. The program is the test's own executable,
// with a role as its first argument.
namespace Sluice::Test {

// Sends words at once to the test that started this process.
void say(const QString &words);

// Gives the program its own home, and a sandbox to sign in to.
class CrashStage
{
public:
    explicit CrashStage(const QStringList &sandboxOptions);

    SandboxProcess &sandbox() { return m_sandbox; }

    // The folder that holds everything the program writes: its home, the folders of the XDG rules,
    // and the one for temporary files.
    QString home() const { return m_home.path(); }

    // Starts this executable in that role. Its standard error is shown, unless the process merges
    // its channels.
    bool start(QProcess &program, const QString &role) const;
    // The next line that the program says. Empty when it ended without one.
    static QString nextLine(QProcess &program);

private:
    QTemporaryDir m_home;
    SandboxProcess m_sandbox;
};

} // namespace Sluice::Test
