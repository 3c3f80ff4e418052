// SPDX-License-Identifier: Apache-2.0
// Sweeps GETs through the client; prints requests per second, processor time a request and the
// longest gap of the event loop.
//   bench_client                    the status of 10,000 pipelines of sluice-sandbox
//   bench_client --count N          of N pipelines
//   bench_client --url BASE --path /v1/... --count N     the same path N times; token in MAIA_TOKEN
// Options: --lanes N, --outstanding N (calls handed to the client at a time), --rounds N.
#include "models/api/client.h"
#include "models/api/clientcredentials.h"
#include "models/api/endpoints.h"
#include "models/api/fixedtoken.h"
#include "models/api/pager.h"
#include "models/api/ratebudget.h"
#include "models/api/transport.h"
#include "tests/support/sandboxprocess.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonObject>
#include <QTextStream>
#include <QTimer>

#include <ctime>

using namespace Sluice;
using namespace Qt::StringLiterals;

namespace {

// The longest time between two turns of the event loop, measured with a timer of 1 ms.
class GapMeter
{
public:
    GapMeter()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_clock.nsecsElapsed());
            m_clock.restart();
        });
        m_clock.start();
        m_timer.start();
    }

    double longestMs() const { return static_cast<double>(m_longest) / 1e6; }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
};

double processorSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

Result<QJsonArray> readList(Client *client, const Request &list, const QString &idKey)
{
    Result<QJsonArray> result = ApiError{};
    QEventLoop loop;
    fetchAll(client, list, idKey, client, [&](const Result<QJsonArray> &rows) {
        result = rows;
        loop.quit();
    });
    loop.exec();
    return result;
}

// A status request for every pipeline of every project.
QList<Request> statusRequests(Client *client)
{
    QList<Request> requests;
    const auto projects = readList(client, Endpoints::listProjects(), u"id"_s);
    if (!projects)
        qFatal("%s", qPrintable(projects.error().details()));
    for (const QJsonValue &project : *projects) {
        const QString id = project.toObject().value(u"id").toString();
        const auto pipelines =
            readList(client, Endpoints::listPipelines(id), u"streamingPipelineId"_s);
        if (!pipelines)
            qFatal("%s", qPrintable(pipelines.error().details()));
        for (const QJsonValue &pipeline : *pipelines) {
            requests << Endpoints::getStatus(
                id, pipeline.toObject().value(u"streamingPipelineId").toString());
        }
    }
    return requests;
}

// Sends them all, never more than outstanding at a time, and prints the figures.
void sweep(Client *client, const QList<Request> &requests, int outstanding)
{
    QEventLoop loop;
    qsizetype next = 0;
    qsizetype done = 0;
    int failed = 0;
    const std::function<void()> sendOne = [&] {
        Request request = requests.at(next++);
        request.priority = Priority::Background;
        client->send(request, client, [&](const Result<Reply> &result) {
            if (!result && ++failed == 1)
                qWarning("%s", qPrintable(result.error().details()));
            if (++done == requests.size())
                loop.quit();
            else if (next < requests.size())
                sendOne();
        });
    };
    GapMeter gaps;
    QElapsedTimer timer;
    timer.start();
    const double processor = processorSeconds();
    while (next < std::min<qsizetype>(outstanding, requests.size()))
        sendOne();
    loop.exec();
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    const auto count = static_cast<double>(done);
    QTextStream(stdout)
        << u"%1 requests in %2 s: %3 a second, %4 us of processor each, longest gap "
           "%5 ms, %6 failed\n"_s.arg(done)
               .arg(seconds, 0, 'f', 2)
               .arg(count / seconds, 0, 'f', 0)
               .arg((processorSeconds() - processor) / count * 1e6, 0, 'f', 0)
               .arg(gaps.longestMs(), 0, 'f', 1)
               .arg(failed);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser options;
    options.addOptions({{u"url"_s, u"base URL"_s, u"url"_s},
                        {u"path"_s, u"path below it"_s, u"path"_s},
                        {u"count"_s, u"requests"_s, u"n"_s, u"10000"_s},
                        {u"lanes"_s, u"QNetworkAccessManagers"_s, u"n"_s, u"4"_s},
                        {u"outstanding"_s, u"calls at a time"_s, u"n"_s, u"200"_s},
                        {u"rounds"_s, u"sweeps"_s, u"n"_s, u"3"_s}});
    options.process(app);
    const int count = options.value(u"count"_s).toInt();

    std::unique_ptr<Test::SandboxProcess> sandbox;
    std::unique_ptr<TokenSource> tokens;
    QUrl base(options.value(u"url"_s));
    if (base.isEmpty()) {
        sandbox = std::make_unique<Test::SandboxProcess>(
            QStringList{u"--seed"_s, QString::number(count), u"--rate-limit"_s, u"0"_s});
        if (!sandbox->isReady())
            qFatal("%s", qPrintable(sandbox->errorOutput()));
        base = sandbox->url();
        tokens = std::make_unique<ClientCredentials>(
            ClientCredentials::Settings{.tokenUrl = sandbox->tokenUrl(),
                                        .clientId = sandbox->clientId(),
                                        .clientSecret = sandbox->clientSecret()},
            std::make_unique<Transport>());
    } else {
        tokens = std::make_unique<FixedToken>(qgetenv("MAIA_TOKEN"));
    }

    RateBudget budget(0);
    Client client({.baseUrl = base},
                  std::make_unique<Transport>(
                      Transport::Settings{.lanes = options.value(u"lanes"_s).toInt()}),
                  tokens.get(), &budget);
    QList<Request> requests;
    if (sandbox) {
        requests = statusRequests(&client);
    } else {
        Request request;
        request.path = options.value(u"path"_s);
        requests.fill(request, count);
    }
    for (int i = 0; i < options.value(u"rounds"_s).toInt(); ++i)
        sweep(&client, requests, options.value(u"outstanding"_s).toInt());
    return 0;
}
