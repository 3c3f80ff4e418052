// SPDX-License-Identifier: Apache-2.0
// The dashboard with 10,000 pipelines: one keystroke in the filter, and a status change of every
// row, each up to and with the repaint of the visible table.
#include "models/support/plurals.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/figures.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace Sluice;

namespace {

constexpr int pipelines = 10'000;
constexpr int rounds = 20;

double elapsedMs(const std::function<void()> &work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e6;
}

void measureFilter(BenchWindow &bench, QTableView *table)
{
    auto *edit = bench.window().findChild<QLineEdit *>(QStringLiteral("filterEdit"));
    if (!edit)
        qFatal("The filter's text field is missing.");
    Figures figures{QStringLiteral("filter keystroke, 10,000 pipelines, with repaint"),
                    QStringLiteral("ms"),
                    {}};
    edit->setFocus();
    for (int round = 0; round < rounds; ++round) {
        for (const char character : {'o', 'r', 'd', '1', '\b', '\b', '\b', '\b'}) {
            figures.values += elapsedMs([&] {
                if (character == '\b')
                    QTest::keyClick(edit, Qt::Key_Backspace);
                else
                    QTest::keyClick(edit, character);
                table->viewport()->repaint();
            });
        }
    }
    print(figures.line());
}

// What looks into the definitions cannot build on the rows of the key before.
void measureFields(BenchWindow &bench, QTableView *table)
{
    auto *edit = bench.window().findChild<QLineEdit *>(QStringLiteral("filterEdit"));
    Figures figures{
        QStringLiteral("the same, of table~orders and of host~9"), QStringLiteral("ms"), {}};
    for (int round = 0; round < rounds; ++round) {
        for (const char *text : {"table~orders", "host~9"}) {
            figures.values += elapsedMs([&] {
                edit->setText(QString::fromLatin1(text));
                table->viewport()->repaint();
            });
        }
    }
    edit->clear();
    print(figures.line());
}

void measureUpdates(BenchWindow &bench, QTableView *table)
{
    Figures figures{
        QStringLiteral("10,000 status changes, flushed and repainted"), QStringLiteral("ms"), {}};
    PipelineModel *model = bench.fleet().pipelines();
    const QList<PipelineKey> keys = bench.keys();
    for (int round = 0; round < rounds; ++round) {
        const QString status =
            round % 2 ? QStringLiteral("STREAMING") : QStringLiteral("SNAPSHOTTING");
        figures.values += elapsedMs([&] {
            for (const PipelineKey &key : keys)
                model->setStatus(key, status);
            model->flush();
            table->viewport()->repaint();
        });
    }
    print(figures.line());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installPlurals();
    BenchWindow bench(application, pipelines);
    bench.fleet().setPolling(false);
    auto *table = bench.window().findChild<QTableView *>(QStringLiteral("pipelineTable"));
    if (!table)
        qFatal("The table of pipelines is missing.");
    measureFilter(bench, table);
    measureFields(bench, table);
    measureUpdates(bench, table);
    return 0;
}
