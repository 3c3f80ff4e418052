// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/arguments.h"

#include "app/commandline/words.h"
#include "models/account/profile.h"
#include "models/api/address.h"

#include <QCommandLineParser>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct Options {
    QCommandLineOption region{
        u"region"_s, CommandLine::tr("Region of the account: us1, eu1 or au1."), u"NAME"_s};
    QCommandLineOption url{
        u"url"_s, CommandLine::tr("Address of the API up to and with /dpc, instead of a region."),
        u"BASE"_s};
    QCommandLineOption tokenUrl{
        u"token-url"_s,
        CommandLine::tr("Address that gives tokens; needed with --url and a client id."), u"URL"_s};
    QCommandLineOption json{u"json"_s,
                            CommandLine::tr("Print the server's JSON instead of a table.")};
    QCommandLineOption wait{
        u"wait"_s,
        CommandLine::tr("With start and stop: end when the pipeline streams, or has stopped.")};
    QCommandLineOption timeout{
        u"timeout"_s,
        CommandLine::tr("Longest --wait, and longest wait that a server may ask for (120)."),
        u"S"_s, u"120"_s};
    QCommandLineOption dryRun{u"dry-run"_s,
                              CommandLine::tr("With apply: show the differences, send nothing.")};
    QCommandLineOption yes{
        u"yes"_s, CommandLine::tr("Do not ask: with apply, create, delete, export, update.")};
    QCommandLineOption prune{
        u"prune"_s,
        CommandLine::tr("With export: remove the files of pipelines that are not there.")};
    QCommandLineOption allowDuplicate{
        u"allow-duplicate"_s,
        CommandLine::tr("With create: make another pipeline of a name that is there.")};
    QCommandLineOption check{
        u"check"_s,
        CommandLine::tr("With secrets: exit 6 when something may be wrong with a reference.")};
    QCommandLineOption help{{u"h"_s, u"help"_s}, CommandLine::tr("Show this help.")};

    QList<QCommandLineOption> all() const
    {
        return {region, url, tokenUrl, json,           wait,  timeout,
                dryRun, yes, prune,    allowDuplicate, check, help};
    }
};

QString readPlace(const QCommandLineParser &parser, const Options &options, Arguments &arguments)
{
    if (parser.isSet(options.region) == parser.isSet(options.url))
        return CommandLine::tr("Say where to: either --region or --url.");
    if (parser.isSet(options.region)) {
        arguments.baseUrl = regionUrl(parser.value(options.region));
        if (arguments.baseUrl.isEmpty())
            return CommandLine::tr("The region must be us1, eu1 or au1.");
    } else {
        arguments.baseUrl = QUrl(parser.value(options.url), QUrl::StrictMode);
    }
    QString problem = addressProblem(arguments.baseUrl);
    if (!problem.isEmpty())
        return problem;
    if (!parser.isSet(options.tokenUrl)) {
        arguments.tokenUrl = tokenUrlFor(arguments.baseUrl);
        return {};
    }
    arguments.tokenUrl = QUrl(parser.value(options.tokenUrl), QUrl::StrictMode);
    return addressProblem(arguments.tokenUrl);
}

QString readWait(const QCommandLineParser &parser, const Options &options, Arguments &arguments)
{
    arguments.wait = parser.isSet(options.wait);
    const bool mayWait =
        arguments.verb->verb == CommandVerb::Start || arguments.verb->verb == CommandVerb::Stop;
    if (arguments.wait && !mayWait)
        return CommandLine::tr("--wait goes with start and stop only.");
    const auto seconds = readTimeout(parser.value(options.timeout));
    if (!seconds)
        return timeoutProblem();
    arguments.timeout = *seconds;
    return {};
}

QString readConsent(const QCommandLineParser &parser, const Options &options, Arguments &arguments)
{
    const CommandVerb verb = arguments.verb->verb;
    arguments.dryRun = parser.isSet(options.dryRun);
    arguments.yes = parser.isSet(options.yes);
    arguments.check = parser.isSet(options.check);
    arguments.prune = parser.isSet(options.prune);
    arguments.allowDuplicate = parser.isSet(options.allowDuplicate);
    if (arguments.dryRun && verb != CommandVerb::Apply)
        return CommandLine::tr("--dry-run goes with apply only.");
    static const QList<CommandVerb> asking{CommandVerb::Apply, CommandVerb::Create,
                                           CommandVerb::Delete, CommandVerb::Export,
                                           CommandVerb::Update};
    if (arguments.yes && !asking.contains(verb))
        return CommandLine::tr("--yes goes with apply, create, delete, export and update only.");
    if (arguments.prune && verb != CommandVerb::Export)
        return CommandLine::tr("--prune goes with export only.");
    if (arguments.allowDuplicate && verb != CommandVerb::Create)
        return CommandLine::tr("--allow-duplicate goes with create only.");
    if (arguments.check && verb != CommandVerb::Secrets)
        return CommandLine::tr("--check goes with secrets only.");
    if (arguments.json && verb == CommandVerb::Export)
        return CommandLine::tr("--json does not go with export, which writes JSON files anyway.");
    if (arguments.json && verb == CommandVerb::Apply && !arguments.yes && !arguments.dryRun)
        return CommandLine::tr("--json goes with apply only together with --yes or --dry-run.");
    return {};
}

QString readVerb(const QStringList &words, Arguments &arguments)
{
    if (words.isEmpty())
        return CommandLine::tr("A command is missing.");
    arguments.verb = findVerb(words.constFirst());
    if (!arguments.verb)
        return CommandLine::tr("\"%1\" is no command.").arg(words.constFirst());
    arguments.operands = words.mid(1);
    const QStringList &known = arguments.verb->operands;
    const auto needed = std::count_if(known.begin(), known.end(),
                                      [](const QString &each) { return !each.startsWith(u'['); });
    if (arguments.operands.size() >= needed && arguments.operands.size() <= known.size())
        return {};
    return CommandLine::tr("The form is: sluice %1 %2")
        .arg(QLatin1String(arguments.verb->name), known.join(u' '));
}

} // namespace

std::optional<std::chrono::seconds> readTimeout(const QString &text)
{
    // Timers count milliseconds in 32 bits; nobody waits longer than this on purpose.
    static constexpr std::chrono::seconds day = std::chrono::hours(24);
    bool isNumber = false;
    const std::chrono::seconds seconds(text.toLongLong(&isNumber));
    if (!isNumber || seconds.count() < 1 || seconds > day)
        return {};
    return seconds;
}

QString timeoutProblem()
{
    return CommandLine::tr("--timeout needs a whole number of seconds, from 1 to 86400 (a day).");
}

std::span<const VerbInfo> commandVerbs()
{
    static const QString project = u"PROJECT"_s;
    static const QString pipeline = u"PIPELINE"_s;
    static const QString file = u"FILE"_s;
    static const QString folder = u"DIR"_s;
    static const QString fileOrFolder = u"FILE|DIR"_s;
    static const std::array rows{
        VerbInfo{CommandVerb::Projects,
                 "projects",
                 {},
                 QT_TRANSLATE_NOOP("CommandLine", "List the projects.")},
        VerbInfo{
            CommandVerb::Environments,
            "environments",
            {project},
            QT_TRANSLATE_NOOP("CommandLine", "List a project's environments and their runners.")},
        VerbInfo{CommandVerb::Agents,
                 "agents",
                 {},
                 QT_TRANSLATE_NOOP("CommandLine", "List the account's runners (agents).")},
        VerbInfo{CommandVerb::Pipelines,
                 "pipelines",
                 {project},
                 QT_TRANSLATE_NOOP("CommandLine", "List a project's streaming pipelines.")},
        VerbInfo{CommandVerb::Get,
                 "get",
                 {project, pipeline},
                 QT_TRANSLATE_NOOP("CommandLine",
                                   "Show a definition; with --json as the server has it.")},
        VerbInfo{
            CommandVerb::Create,
            "create",
            {project, file},
            QT_TRANSLATE_NOOP("CommandLine", "Create a pipeline from a JSON file (- is stdin).")},
        VerbInfo{
            CommandVerb::Update,
            "update",
            {project, pipeline, file},
            QT_TRANSLATE_NOOP("CommandLine", "Replace a definition by a JSON file (- is stdin).")},
        VerbInfo{CommandVerb::Delete,
                 "delete",
                 {project, pipeline},
                 QT_TRANSLATE_NOOP("CommandLine",
                                   "Delete a pipeline; asks, and keeps its definition here.")},
        VerbInfo{CommandVerb::Start,
                 "start",
                 {project, pipeline},
                 QT_TRANSLATE_NOOP("CommandLine", "Start a pipeline.")},
        VerbInfo{CommandVerb::Stop,
                 "stop",
                 {project, pipeline},
                 QT_TRANSLATE_NOOP("CommandLine", "Stop a pipeline.")},
        VerbInfo{CommandVerb::Status,
                 "status",
                 {project, pipeline},
                 QT_TRANSLATE_NOOP("CommandLine", "Show a pipeline's status.")},
        VerbInfo{
            CommandVerb::Export,
            "export",
            {project, folder},
            QT_TRANSLATE_NOOP("CommandLine", "Write a project's definitions to files, one each.")},
        VerbInfo{CommandVerb::Diff,
                 "diff",
                 {project, fileOrFolder},
                 QT_TRANSLATE_NOOP("CommandLine", "Show what files and project say differently.")},
        VerbInfo{
            CommandVerb::Apply,
            "apply",
            {project, fileOrFolder},
            QT_TRANSLATE_NOOP("CommandLine", "Create and update pipelines by name; deletes none.")},
        VerbInfo{CommandVerb::Secrets,
                 "secrets",
                 {u"[PROJECT]"_s},
                 QT_TRANSLATE_NOOP("CommandLine",
                                   "List all references to secrets, who uses them, what is odd.")},
    };
    return rows;
}

const VerbInfo *findVerb(const QString &name)
{
    const auto rows = commandVerbs();
    const auto found = std::find_if(rows.begin(), rows.end(), [&name](const VerbInfo &row) {
        return name == QLatin1String(row.name);
    });
    return found == rows.end() ? nullptr : &*found;
}

QString Arguments::operand(QLatin1String name) const
{
    return operands.value(verb->operands.indexOf(name));
}

Arguments parseArguments(const QStringList &words)
{
    Arguments arguments;
    QCommandLineParser parser;
    const Options options;
    parser.addOptions(options.all());
    // parse() takes the first word for the program's name.
    if (!parser.parse(QStringList{u"sluice"_s} + words)) {
        arguments.problem = parser.errorText();
        return arguments;
    }
    arguments.wantsHelp = parser.isSet(options.help);
    if (arguments.wantsHelp)
        return arguments;
    arguments.json = parser.isSet(options.json);
    arguments.problem = readVerb(parser.positionalArguments(), arguments);
    if (arguments.problem.isEmpty())
        arguments.problem = readPlace(parser, options, arguments);
    if (arguments.problem.isEmpty())
        arguments.problem = readWait(parser, options, arguments);
    if (arguments.problem.isEmpty())
        arguments.problem = readConsent(parser, options, arguments);
    return arguments;
}

QString helpText()
{
    QString text = CommandLine::tr("Usage: sluice COMMAND [options]") + u"\n\n"_s +
                   CommandLine::tr("Commands:") + u'\n';
    for (const VerbInfo &row : commandVerbs()) {
        const QString form = QLatin1String(row.name) + u' ' + row.operands.join(u' ');
        text += u"  "_s + form.leftJustified(32) + CommandLine::tr(row.help) + u'\n';
    }
    text += u'\n' + CommandLine::tr("Options:") + u'\n';
    const auto options = Options().all();
    for (const QCommandLineOption &option : options) {
        const QString form = u"--"_s + option.names().constLast() + u' ' + option.valueName();
        text += u"  "_s + form.leftJustified(32) + option.description() + u'\n';
    }
    text +=
        u'\n' +
        CommandLine::tr(
            "PROJECT and PIPELINE take an id or a name that is unique.\n\n"
            "create asks before it makes a second pipeline of one name; without a terminal it\n"
            "refuses, unless --allow-duplicate is given. A secret itself is never sent; what only\n"
            "looks like one is asked about, or needs --yes. delete asks, needs --yes without a\n"
            "terminal, and keeps the definition in the trash of this computer, from which the\n"
            "window can create it again.\n\n"
            "A write whose answer is missing or makes no sense is never sent a second time: the\n"
            "program looks at the server and says what it found; what stays unknown is exit\n"
            "code 4. So a script may be run again: create and apply look for the name right\n"
            "before each pipeline they make, and runs on this computer wait for each other. The\n"
            "API itself allows two pipelines of one name: other computers and programs can still\n"
            "make one in the moment between that look and the creation.\n\n"
            "secrets without PROJECT reads all projects and compares across them; with --json\n"
            "it prints references (with users), findings, and what could not be read (unread).\n"
            "What is silenced in the window counts here all the same.\n\n"
            "FILE and DIR hold plain files of at most 100 MB; FILE may be -, the standard "
            "input.\n\n"
            "When the server asks to wait, that is said on stderr at once; the command ends when\n"
            "that would take longer than --timeout.\n\n"
            "Credentials come from the environment only: MAIA_TOKEN, or MAIA_CLIENT_ID and\n"
            "MAIA_CLIENT_SECRET; optionally MAIA_ACCOUNT_ID. They hold no quotes around them.\n\n"
            "Exit codes: 0 done; 1 the server or the network refused, or the output could not be\n"
            "written; 2 wrong usage; 3 not signed in or not allowed; 4 it is not known whether it\n"
            "was done; 5 diff found differences; 6 secrets --check has findings.\n");
    return text;
}

} // namespace Sluice
