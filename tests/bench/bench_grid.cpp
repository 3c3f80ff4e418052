// SPDX-License-Identifier: Apache-2.0
// The grid of tables in the editor at 400 and 5,000 tables: what is typed, pasted, sorted,
// replaced, removed and undone, each with the repaint that shows it.
#include "models/account/account.h"
#include "models/fleet/fleet.h"
#include "models/form/tables/tablesmodel.h"
#include "models/references/referencemonitor.h"
#include "models/references/silences.h"
#include "models/store/history.h"
#include "models/support/plurals.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/figures.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/scriptedapi.h"
#include "ui/editor/pipelineeditor.h"

#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

constexpr int rounds = 5;

template <typename T>
T *find(QWidget *editor, const QString &name)
{
    auto *found = editor->findChild<T *>(u"streamingSource.tables."_s + name);
    if (!found)
        qFatal("A part of the grid is missing.");
    return found;
}

class Bench
{
public:
    explicit Bench(int tables)
        : m_tables(tables)
    {
        QStringList names;
        for (int table = 0; table < tables; ++table)
            names.append(u"table_%1"_s.arg((table * 7919) % tables)); // no order
        m_names = names;
        QJsonObject definition = withTables(guideDefinition(), names);
        definition.insert(u"streamingPipelineId"_s, u"a"_s);
        m_api.addProject(u"p1"_s, u"Orders"_s);
        m_api.pipelines[u"p1"_s] = QJsonArray{definition};
        m_fleet.addAccount(m_api.makeAccount());
        const PipelineKey key{u"acc"_s, u"p1"_s, u"a"_s};
        waitUntil([&] { return m_fleet.pipelines()->find(key) != nullptr; });
        m_editor = std::make_unique<PipelineEditor>(&m_fleet, nullptr, &m_secrets, History(), key,
                                                    FileChooser());
        m_editor->resize(1200, 800);
        m_editor->showTab(PipelineEditor::FormTab);
        m_editor->show();
        m_grid = find<QTableView>(m_editor.get(), u"grid"_s);
        paint();
    }

    void run()
    {
        measure(u"cell typed"_s, [this] {
            m_grid->model()->setData(m_grid->model()->index(m_tables / 2, 1), u"another"_s);
        });
        measure(u"as many lines pasted"_s, [this] {
            QString text;
            for (const QString &name : std::as_const(m_names))
                text += u"other."_s + name + u'\n';
            QGuiApplication::clipboard()->setText(text);
            QTest::keyClick(m_grid, Qt::Key_V, Qt::ControlModifier);
        });
        measure(u"sorted"_s, [this] { m_grid->model()->sort(TablesModel::TableColumn); });
        measure(u"all found and replaced"_s, [this] {
            find<QPushButton>(m_editor.get(), u"find"_s)->click();
            auto *words = find<QLineEdit>(m_editor.get(), u"search.words"_s);
            words->clear();
            QTest::keyClicks(words, u"table"_s);
            auto *by = find<QLineEdit>(m_editor.get(), u"search.by"_s);
            by->setText(u"t"_s);
            find<QPushButton>(m_editor.get(), u"search.replaceAll"_s)->click();
        });
        measure(u"every second removed"_s, [this] {
            QItemSelection rows;
            for (int row = 0; row < m_tables; row += 2)
                rows.select(m_grid->model()->index(row, 0), m_grid->model()->index(row, 1));
            m_grid->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
            QTest::keyClick(m_grid, Qt::Key_Delete);
        });
        measure(u"all selected and removed"_s, [this] {
            m_grid->selectAll();
            QTest::keyClick(m_grid, Qt::Key_Delete);
        });
        scroll();
    }

private:
    static double elapsedMs(const std::function<void()> &work)
    {
        QElapsedTimer clock;
        clock.start();
        work();
        return double(clock.nsecsElapsed()) / 1e6;
    }

    void paint()
    {
        QCoreApplication::processEvents();
        m_editor->grab();
    }

    void measure(const QString &name, const std::function<void()> &work)
    {
        Figures done{u"%1, %2 tables"_s.arg(name).arg(m_tables), u"ms"_s, {}};
        Figures undone{u"  undone"_s, u"ms"_s, {}};
        for (int round = 0; round < rounds; ++round) {
            const QJsonObject before = m_editor->document()->mine();
            done.values += elapsedMs([&] {
                work();
                paint();
            });
            if (m_editor->document()->mine() == before)
                qFatal("Nothing was done.");
            undone.values += elapsedMs([&] {
                m_editor->undo();
                paint();
            });
            if (m_editor->document()->mine() != before)
                qFatal("It was more than one step.");
        }
        print(done.line());
        print(undone.line());
    }

    void scroll()
    {
        Figures pages{u"page down, %1 tables"_s.arg(m_tables), u"ms"_s, {}};
        m_grid->setCurrentIndex(m_grid->model()->index(0, 0));
        for (int page = 0; page < 20; ++page) {
            pages.values += elapsedMs([this] {
                QTest::keyClick(m_grid, Qt::Key_PageDown);
                paint();
            });
        }
        print(pages.line());
    }

    int m_tables;
    QStringList m_names;
    Test::ScriptedApi m_api;
    QTemporaryDir m_dir;
    QSettings m_settings{m_dir.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Silences m_silences{&m_settings};
    Fleet m_fleet;
    ReferenceMonitor m_secrets{&m_fleet, &m_silences};
    std::unique_ptr<PipelineEditor> m_editor;
    QTableView *m_grid = nullptr;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installPlurals();
    Bench(400).run();
    Bench(5000).run();
    return 0;
}
