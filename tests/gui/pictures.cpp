// SPDX-License-Identifier: Apache-2.0
// Makes the README's picture anew, with the real window on the real sandbox.
//   sluice-pictures FOLDER
#include "tests/gui/windowfixture.h"
#include "tests/support/sandboxprocess.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Sluice;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList words = QApplication::arguments();
    if (words.size() != 2 || !QDir().mkpath(words.at(1))) {
        std::fputs("usage: sluice-pictures FOLDER\n", stderr);
        return 2;
    }
    const Test::SandboxProcess sandbox({u"--seed"_s, u"demo"_s});
    Theme theme(application, Theme::Mode::Light);
    Test::WindowFixture fixture(&theme);
    fixture.window()->resize(1440, 900);
    if (!fixture.signIn(sandbox))
        return 1;
    QCoreApplication::processEvents();
    return fixture.window()->grab().save(QDir(words.at(1)).filePath(u"dashboard.png"_s)) ? 0 : 1;
}
