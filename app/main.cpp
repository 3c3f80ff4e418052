// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "app/commandline/commands.h"
#include "app/commandline/console.h"
#include "app/keychainstore.h"
#include "app/launchoptions.h"
#include "models/support/plurals.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QNetworkProxyFactory>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

// Looks for a command before any application object is made: the answer decides which object, and
// so whether a display is needed.
bool isHeadless(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        if (findVerb(QString::fromLocal8Bit(argv[i])))
            return true;
    }
    return false;
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

void setUp()
{
    QCoreApplication::setApplicationName(u"Sluice"_s);
    QCoreApplication::setOrganizationName(u"Sluice"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SLUICE_VERSION));
    installPlurals();
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    // Qt logs each HTTP/2 stream that a server closes, even in normal use.
    QLoggingCategory::setFilterRules(u"qt.network.http2=false"_s);
}

int runHeadless(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    setUp();
    return int(runCommandLine(QCoreApplication::arguments().mid(1)));
}

// Answers help, version and wrong usage, which need no display. Returns an exit code when no window
// is to be shown.
std::optional<int> answerWithoutWindow(const LaunchOptions &options)
{
    if (options.wantsHelp) {
        Console::print(LaunchOptions::helpText() + u'\n' + helpText());
        return int(Console::finish(ExitCode::Done));
    }
    if (options.wantsVersion) {
        Console::print(QStringLiteral("sluice " SLUICE_VERSION));
        return int(Console::finish(ExitCode::Done));
    }
    if (!options.problem.isEmpty()) {
        Console::complain(options.problem + u'\n' +
                          QCoreApplication::translate("Main", "See: sluice --help"));
        return int(ExitCode::WrongUsage);
    }
    if (hasDisplay())
        return {};
    Console::complain(QCoreApplication::translate(
        "Main",
        "There is no display for the window. Set DISPLAY, or use a command: sluice --help"));
    return int(ExitCode::WrongUsage);
}

} // namespace

int main(int argc, char **argv)
{
    Console::prepare();
    if (isHeadless(argc, argv))
        return runHeadless(argc, argv);

    LaunchOptions options;
    {
        // Makes another application object for this: without a display QApplication would abort.
        const QCoreApplication core(argc, argv);
        options = LaunchOptions::parse(QCoreApplication::arguments().mid(1));
        if (const std::optional<int> code = answerWithoutWindow(options))
            return *code;
    }
    const QApplication application(argc, argv);
    setUp();
    KeychainStore secrets;
    Application sluice(std::move(options), &secrets);
    sluice.start();
    return QApplication::exec();
}
