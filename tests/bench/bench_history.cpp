// SPDX-License-Identifier: Apache-2.0
// The local store: 10,000 definitions noted as new and as seen before, and drafts of a definition
// with 5,000 tables; how long until they are on disk, and how long the event loop was held up.
#include "models/store/localstore.h"
#include "tests/bench/figures.h"
#include "tests/bench/gapmeter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Sluice;
using namespace Qt::StringLiterals;

namespace {

constexpr int pipelines = 10'000;
constexpr int rounds = 5;

QJsonObject definition(int number, int tables)
{
    QJsonArray list;
    for (int table = 0; table < tables; ++table)
        list.append(QJsonObject{{u"schema"_s, u"dbo"_s}, {u"table"_s, u"orders_%1"_s.arg(table)}});
    return {{u"streamingPipelineId"_s,
             u"00000000-0000-4000-8000-%1"_s.arg(number, 12, 10, QLatin1Char('0'))},
            {u"name"_s, u"pipeline %1"_s.arg(number)},
            {u"streamingSource"_s, QJsonObject{{u"type"_s, u"sqlserver"_s}, {u"tables"_s, list}}}};
}

// The call, until the store has done it: its time, and the longest gap of the event loop.
void measure(LocalStore &store, const std::function<void()> &call, Figures &done, Figures &gaps)
{
    GapMeter gap;
    gap.start();
    QElapsedTimer clock;
    clock.start();
    call();
    bool isDone = false;
    store.database()->write([](Sql &) {}, store.database(), [&isDone](bool) { isDone = true; });
    while (!isDone)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    done.values += double(clock.nsecsElapsed()) / 1e6;
    gaps.values += gap.stop();
}

void measureVersions()
{
    Figures fresh{u"10,000 definitions noted, new"_s, u"ms"_s, {}};
    Figures known{u"10,000 definitions noted, all known"_s, u"ms"_s, {}};
    Figures restart{
        u"10,000 definitions noted, all known, first time after a start"_s, u"ms"_s, {}};
    Figures gaps{u"longest gap of the event loop meanwhile"_s, u"ms"_s, {}};
    Figures size{u"size of the file"_s, u"MB"_s, {}};
    QJsonArray list;
    for (int number = 0; number < pipelines; ++number)
        list.append(definition(number, 40));
    for (int round = 0; round < rounds; ++round) {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"history.db"_s);
        const auto note = [&list](LocalStore &store) {
            store.versions()->recordSeen(u"account"_s, u"project"_s, list);
        };
        {
            LocalStore store(path);
            measure(
                store, [] {}, size, gaps); // until it is open
            measure(
                store, [&] { note(store); }, fresh, gaps);
            measure(
                store, [&] { note(store); }, known, gaps);
        }
        LocalStore store(path);
        measure(
            store, [&] { note(store); }, restart, gaps);
        size.values.last() = double(QFileInfo(path).size()) / 1e6;
    }
    for (const Figures &figures : {fresh, known, restart, gaps, size})
        print(figures.line());
}

void measureDrafts()
{
    Figures done{u"draft of 5,000 tables saved"_s, u"ms"_s, {}};
    Figures gaps{u"longest gap of the event loop meanwhile"_s, u"ms"_s, {}};
    const QTemporaryDir folder;
    LocalStore store(folder.filePath(u"history.db"_s));
    const Draft draft{.id = u"draft"_s, .base = definition(1, 5000), .edited = definition(2, 5000)};
    for (int round = 0; round < 4 * rounds; ++round) {
        const auto save = [&] {
            store.drafts()->save(draft);
            store.drafts()->flush();
        };
        measure(store, save, done, gaps);
    }
    for (const Figures &figures : {done, gaps})
        print(figures.line());
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    measureVersions();
    measureDrafts();
    return 0;
}
