// SPDX-License-Identifier: Apache-2.0
// Opening the editor of a pipeline with many tables, up to and with its first repaint; one key in a
// field of it; and the comparison of two definitions with 5,000 tables.
#include "models/fleet/account.h"
#include "models/fleet/fleet.h"
#include "models/secrets/secretsilences.h"
#include "models/secrets/secretwatch.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/figures.h"
#include "tests/unit/guidedefinition.h"
#include "tests/unit/scriptedapi.h"
#include "ui/editor/pipelineeditor.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QSettings>
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
    SecretSilences silences(&settings);
    Fleet fleet;
    const SecretWatch secrets(&fleet, &silences);
    fleet.addAccount(api.makeAccount());
    const PipelineKey key{u"acc"_s, u"p1"_s, u"a"_s};
    waitUntil([&] { return fleet.pipelines()->find(key) != nullptr; });
    Figures open{u"editor opened, %1 tables, with repaint"_s.arg(tables), u"ms"_s, {}};
    Figures typed{u"key in a field, %1 tables, with repaint"_s.arg(tables), u"ms"_s, {}};
    for (int round = 0; round < rounds; ++round) {
        std::unique_ptr<PipelineEditor> editor;
        open.values += elapsedMs([&] {
            editor = std::make_unique<PipelineEditor>(&fleet, nullptr, &secrets, key);
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

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    measureOpen(400);
    measureOpen(5000);
    measureDiff();
    return 0;
}
