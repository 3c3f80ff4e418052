// SPDX-License-Identifier: Apache-2.0
// Makes the README's pictures anew, with the real window on the real sandbox.
//   sluice-pictures FOLDER
#include "models/references/referencesmodel.h"
#include "models/support/plurals.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/windowfixture.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTableView>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Sluice;

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installPlurals();
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
    const QDir folder(words.at(1));
    const auto save = [&fixture, &folder](const QString &name) {
        return fixture.window()->grab().save(folder.filePath(name));
    };
    bool isSaved = save(u"dashboard.png"_s);
    if (!fixture.trigger(u"secretsAction"_s))
        return 1;
    auto *table = fixture.find<QTableView>(u"secretsTable"_s);
    table->sortByColumn(ReferencesModel::UsersColumn, Qt::DescendingOrder);
    table->selectRow(0);
    QCoreApplication::processEvents();
    isSaved = save(u"secrets.png"_s) && isSaved;
    return isSaved ? 0 : 1;
}
