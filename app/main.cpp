// SPDX-License-Identifier: Apache-2.0
#include "app/application.h"
#include "app/commandline/output/console.h"
#include "app/commandline/runcommandline.h"
#include "app/keychainstore.h"
#include "app/launchoptions.h"
#include "models/support/detachedthreads.h"
#include "models/support/plurals.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QNetworkProxyFactory>

#include <chrono>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

constexpr std::chrono::milliseconds readPatience{2'000};

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

// Why there is no window for these options; an exit code says that it was told.
std::optional<ExitCode> refuseWindow(const LaunchOptions &options)
{
    if (!options.problem.isEmpty())
        return Console::fail(Failure(u"wrong_usage"_s,
                                     options.problem + u'\n' +
                                         QCoreApplication::translate("Main", "See: sluice help"),
                                     ExitCode::WrongUsage));
    if (hasDisplay())
        return {};
    return Console::fail(Failure(
        u"no_display"_s,
        QCoreApplication::translate(
            "Main",
            "There is no display for the window. Set DISPLAY, or use a command: sluice help"),
        ExitCode::WrongUsage));
}

int showWindow(LaunchOptions options)
{
    KeychainStore secrets;
    Application sluice(std::move(options), &secrets);
    sluice.start();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    Console::prepare();
    LaunchOptions options;
    {
        // Commands, help and wrong usage need no display. Without one QApplication would abort.
        const QCoreApplication core(argc, argv);
        setUp();
        const Arguments arguments = parseArguments(QCoreApplication::arguments().mid(1));
        if (const auto code = runCommandLine(arguments))
            return int(*code);
        options = LaunchOptions::from(arguments);
        if (const auto code = refuseWindow(options))
            return int(*code);
    }
    const QApplication application(argc, argv);
    setUp();
    const int code = showWindow(std::move(options));
    // A file that hangs must not hang the program, and nothing is destroyed under its reader.
    if (!DetachedThreads::wait(readPatience))
        std::_Exit(code);
    return code;
}
