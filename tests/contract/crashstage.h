// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/sandboxprocess.h"

#include <QProcess>
#include <QTemporaryDir>

// A program that is killed and started again. The test's own executable is that program, when its
// first argument is a role.
namespace Sluice::Test {

// To the test that started this process, at once.
void say(const QString &words);

// A home of its own for the program, and a sandbox to sign in to.
class CrashStage
{
public:
    explicit CrashStage(const QStringList &sandboxOptions);

    SandboxProcess &sandbox() { return m_sandbox; }

    // The folder below which the program writes: its home, the places of the desktop's rules and
    // the one for what does not last.
    QString home() const { return m_home.path(); }

    // Starts this executable in that role. What it prints as an error is shown, unless the process
    // merges its channels.
    bool start(QProcess &program, const QString &role) const;
    // What it says next; empty when it ended without a word.
    static QString nextLine(QProcess &program);

private:
    QTemporaryDir m_home;
    SandboxProcess m_sandbox;
};

} // namespace Sluice::Test
