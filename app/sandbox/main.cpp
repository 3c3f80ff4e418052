// SPDX-License-Identifier: Apache-2.0
#include "app/sandbox/api.h"
#include "app/sandbox/endings.h"
#include "app/sandbox/httpserver.h"
#include "app/sandbox/seed.h"
#include "app/sandbox/serveroptions.h"
#include "app/sandbox/store.h"
#include "app/sandbox/transitionlog.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <sys/stat.h>
#include <thread>

using namespace Qt::StringLiterals;

namespace Sluice::Sandbox {

namespace {

// The end waits no longer than this for a client that does not take its answer.
constexpr std::chrono::milliseconds cutAfter{1000};

int show(const Usage &usage)
{
    QByteArray text = usage.text.toUtf8();
    if (!text.endsWith('\n'))
        text += '\n';
    std::fputs(text.constData(), usage.exitCode == 0 ? stdout : stderr);
    return usage.exitCode;
}

int fail(const QByteArray &text)
{
    std::fprintf(stderr, "sluice-sandbox: %s\n", text.constData());
    return 1;
}

void printReadyLine(int port, const Credentials &credentials)
{
    const QString host = u"http://127.0.0.1:%1"_s.arg(port);
    const QJsonObject line{{u"url"_s, host + u"/dpc"_s},
                           {u"tokenUrl"_s, host + u"/oauth/dpc/token"_s},
                           {u"clientId"_s, credentials.clientId},
                           {u"clientSecret"_s, credentials.clientSecret}};
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

// Listens until it is asked to end. The event loop also writes the store, so it runs until the last
// answer has left.
int serve(HttpServer &server, int port, const Credentials &credentials, bool endsWithParent)
{
    const Endings endings(endsWithParent);
    QObject::connect(&endings, &Endings::asked, qApp, [&server] {
        server.stop();
        QTimer::singleShot(cutAfter, qApp, [&server] { server.cut(); });
    });
    bool wasGood = false;
    std::thread listener([&server, &wasGood] {
        wasGood = server.serve();
        QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    });
    printReadyLine(port, credentials);
    QCoreApplication::exec();
    listener.join();
    return wasGood ? 0 : fail("no more connections can be taken");
}

// What the store has, or a new seed, which the store then keeps.
Records recordsFor(const ServerOptions &options, const Habits &habits, Store *store,
                   Credentials &credentials)
{
    if (store && !store->isEmpty()) {
        credentials = store->credentials();
        return store->load();
    }
    Records records = seedOf(options.seed, habits.begin, habits.speed);
    habits.season(records);
    if (store)
        store->fill(records, credentials);
    return records;
}

int run(const ServerOptions &options)
{
    std::unique_ptr<Store> store;
    Credentials credentials = Credentials::random();
    if (!options.dataDir.isEmpty())
        store = std::make_unique<Store>(options.dataDir);
    const Habits habits{options.speed, options.snapshots, qint64(options.unrest) * 1000,
                        wallClock()};
    const Records records = recordsFor(options, habits, store.get(), credentials);
    Registry registry(records, store.get(), habits, {credentials.clientId, !options.log.isEmpty()});
    const TransitionLog log(registry, options.log);
    if (!log.isGood())
        return fail("cannot write the log " + options.log.toLocal8Bit());

    Api api(registry, credentials, options);
    HttpServer server([&api](const Request &request) { return api.answer(request); },
                      std::chrono::milliseconds(options.latency));
    const std::optional<int> port = server.bind(options.port);
    if (!port)
        return fail("cannot listen on port " + QByteArray::number(options.port) +
                    " of 127.0.0.1: it is taken, or not allowed");
    return serve(server, *port, credentials, options.endsWithParent);
}

} // namespace

} // namespace Sluice::Sandbox

int main(int argc, char **argv)
{
    // The files hold a client secret.
    ::umask(S_IRWXG | S_IRWXO);
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"sluice-sandbox"_s);
    using namespace Sluice::Sandbox;
    const auto read = readOptions(QCoreApplication::arguments());
    if (const auto *usage = std::get_if<Usage>(&read))
        return show(*usage);
    try {
        return run(std::get<ServerOptions>(read));
    } catch (const StoreError &error) {
        return fail(error.what());
    }
}
