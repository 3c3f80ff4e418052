// SPDX-License-Identifier: Apache-2.0
#include "app/launchoptions.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/session/credentials.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// Reads the account of --region or --url.
QString readProfile(const Arguments &arguments, LaunchOptions &options)
{
    if (arguments.baseUrl.isEmpty())
        return {};
    if (options.sandbox)
        return CommandLine::tr("Choose either --sandbox or an account.");
    const Credentials credentials = Credentials::fromEnvironment(arguments);
    options.profile = credentials.profile;
    options.secret = credentials.secret;
    return credentials.problem;
}

QString check(const Arguments &arguments, LaunchOptions &options)
{
    if (arguments.verb) // the window has none
        return CommandLine::tr("\"%1\" is a command.").arg(QLatin1String(arguments.verb->name));
    bool isNumber = false;
    options.seed.toInt(&isNumber);
    if (!isNumber && options.seed != u"demo" && options.seed != u"guide")
        return CommandLine::tr("--seed takes guide, demo or a number.");
    return readProfile(arguments, options);
}

} // namespace

LaunchOptions LaunchOptions::from(const Arguments &arguments)
{
    LaunchOptions options;
    options.sandbox = arguments.isSet(OptionId::Sandbox);
    if (arguments.isSet(OptionId::Seed))
        options.seed = arguments.value(OptionId::Seed);
    options.theme = arguments.value(OptionId::Theme);
    options.screenshot = arguments.value(OptionId::Screenshot);
    options.printPainted = arguments.isSet(OptionId::PrintPainted);
    options.printKept = arguments.isSet(OptionId::PrintKept);
    options.timeout = arguments.timeout;
    options.problem = arguments.problem.isEmpty() ? check(arguments, options) : arguments.problem;
    return options;
}

LaunchOptions LaunchOptions::parse(const QStringList &words)
{
    return from(parseArguments(words));
}

} // namespace Sluice
