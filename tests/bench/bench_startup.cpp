// SPDX-License-Identifier: Apache-2.0
// From exec to the first painted dashboard, with no and with 1,000 pipelines, read from a server
// and from what an earlier run kept, beside a bare QMainWindow, and one with nothing but a tree and
// a table of 1,000 rows. The programs take turns, so that a busy moment of the machine meets all of
// them.
#include "tests/bench/figures.h"
#include "tests/support/sandboxprocess.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>

using namespace Sluice;

namespace {

constexpr int rounds = 15;

struct Program {
    QString path;
    QStringList arguments;
    QProcessEnvironment environment;
    QByteArray expected; // what it says when it has painted
};

// Milliseconds until the program has said that it has painted; negative when it never did.
double measure(const Program &program)
{
    QProcess process;
    process.setProcessEnvironment(program.environment);
    QElapsedTimer clock;
    clock.start();
    process.start(program.path, program.arguments, QIODevice::ReadOnly);
    double elapsed = -1;
    while (process.waitForReadyRead(30'000)) {
        if (process.readAllStandardOutput().startsWith(program.expected)) {
            elapsed = double(clock.nsecsElapsed()) / 1e6;
            break;
        }
    }
    process.waitForFinished();
    if (elapsed < 0)
        print(QString::fromUtf8(process.readAllStandardError()));
    return elapsed;
}

constexpr int keepingTime = 20'000; // ms; an earlier run has kept all of it by then

// An earlier run of the program, which ends as a user ends it.
void keep(const Program &program)
{
    QProcess process;
    process.setProcessEnvironment(program.environment);
    process.start(program.path, program.arguments.mid(1));
    process.waitForFinished(keepingTime);
    process.terminate();
    process.waitForFinished();
}

Program sluiceOn(const Test::SandboxProcess &sandbox, QProcessEnvironment environment,
                 int pipelines, const QString &print)
{
    environment.insert(QStringLiteral("MAIA_CLIENT_ID"), sandbox.clientId());
    environment.insert(QStringLiteral("MAIA_CLIENT_SECRET"), sandbox.clientSecret());
    return {QStringLiteral(SLUICE_BIN_DIR "/sluice"),
            {print, QStringLiteral("--url"), sandbox.url().toString(),
             QStringLiteral("--token-url"), sandbox.tokenUrl().toString()},
            environment,
            "painted " + QByteArray::number(pipelines)};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir home;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
    environment.remove(QStringLiteral("MAIA_TOKEN"));

    const Test::SandboxProcess empty({QStringLiteral("--seed"), QStringLiteral("guide"),
                                      QStringLiteral("--rate-limit"), QStringLiteral("0")});
    const Test::SandboxProcess full({QStringLiteral("--seed"), QStringLiteral("1000"),
                                     QStringLiteral("--rate-limit"), QStringLiteral("0")});
    const auto bareWindow = QStringLiteral(SLUICE_BIN_DIR "/sluice-barewindow");
    const QList<Program> programs{
        {bareWindow, {}, environment, "painted"},
        {bareWindow, {QStringLiteral("1000")}, environment, "painted 1000"},
        sluiceOn(empty, environment, 0, QStringLiteral("--print-painted")),
        sluiceOn(full, environment, 1000, QStringLiteral("--print-painted")),
        sluiceOn(full, environment, 1000, QStringLiteral("--print-kept")),
    };
    keep(programs.last());
    QList<Figures> figures{
        {QStringLiteral("bare QMainWindow, exec to paint"), QStringLiteral("ms"), {}},
        {QStringLiteral("bare tree and table of 1,000 rows"), QStringLiteral("ms"), {}},
        {QStringLiteral("sluice, 0 pipelines"), QStringLiteral("ms"), {}},
        {QStringLiteral("sluice, 1,000 pipelines read and painted"), QStringLiteral("ms"), {}},
        {QStringLiteral("sluice, 1,000 kept pipelines painted"), QStringLiteral("ms"), {}}};
    for (int round = -1; round < rounds; ++round) {
        for (qsizetype i = 0; i < programs.size(); ++i) {
            const double elapsed = measure(programs.at(i));
            if (round >= 0) // the first round warms the page cache
                figures[i].values += elapsed;
        }
    }
    for (const Figures &row : figures)
        print(row.line());
    const auto ratio = [&figures](qsizetype of, qsizetype to) {
        return figures.at(of).median() / figures.at(to).median();
    };
    print(QStringLiteral("ratio to the bare window: %1 with 0, %2 with 1,000 pipelines")
              .arg(ratio(2, 0), 0, 'f', 2)
              .arg(ratio(3, 0), 0, 'f', 2));
    print(QStringLiteral("ratio to the bare tree and table: %1 with 1,000 pipelines, %2 kept ones")
              .arg(ratio(3, 1), 0, 'f', 2)
              .arg(ratio(4, 1), 0, 'f', 2));
    return 0;
}
