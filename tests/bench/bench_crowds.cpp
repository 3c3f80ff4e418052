// SPDX-License-Identifier: Apache-2.0
// The longest gap in the event loop in crowds: 10,000 pipelines with as many runners, all checked
// again and again without a limit, while all of them are selected, filtered, and edited in 20
// editors. Half of the pipelines show another state at each flush.
#include "models/support/plurals.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/figures.h"
#include "tests/bench/gapmeter.h"
#include "ui/editor/editorpage.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

constexpr int pipelines = 10'000;
constexpr int editors = 20;

void turnFor(std::chrono::milliseconds time)
{
    QTimer end;
    end.setSingleShot(true);
    end.start(time);
    waitUntil([&end] { return !end.isActive(); });
}

void measure(const QString &name, const std::function<void()> &work)
{
    Figures figures{name, u"ms"_s, {}};
    for (int round = 0; round < 5; ++round) {
        GapMeter meter;
        meter.start();
        work();
        turnFor(std::chrono::seconds(1));
        figures.values += meter.stop();
    }
    print(figures.line());
}

// Half of all change their state, as a busy minute of a large company would make them.
void changeHalf(PipelineModel *model, const QList<PipelineKey> &keys)
{
    static int round = 0;
    ++round;
    for (qsizetype i = 0; i < keys.size(); i += 2)
        model->setStatus(keys.at(i), round % 2 ? u"SNAPSHOTTING"_s : u"STREAMING"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installPlurals();
    BenchWindow bench(application, pipelines);
    MainWindow &window = bench.window();
    auto *table = window.findChild<QTableView *>(u"pipelineTable"_s);
    auto *filter = window.findChild<QLineEdit *>(u"filterEdit"_s);
    auto *page = window.findChild<EditorPage *>();
    if (!table || !filter || !page)
        qFatal("A part of the window is missing.");
    const QList<PipelineKey> keys = bench.keys();
    PipelineModel *model = bench.fleet().pipelines();

    measure(u"nothing selected, polling"_s, [] {});
    table->selectAll();
    measure(u"all selected, polling"_s, [] {});
    measure(u"all selected, half of them change"_s, [&] { changeHalf(model, keys); });
    measure(u"all selected, again by Ctrl+A"_s, [&] {
        table->clearSelection();
        table->selectAll();
    });
    measure(u"all selected, filtered away and back"_s, [&] {
        filter->setText(u"no such pipeline"_s);
        turnFor(std::chrono::milliseconds(50));
        filter->clear();
    });
    table->clearSelection();
    for (qsizetype i = 0; i < editors; ++i) {
        page->open(keys.at(i * 7));
        turnFor(std::chrono::milliseconds(20));
    }
    measure(u"20 editors, polling"_s, [] {});
    measure(u"20 editors, all lists read again"_s, [&] { bench.fleet().refreshAll(); });
    return 0;
}
