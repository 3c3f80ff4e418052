// SPDX-License-Identifier: Apache-2.0
// What the program costs while it only watches: the window on 1,000 pipelines, nothing changes but
// the times. CPU time of this process (user and system) as a part of one core: with the table
// alone, with the details of one pipeline below it, and with all rows selected; at the documented
// limit of 1,000 calls a minute (its full budget is about 9 checks a second), and at no limit
// (every pipeline each 10 seconds). Meant for a display (Xvfb does); the seconds of each part may
// be given.
//   xvfb-run bench_idle 60
#include "models/support/plurals.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/figures.h"

#include <QElapsedTimer>
#include <QPaintEvent>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

constexpr int pipelines = 1'000;
constexpr int limit = 1'000; // calls a minute, as documented

// What is painted: how many times, and how many pixels (logical) of the widgets.
class PaintMeter final : public QObject
{
public:
    qint64 paints = 0;
    qint64 pixels = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        ++paints;
        for (const QRect &rect : static_cast<QPaintEvent *>(event)->region())
            pixels += qint64(rect.width()) * rect.height();
        return false;
    }
};

void watch(BenchWindow &bench, const QString &name, int seconds)
{
    int checks = 0;
    const QObject context;
    QObject::connect(&bench.poller(), &StatusPoller::checked, &context, [&checks] { ++checks; });
    PaintMeter painted;
    qApp->installEventFilter(&painted);
    QElapsedTimer clock;
    clock.start();
    const qint64 before = processCpuMicroseconds();
    QTimer end;
    end.setSingleShot(true);
    end.start(std::chrono::seconds(seconds));
    waitUntil([&end] { return !end.isActive(); });
    const double passed = double(clock.nsecsElapsed()) / 1e9;
    const double used = double(processCpuMicroseconds() - before) / 1e6;
    print(u"%1  %2 % of a core  (%3 s of %4 s; a second: %5 paints, %6 kpixel, %7 checks)"_s
              .arg(name.leftJustified(36))
              .arg(100 * used / passed, 0, 'f', 2)
              .arg(used, 0, 'f', 2)
              .arg(passed, 0, 'f', 0)
              .arg(double(painted.paints) / passed, 0, 'f', 1)
              .arg(double(painted.pixels) / passed / 1000, 0, 'f', 1)
              .arg(checks / passed, 0, 'f', 1));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installPlurals();
    const int given = argc > 1 ? QByteArray(argv[1]).toInt() : 0;
    const int seconds = given > 0 ? given : 20;
    BenchWindow bench(application, pipelines);
    auto *table = bench.window().findChild<QTableView *>(u"pipelineTable"_s);
    if (!table)
        qFatal("The table of pipelines is missing.");
    RateBudget &budget = *bench.fleet().accounts().constFirst()->budget();
    for (const int perMinute : {limit, 0}) {
        budget = RateBudget(perMinute);
        bench.poller().checkAllNow(); // its timer knows the former budget
        const QString at = perMinute > 0 ? u"%1 a minute"_s.arg(perMinute) : u"no limit"_s;
        table->clearSelection();
        watch(bench, at + u", table"_s, seconds);
        table->selectRow(3);
        watch(bench, at + u", details of one"_s, seconds);
        table->selectAll();
        watch(bench, at + u", all selected"_s, seconds);
    }
    return 0;
}
