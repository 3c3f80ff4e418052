// SPDX-License-Identifier: Apache-2.0
// A status sweep of 1,000 and 10,000 pipelines with the real window open on them: requests a
// second, CPU time a request, the longest gap in the event loop; beside curl --parallel over the
// same addresses.
#include "models/support/plurals.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/figures.h"
#include "tests/bench/gapmeter.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

constexpr int rounds = 5;
constexpr auto curlConnections = "24"; // as many as the client opens

QByteArray fetchToken(const Test::SandboxProcess &sandbox)
{
    QProcess curl;
    curl.start(u"curl"_s,
               {u"-s"_s, u"-d"_s, u"grant_type=client_credentials"_s, u"--data-urlencode"_s,
                u"client_id="_s + sandbox.clientId(), u"--data-urlencode"_s,
                u"client_secret="_s + sandbox.clientSecret(), sandbox.tokenUrl().toString()});
    curl.waitForFinished();
    const QJsonDocument answer = QJsonDocument::fromJson(curl.readAllStandardOutput());
    return answer.object()[u"access_token"].toString().toUtf8();
}

// Requests a second of curl, the whole process; 0 when it failed.
double sweepWithCurl(const QByteArray &token, const QList<QByteArray> &addresses)
{
    const QTemporaryDir work;
    QFile config(work.filePath(u"curl.conf"_s));
    if (!config.open(QIODevice::WriteOnly))
        return 0;
    config.write("header = \"Authorization: Bearer " + token + "\"\n");
    for (const QByteArray &address : addresses)
        config.write("url = \"" + address + "\"\noutput = \"/dev/null\"\n");
    config.close();

    QProcess curl;
    QElapsedTimer clock;
    clock.start();
    curl.start(u"curl"_s, {u"-s"_s, u"--fail"_s, u"--parallel"_s, u"--parallel-max"_s,
                           QLatin1String(curlConnections), u"-K"_s, config.fileName()});
    if (!curl.waitForFinished(-1) || curl.exitCode() != 0)
        return 0;
    return double(addresses.size()) / (double(clock.nsecsElapsed()) / 1e9);
}

void sweep(QApplication &application, int pipelines)
{
    BenchWindow bench(application, pipelines);
    Figures rate{u"sluice, %1 pipelines"_s.arg(pipelines), u"requests/s"_s, {}};
    Figures cpu{u"  CPU of the whole program"_s, u"us/request"_s, {}};
    Figures gap{u"  longest gap in the event loop"_s, u"ms"_s, {}};
    Figures curl{u"curl --parallel, the same addresses"_s, u"requests/s"_s, {}};

    const QByteArray token = fetchToken(bench.sandbox());
    QList<QByteArray> addresses;
    const QList<PipelineKey> keys = bench.keys();
    for (const PipelineKey &key : keys) {
        addresses += (bench.sandbox().url().toString() + u"/v1/projects/"_s + key.project +
                      u"/streaming-pipelines/"_s + key.pipeline + u"/status"_s)
                         .toUtf8();
    }
    for (int round = 0; round < rounds; ++round) {
        int answers = 0;
        const QObject context;
        QObject::connect(&bench.poller(), &StatusPoller::checked, &context,
                         [&answers] { ++answers; });
        GapMeter meter;
        QElapsedTimer clock;
        clock.start();
        const qint64 cpuBefore = processCpuMicroseconds();
        meter.start();
        bench.poller().checkAllNow();
        waitUntil([&answers, pipelines] { return answers >= pipelines; });
        const double seconds = double(clock.nsecsElapsed()) / 1e9;
        cpu.values += double(processCpuMicroseconds() - cpuBefore) / answers;
        gap.values += meter.stop();
        rate.values += answers / seconds;
        curl.values += sweepWithCurl(token, addresses);
    }
    for (const Figures &row : {rate, cpu, gap, curl})
        print(row.line());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installPlurals();
    sweep(application, 1'000);
    sweep(application, 10'000);
    return 0;
}
