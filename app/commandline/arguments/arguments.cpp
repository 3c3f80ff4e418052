// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/arguments/arguments.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/arguments/listenaddress.h"
#include "app/commandline/arguments/qtoptions.h"
#include "app/commandline/arguments/suggestion.h"
#include "models/account/profile.h"
#include "models/api/address.h"

#include <QCommandLineParser>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString longForm(OptionId id)
{
    return u"--"_s + QLatin1String(optionInfo(id).name);
}

// Joins words for a sentence: "start and stop", "table, json or yaml". %1 of the form is all but
// the last word.
QString listed(const QStringList &words, const QString &form)
{
    if (words.size() < 2)
        return words.join(QString());
    return form.arg(words.mid(0, words.size() - 1).join(u", "_s), words.constLast());
}

QStringList spellings(const OptionInfo &option)
{
    QStringList names;
    for (const char *letter = option.letters; *letter != '\0'; ++letter)
        names += QString(QLatin1Char(*letter));
    return names << QString::fromLatin1(option.name);
}

void addAll(QCommandLineParser &parser)
{
    for (const OptionInfo &option : allOptions())
        parser.addOption({spellings(option), {}, QString::fromLatin1(option.value)});
}

QString optionProblem(const QCommandLineParser &parser)
{
    const QStringList unknown = parser.unknownOptionNames();
    if (unknown.isEmpty())
        return parser.errorText();
    QStringList known;
    for (const OptionInfo &option : allOptions())
        known += QLatin1String(option.name);
    const QString &name = unknown.constFirst();
    const QString form = (name.size() == 1 ? u"-"_s : u"--"_s) + name;
    const QString near = nearestWord(name, known);
    return CommandLine::tr("There is no option %1.").arg(form) +
           didYouMean(near.isEmpty() ? near : u"--"_s + near);
}

QString noCommand(const QString &word)
{
    QString near = nearestWord(word, Operand{OperandKind::Command}.choices());
    if (!near.isEmpty())
        near = u'"' + near + u'"';
    return CommandLine::tr("\"%1\" is no command.").arg(word) + didYouMean(near);
}

QString readVerb(const QStringList &words, Arguments &arguments)
{
    if (words.isEmpty())
        return {};
    arguments.verb = findVerb(words.constFirst());
    if (!arguments.verb)
        return noCommand(words.constFirst());
    arguments.operands = words.mid(1);
    return {};
}

// Complains of an option that the verb, or the window, does not take.
QString strayOption(const Arguments &arguments)
{
    const OptionSet allowed = arguments.verb ? arguments.verb->options : windowOptions;
    const auto stray =
        std::find_if(arguments.options.begin(), arguments.options.end(),
                     [&](const auto &option) { return !allowed.contains(option.first); });
    if (stray == arguments.options.end())
        return {};
    const QString form = longForm(stray->first);
    QStringList verbs;
    for (const VerbInfo &row : commandVerbs()) {
        if (row.options.contains(stray->first))
            verbs += QLatin1String(row.name);
    }
    if (verbs.isEmpty())
        return CommandLine::tr("%1 goes with the window only, not with a command.").arg(form);
    constexpr qsizetype fewWords = 6;
    if (verbs.size() > fewWords)
        return arguments.verb ? CommandLine::tr("%1 does not go with %2.")
                                    .arg(form, QLatin1String(arguments.verb->name))
                              : CommandLine::tr("%1 goes with a command.").arg(form);
    return CommandLine::tr("%1 goes with %2 only.")
        .arg(form, listed(verbs, CommandLine::tr("%1 and %2")));
}

QString choiceProblem(const QString &what, const QString &value, const QStringList &choices)
{
    return CommandLine::tr("%1 takes %2, not \"%3\".")
               .arg(what, listed(choices, CommandLine::tr("%1 or %2")), value) +
           didYouMean(nearestWord(value, choices));
}

// Checks the options whose values come from a list.
QString readChoices(Arguments &arguments)
{
    for (auto &[id, value] : arguments.options) {
        const QStringList choices = optionInfo(id).choiceList();
        if (id == OptionId::Until)
            value = value.toUpper().replace(u'-', u'_');
        const bool mayVary = id == OptionId::Region; // regionUrl() takes any case
        const auto cases = mayVary ? Qt::CaseInsensitive : Qt::CaseSensitive;
        if (!choices.isEmpty() && !choices.contains(value, cases))
            return choiceProblem(longForm(id), value, choices);
    }
    return {};
}

QString readFormat(Arguments &arguments)
{
    const QString word = arguments.value(OptionId::Output);
    if (arguments.isSet(OptionId::Json)) {
        if (!word.isEmpty() && word != u"json")
            return CommandLine::tr("Say either --json or --output %1.").arg(word);
        arguments.format = OutputFormat::Json;
    } else if (word == u"json") {
        arguments.format = OutputFormat::Json;
    } else if (word == u"yaml") {
        arguments.format = OutputFormat::Yaml;
    } else if (word == u"name") {
        arguments.format = OutputFormat::Name;
    }
    return {};
}

QString readOperands(Arguments &arguments)
{
    const auto known = arguments.verb->operands;
    const auto needed = std::count_if(known.begin(), known.end(),
                                      [](const Operand &each) { return !each.isOptional; });
    const qsizetype given = arguments.operands.size();
    if (given < needed || given > qsizetype(known.size()))
        return CommandLine::tr("The form is: sluice %1 %2")
            .arg(QLatin1String(arguments.verb->name), arguments.verb->operandForm())
            .trimmed();
    for (qsizetype i = 0; i < given; ++i) {
        const Operand &operand = known[size_t(i)];
        const QStringList choices = operand.choices();
        QString &word = arguments.operands[i];
        // Of a variable that is not set; elsewhere it would stand for "here" or for "all".
        if (word.trimmed().isEmpty())
            return CommandLine::tr("%1 is empty.").arg(operand.form());
        if (operand.kind == OperandKind::State)
            word = word.toUpper().replace(u'-', u'_');
        if (operand.kind == OperandKind::Command) {
            if (!findVerb(word))
                return noCommand(word);
        } else if (!choices.isEmpty() && !choices.contains(word)) {
            return choiceProblem(operand.form(), word, choices);
        }
    }
    return {};
}

// Checks the verbs that read one project or all of them.
QString readScope(const Arguments &arguments)
{
    const bool isAll = arguments.isSet(OptionId::AllProjects);
    if (isAll && !arguments.operands.isEmpty())
        return CommandLine::tr("Say either PROJECT or --all-projects.");
    if (arguments.isSet(OptionId::Filter) && !arguments.operand(OperandKind::Pipeline).isEmpty())
        return CommandLine::tr("Say either PIPELINE or --filter.");
    const bool mayBeNone = arguments.verb->verb == CommandVerb::Secrets;
    if (arguments.verb->options.contains(OptionId::AllProjects) && !isAll && !mayBeNone &&
        arguments.operands.isEmpty())
        return CommandLine::tr("Say which PROJECT, or --all-projects for all.");
    return {};
}

// Where the command goes to, as the options say it, or the environment.
struct Place {
    QString region;
    QString url;
    QString tokenUrl;
};

Place saidPlace(const Arguments &arguments)
{
    return {arguments.value(OptionId::Region), arguments.value(OptionId::Url),
            arguments.value(OptionId::TokenUrl)};
}

// For commands that say nothing of it, so that scripts and people need not say it each time.
QString readSetPlace(Place &place)
{
    place.region = qEnvironmentVariable("MAIA_REGION").trimmed();
    place.url = qEnvironmentVariable("MAIA_URL").trimmed();
    if (!place.url.isEmpty() && place.tokenUrl.isEmpty())
        place.tokenUrl = qEnvironmentVariable("MAIA_TOKEN_URL").trimmed();
    if (!place.region.isEmpty() && !place.url.isEmpty())
        return CommandLine::tr("Both MAIA_REGION and MAIA_URL are set. Unset one of them, or say "
                               "--region or --url.");
    const QStringList regions = optionInfo(OptionId::Region).choiceList();
    if (!place.region.isEmpty() && !regions.contains(place.region, Qt::CaseInsensitive))
        return choiceProblem(u"MAIA_REGION"_s, place.region, regions);
    return {};
}

QString readPlace(Arguments &arguments)
{
    const bool isRegion = arguments.isSet(OptionId::Region);
    const bool isUrl = arguments.isSet(OptionId::Url);
    if (!arguments.verb && !isRegion && !isUrl && !arguments.isSet(OptionId::TokenUrl))
        return {};
    Place place = saidPlace(arguments);
    QString problem;
    if (arguments.verb && !isRegion && !isUrl)
        problem = readSetPlace(place);
    if (!problem.isEmpty())
        return problem;
    if (isRegion ? isUrl : !isUrl && place.region.isEmpty() && place.url.isEmpty())
        return arguments.verb
                   ? CommandLine::tr("Say where to: either --region or --url, or set MAIA_REGION "
                                     "or MAIA_URL.")
                   : CommandLine::tr("Say where to: either --region or --url.");
    const bool isNamed = isRegion || !place.region.isEmpty();
    arguments.baseUrl = isNamed ? regionUrl(place.region) : QUrl(place.url, QUrl::StrictMode);
    problem = addressProblem(arguments.baseUrl);
    if (!problem.isEmpty())
        return problem;
    if (place.tokenUrl.isEmpty() && !arguments.isSet(OptionId::TokenUrl)) {
        arguments.tokenUrl = tokenUrlFor(arguments.baseUrl);
        return {};
    }
    arguments.tokenUrl = QUrl(place.tokenUrl, QUrl::StrictMode);
    return addressProblem(arguments.tokenUrl);
}

QString readTimeout(Arguments &arguments)
{
    // Timers count milliseconds in 32 bits. Nobody waits longer than a day on purpose.
    static constexpr std::chrono::seconds day = std::chrono::hours(24);
    static constexpr std::chrono::seconds forPictures{300};
    if (!arguments.isSet(OptionId::Timeout)) {
        if (!arguments.verb)
            arguments.timeout = forPictures;
        return {};
    }
    bool isNumber = false;
    const QString text = arguments.value(OptionId::Timeout);
    arguments.timeout = std::chrono::seconds(text.toLongLong(&isNumber));
    if (isNumber && arguments.timeout.count() >= 1 && arguments.timeout <= day)
        return {};
    return CommandLine::tr("--timeout needs a whole number of seconds, from 1 to 86400 (a day).");
}

QString readInterval(Arguments &arguments)
{
    static constexpr std::chrono::seconds longest{3600};
    if (!arguments.isSet(OptionId::Interval))
        return {};
    bool isNumber = false;
    const QString text = arguments.value(OptionId::Interval);
    arguments.interval = std::chrono::seconds(text.toLongLong(&isNumber));
    if (isNumber && arguments.interval.count() >= 1 && arguments.interval <= longest)
        return {};
    return CommandLine::tr("--interval needs a whole number of seconds, from 1 to 3600.");
}

QString readMetrics(const Arguments &arguments)
{
    return arguments.isSet(OptionId::Metrics)
               ? ListenAddress::from(arguments.value(OptionId::Metrics)).problem
               : QString();
}

// Checks options that depend on each other.
QString readPairs(const Arguments &arguments)
{
    if (arguments.verb->verb == CommandVerb::Apply && arguments.isForPrograms() &&
        !arguments.isSet(OptionId::Yes) && !arguments.isSet(OptionId::DryRun))
        return CommandLine::tr("%1 goes with apply only together with --yes or --dry-run.")
            .arg(arguments.isSet(OptionId::Json)
                     ? u"--json"_s
                     : u"--output "_s + arguments.value(OptionId::Output));
    return {};
}

QString check(Arguments &arguments)
{
    QString problem = strayOption(arguments);
    if (problem.isEmpty())
        problem = readChoices(arguments);
    if (problem.isEmpty())
        problem = readFormat(arguments);
    if (problem.isEmpty() && arguments.verb)
        problem = readOperands(arguments);
    if (problem.isEmpty() && arguments.verb)
        problem = readScope(arguments);
    if (problem.isEmpty() && (!arguments.verb || arguments.verb->needsServer()))
        problem = readPlace(arguments);
    if (problem.isEmpty())
        problem = readTimeout(arguments);
    if (problem.isEmpty())
        problem = readInterval(arguments);
    if (problem.isEmpty())
        problem = readMetrics(arguments);
    if (problem.isEmpty() && arguments.verb)
        problem = readPairs(arguments);
    return problem;
}

} // namespace

QString Arguments::value(OptionId id) const
{
    const auto found = options.find(id);
    return found == options.end() ? QString() : found->second;
}

QString Arguments::operand(OperandKind kind) const
{
    for (size_t i = 0; i < verb->operands.size(); ++i) {
        if (verb->operands[i].kind == kind)
            return operands.value(qsizetype(i));
    }
    return {};
}

Arguments parseArguments(const QStringList &words)
{
    Arguments arguments;
    QCommandLineParser parser;
    addAll(parser);
    const WithoutQtOptions own(words);
    // parse() skips the first word, the program's name.
    const bool isRead = parser.parse(QStringList{u"sluice"_s} + own.words);
    for (const OptionInfo &option : allOptions()) {
        const QString name = QString::fromLatin1(option.name);
        if (parser.isSet(name))
            arguments.options.emplace(option.id,
                                      option.takesValue() ? parser.value(name) : QString());
    }
    readFormat(arguments); // first, as the format also decides how faults are printed
    arguments.problem = readVerb(parser.positionalArguments(), arguments);
    if (!isRead)
        arguments.problem = optionProblem(parser);
    else if (arguments.problem.isEmpty() && arguments.verb && !own.first.isEmpty())
        arguments.problem =
            CommandLine::tr("%1 goes with the window only, not with a command.").arg(own.first);
    const bool isAsked = arguments.isSet(OptionId::Help) || arguments.isSet(OptionId::Version);
    if (arguments.problem.isEmpty() && !isAsked)
        arguments.problem = check(arguments);
    return arguments;
}

} // namespace Sluice
