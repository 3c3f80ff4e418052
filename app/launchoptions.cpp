// SPDX-License-Identifier: Apache-2.0
#include "app/launchoptions.h"

#include "app/commandline/session.h"
#include "app/commandline/words.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct Names {
    QString sandbox = u"sandbox"_s;
    QString seed = u"seed"_s;
    QString theme = u"theme"_s;
    QString screenshot = u"screenshot"_s;
    QString printPainted = u"print-painted"_s;
    QString timeout = u"timeout"_s;
    QString region = u"region"_s;
    QString url = u"url"_s;
    QString tokenUrl = u"token-url"_s;
    QString version = u"version"_s;
    QString help = u"help"_s;
};

void addOptions(QCommandLineParser &parser)
{
    const Names names;
    parser.addOptions({
        {names.sandbox, CommandLine::tr("Start a local sandbox and connect to it.")},
        {names.seed, CommandLine::tr("What the sandbox holds: guide, demo or a number."), u"WHAT"_s,
         u"demo"_s},
        {names.region,
         CommandLine::tr("Connect to us1, eu1 or au1 with the credentials of the environment."),
         u"NAME"_s},
        {names.url, CommandLine::tr("The same for an address of the API, up to and with /dpc."),
         u"BASE"_s},
        {names.tokenUrl, CommandLine::tr("Address that gives tokens, with --url and a client id."),
         u"URL"_s},
        {names.theme, CommandLine::tr("light, dark or system."), u"MODE"_s},
        {names.screenshot,
         CommandLine::tr("Write a picture of the window when the dashboard is complete, then end."),
         u"FILE"_s},
        {names.printPainted,
         CommandLine::tr("Say on stdout when all pipelines are painted, then end.")},
        {names.timeout,
         CommandLine::tr("Longest wait for the dashboard, with the last two, in seconds (300)."),
         u"S"_s, u"300"_s},
        {{u"v"_s, names.version}, CommandLine::tr("Show the version.")},
        {{u"h"_s, names.help}, CommandLine::tr("Show this help.")},
    });
}

// Reads the account of --region or --url. Checks the words like the commands do.
QString readProfile(const QCommandLineParser &parser, LaunchOptions &options)
{
    const Names names;
    QStringList words{u"projects"_s};
    for (const QString &name : {names.region, names.url, names.tokenUrl}) {
        if (parser.isSet(name))
            words += {u"--"_s + name, parser.value(name)};
    }
    if (words.size() == 1)
        return {};
    if (options.sandbox)
        return CommandLine::tr("Choose either --sandbox or an account.");
    const Arguments arguments = parseArguments(words);
    if (!arguments.problem.isEmpty())
        return arguments.problem;
    const Credentials credentials = Credentials::fromEnvironment(arguments);
    if (!credentials.problem.isEmpty())
        return credentials.problem;

    options.profile = credentials.profile;
    options.secret = credentials.secret;
    return {};
}

QString check(const QCommandLineParser &parser, LaunchOptions &options)
{
    const QStringList rest = parser.positionalArguments();
    if (!rest.isEmpty())
        return CommandLine::tr("\"%1\" is no command.").arg(rest.constFirst());
    const QStringList themes{QString(), u"light"_s, u"dark"_s, u"system"_s};
    if (!themes.contains(options.theme))
        return CommandLine::tr("--theme takes light, dark or system.");
    bool isNumber = false;
    options.seed.toInt(&isNumber);
    if (!isNumber && options.seed != u"demo" && options.seed != u"guide")
        return CommandLine::tr("--seed takes guide, demo or a number.");
    const auto seconds = readTimeout(parser.value(Names().timeout));
    if (!seconds)
        return timeoutProblem();
    options.timeout = *seconds;
    return readProfile(parser, options);
}

// Leaves out the options that Qt reads itself when the window's application is made. A session
// manager starts the program again with one of them. The lists say which of them take a value in
// Qt.
QStringList withoutQtOptions(const QStringList &words)
{
    static const QStringList withValue{u"platform"_s,      u"platformpluginpath"_s,
                                       u"platformtheme"_s, u"plugin"_s,
                                       u"style"_s,         u"stylesheet"_s,
                                       u"session"_s,       u"qwindowgeometry"_s,
                                       u"qwindowicon"_s,   u"qwindowtitle"_s,
                                       u"display"_s,       u"geometry"_s,
                                       u"icon"_s,          u"title"_s,
                                       u"name"_s};
    static const QStringList joined{u"style"_s, u"stylesheet"_s}; // also with = and the value
    static const QStringList alone{u"reverse"_s, u"widgetcount"_s, u"nograb"_s, u"dograb"_s};
    QStringList own;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words.at(i);
        if (word == u"--") { // no options follow
            own += words.mid(i);
            break;
        }
        const qsizetype dashes = word.startsWith(u"--") ? 2 : word.startsWith(u'-') ? 1 : 0;
        const QString name = dashes > 0 ? word.mid(dashes) : QString();
        if (alone.contains(name) ||
            (name.contains(u'=') && joined.contains(name.section(u'=', 0, 0))))
            continue;
        if (withValue.contains(name) && i + 1 < words.size())
            ++i;
        else
            own.append(word); // also an option without its value: Qt does not take it either
    }
    return own;
}

} // namespace

LaunchOptions LaunchOptions::parse(const QStringList &words)
{
    const Names names;
    QCommandLineParser parser;
    addOptions(parser);
    LaunchOptions options;
    if (!parser.parse(QStringList{u"sluice"_s} + withoutQtOptions(words))) {
        options.problem = parser.errorText();
        return options;
    }
    options.sandbox = parser.isSet(names.sandbox);
    options.seed = parser.value(names.seed);
    options.theme = parser.value(names.theme);
    options.screenshot = parser.value(names.screenshot);
    options.printPainted = parser.isSet(names.printPainted);
    options.wantsHelp = parser.isSet(names.help);
    options.wantsVersion = parser.isSet(names.version);
    if (!options.wantsHelp && !options.wantsVersion)
        options.problem = check(parser, options);
    return options;
}

QString LaunchOptions::helpText()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        CommandLine::tr("Sluice shows and manages Maia streaming pipelines."));
    addOptions(parser);
    return parser.helpText();
}

} // namespace Sluice
