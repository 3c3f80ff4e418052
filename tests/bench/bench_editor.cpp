// SPDX-License-Identifier: Apache-2.0
// Opening the editor of a pipeline with many tables, up to and with its first repaint; one key in a
// field of it; the comparison of two definitions with 5,000 tables; and the longest gaps of the
// event loop with 20 pipelines open: when they are restored, looked at, and moved by the server
// unseen.
#include "models/account/account.h"
#include "models/fleet/fleet.h"
#include "models/fleet/navigation/navigationmodel.h"
#include "models/references/referencemonitor.h"
#include "models/references/silences.h"
#include "models/store/history.h"
#include "models/support/plurals.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/figures.h"
#include "tests/bench/gapmeter.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/scriptedapi.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

constexpr int rounds = 5;

double elapsedMs(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

QJsonObject definitionWith(int tables, int from = 0)
{
    QStringList names;
    for (int table = from; table < from + tables; ++table)
        names.append(u"table_%1"_s.arg(table));
    return withTables(guideDefinition(), names);
}

// Layouts and whatever else was put off come first, then every visible widget.
void paint(QWidget *editor)
{
    QCoreApplication::processEvents();
    editor->grab();
}

void measureOpen(int tables)
{
    Test::ScriptedApi api;
    api.addProject(u"p1"_s, u"Orders"_s);
    QJsonObject definition = definitionWith(tables);
    definition.insert(u"streamingPipelineId"_s, u"a"_s);
    api.pipelines[u"p1"_s] = QJsonArray{definition};
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(u"settings.ini"_s), QSettings::IniFormat);
    Silences silences(&settings);
    Fleet fleet;
    const ReferenceMonitor secrets(&fleet, &silences);
    fleet.addAccount(api.makeAccount());
    const PipelineKey key{u"acc"_s, u"p1"_s, u"a"_s};
    waitUntil([&] { return fleet.pipelines()->find(key) != nullptr; });
    Figures open{u"editor opened, %1 tables, with repaint"_s.arg(tables), u"ms"_s, {}};
    Figures typed{u"key in a field, %1 tables, with repaint"_s.arg(tables), u"ms"_s, {}};
    for (int round = 0; round < rounds; ++round) {
        std::unique_ptr<PipelineEditor> editor;
        open.values += elapsedMs([&] {
            editor = std::make_unique<PipelineEditor>(&fleet, nullptr, &secrets, History(), key,
                                                      FileChooser());
            editor->resize(1200, 800);
            editor->showTab(PipelineEditor::FormTab);
            editor->show();
            paint(editor.get());
        });
        auto *host = editor->findChild<QLineEdit *>(u"streamingSource.connection.host"_s);
        if (!host)
            qFatal("The field of the host is missing.");
        typed.values += elapsedMs([&] {
            QTest::keyClick(host, Qt::Key_X);
            paint(editor.get());
        });
    }
    print(open.line());
    print(typed.line());
}

void measureDiff()
{
    const QJsonObject base = definitionWith(5000);
    const QJsonObject mine = definitionWith(5000, 250); // 250 removed, 250 added
    Figures figures{u"semantic diff, 5,000 tables"_s, u"ms"_s, {}};
    for (int round = 0; round < rounds; ++round) {
        figures.values += elapsedMs([&] {
            if (semanticDiff(base, mine).size() != 500)
                qFatal("The comparison is wrong.");
        });
    }
    print(figures.line());
}

constexpr int manyOpen = 20;

PipelineKey openKey(int number)
{
    return {u"acc"_s, u"p1"_s, u"pipeline-%1"_s.arg(number)};
}

// The definition on the server. moved: after somebody else has saved it.
QJsonArray openDefinitions(int tables, bool moved)
{
    QJsonArray all;
    for (int number = 0; number < manyOpen; ++number) {
        QJsonObject definition = definitionWith(tables, moved ? 1 : 0);
        definition.insert(u"streamingPipelineId"_s, openKey(number).pipeline);
        definition.insert(u"name"_s, u"pipeline %1%2"_s.arg(number).arg(moved ? u"b" : u"a"));
        all.append(definition);
    }
    return all;
}

void settle(int ms)
{
    QElapsedTimer clock;
    clock.start();
    waitUntil([&] { return clock.elapsed() > ms; });
}

void measureManyOpen(QApplication &application, int tables)
{
    Test::ScriptedApi api;
    api.addProject(u"p1"_s, u"Orders"_s);
    api.pipelines[u"p1"_s] = openDefinitions(tables, false);
    const QTemporaryDir dir;
    QSettings settings(dir.filePath(u"settings.ini"_s), QSettings::IniFormat);
    QStringList open;
    for (int number = 0; number < manyOpen; ++number)
        open += u"acc/p1/"_s + openKey(number).pipeline;
    settings.setValue(u"editor/open"_s, open);
    Theme theme(application);
    Test::MemorySecretStore keychain;
    Fleet fleet;
    NavigationModel navigation(&fleet);
    Silences silences(&settings);
    ReferenceMonitor secrets(&fleet, &silences);
    MainWindow window({&fleet, &navigation, &secrets, &keychain, &theme, &settings, {}});
    window.resize(1440, 900);
    window.show();
    settle(300);
    auto *page = window.findChild<EditorPage *>(u"pipelinePage"_s);
    const auto shown = [&](const char *what, double gap) {
        Figures figures{u"%1 open, %2 tables each, %3: longest gap"_s.arg(manyOpen).arg(tables).arg(
                            QLatin1String(what)),
                        u"ms"_s,
                        {gap}};
        print(figures.line());
    };
    GapMeter gaps;
    gaps.start();
    fleet.addAccount(api.makeAccount());
    waitUntil([&] { return page->openKeys().size() == manyOpen; });
    settle(500);
    shown("restored", gaps.stop());

    double looked = 0;
    for (int number = 0; number < manyOpen; ++number) {
        gaps.start();
        page->open(openKey(number));
        settle(50);
        looked = std::max(looked, gaps.stop());
    }
    shown("looked at one by one", looked);

    window.findChild<QAction *>(u"findAction"_s)->trigger(); // the fleet
    settle(300);
    api.pipelines[u"p1"_s] = openDefinitions(tables, true);
    gaps.start();
    fleet.refreshAll();
    waitUntil([&] {
        return fleet.pipelines()->definition(openKey(0)).value(u"name"_s).toString().endsWith(u'b');
    });
    settle(500);
    shown("all changed on the server", gaps.stop());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installPlurals();
    measureManyOpen(application, 5);
    measureManyOpen(application, 400);
    measureOpen(400);
    measureOpen(5000);
    measureDiff();
    return 0;
}
