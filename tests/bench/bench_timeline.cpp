// SPDX-License-Identifier: Apache-2.0
// A month of memory: 1,000 and 10,000 pipelines, each with ten changes of state a day for 30 days.
// How long until the timelines of 40 rows are read and drawn, by period, and the event log shows
// its first page; and how large the file is.
#include "models/store/events/eventsmodel.h"
#include "models/store/historyrecorder.h"
#include "models/store/localstore.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/figures.h"
#include "ui/widgets/timelinepainter.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QPainter>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

constexpr int rowsOnScreen = 40;
constexpr int rounds = 10;
constexpr int days = 30;
constexpr int changesADay = 10;

PipelineKey keyOf(int number)
{
    return {u"account"_s, u"project"_s, u"pipeline-%1"_s.arg(number)};
}

double elapsedMs(const QElapsedTimer &clock)
{
    return double(clock.nsecsElapsed()) / 1e6;
}

void settle(LocalStore &store)
{
    bool isDone = false;
    store.database()->write([](Sql &) {}, store.database(), [&isDone](bool) { isDone = true; });
    waitUntil([&isDone] { return isDone; });
}

void fill(LocalStore &store, int pipelines)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    constexpr qint64 length = 24LL * 60 * 60 * 1000 / changesADay;
    for (int number = 0; number < pipelines; ++number) {
        QList<SpanStore::Kept> spans;
        QList<Event> events;
        for (int at = days * changesADay; at > 0; --at) {
            const qint64 began = now.toMSecsSinceEpoch() - at * length;
            const QString status = at % 2 ? u"STREAMING"_s : u"NOT_RUNNING"_s;
            spans.append({keyOf(number), began, began + length - 10'000, status});
            if (at % 5 != 0)
                continue; // as many as the log keeps at 1,000 pipelines
            Event event;
            event.at = QDateTime::fromMSecsSinceEpoch(began, Qt::UTC);
            event.key = keyOf(number);
            event.name = u"pipeline %1"_s.arg(number);
            event.accountName = u"PROD-EU"_s;
            event.projectName = u"Sales-analytics"_s;
            event.before = u"STARTING"_s;
            event.after = status;
            events.append(event);
        }
        store.spans()->put(spans);
        store.events()->put(events);
    }
    store.events()->prune();
    settle(store);
}

void measureTimelines(LocalStore &store, int pipelines, std::chrono::hours period)
{
    Figures figures{u"timelines of %1 of %L2 pipelines, last %3, read and drawn"_s.arg(rowsOnScreen)
                        .arg(pipelines)
                        .arg(Timelines::periodText(period)),
                    u"ms"_s,
                    {}};
    Fleet fleet;
    for (int round = 0; round < rounds; ++round) {
        SpanKeeper keeper(&fleet, store.spans());
        Timelines timelines(store.spans(), &keeper);
        timelines.setPeriod(period);
        QSet<PipelineKey> keys;
        for (int row = 0; row < rowsOnScreen; ++row)
            keys.insert(keyOf((round * rowsOnScreen + row * 17) % pipelines));
        bool isRead = false;
        QObject::connect(&timelines, &Timelines::changed, &timelines, [&] { isRead = true; });
        QElapsedTimer clock;
        clock.start();
        timelines.setInView(keys);
        waitUntil([&isRead] { return isRead; });
        QImage picture(150, rowsOnScreen * 28, QImage::Format_RGB32);
        QPainter painter(&picture);
        int row = 0;
        for (const PipelineKey &key : std::as_const(keys))
            paintTimeline(&painter, {0, 28 * row++, 150, 10}, timelines.timeline(key),
                          QApplication::palette(), Qt::LeftToRight);
        painter.end();
        figures.values += elapsedMs(clock);
    }
    print(figures.line());
}

void measureLog(LocalStore &store, const EventFilter &filter, const QString &what)
{
    Figures figures{what, u"ms"_s, {}};
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer clock;
        clock.start();
        EventsModel model(store.events());
        bool isLoaded = false;
        QObject::connect(&model, &EventsModel::loaded, &model, [&isLoaded] { isLoaded = true; });
        model.setFilter(filter);
        waitUntil([&isLoaded] { return isLoaded; });
        figures.values += elapsedMs(clock);
    }
    print(figures.line());
}

void measure(int pipelines)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"history.db"_s);
    LocalStore store(path);
    fill(store, pipelines);
    const QList<std::chrono::hours> periods = Timelines::periods();
    for (const std::chrono::hours period : periods)
        measureTimelines(store, pipelines, period);
    measureLog(store, {}, u"first page of the event log"_s);
    EventFilter words;
    words.text = u"pipeline 77"_s;
    measureLog(store, words, u"first page of the event log, filtered by words"_s);
    EventFilter one;
    one.pipeline = keyOf(7);
    measureLog(store, one, u"events of one pipeline"_s);
    print(u"the store with %L1 pipelines: %2 MB"_s.arg(pipelines).arg(
        double(QFileInfo(path).size()) / 1e6, 0, 'f', 1));
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    for (const int pipelines : {1'000, 10'000})
        measure(pipelines);
    return 0;
}
