// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/runcommandline.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/arguments/completionscript.h"
#include "app/commandline/arguments/helptext.h"
#include "app/commandline/commands/runcommand.h"
#include "app/commandline/output/console.h"
#include "app/commandline/session/session.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

ExitCode printText(const QString &text)
{
    Console::print(text);
    return Console::finish(ExitCode::Done);
}

QString helpOf(const VerbInfo *verb)
{
    return verb ? HelpText::of(*verb) : HelpText::overview();
}

// Runs what needs no server. Returns nothing for everything else.
std::optional<ExitCode> runAlone(const Arguments &arguments)
{
    const VerbInfo *verb = arguments.verb;
    if (arguments.isSet(OptionId::Help))
        return printText(helpOf(verb));
    if (arguments.isSet(OptionId::Version) || (verb && verb->verb == CommandVerb::Version))
        return printText(u"sluice "_s + QStringLiteral(SLUICE_VERSION));
    if (verb && verb->verb == CommandVerb::Help)
        return printText(helpOf(findVerb(arguments.operand(OperandKind::Command))));
    if (verb && verb->verb == CommandVerb::Completion)
        return printText(CompletionScript::forShell(arguments.operand(OperandKind::Shell)));
    return {};
}

} // namespace

std::optional<ExitCode> runCommandLine(const Arguments &arguments)
{
    Console::use(arguments);
    if (!arguments.problem.isEmpty())
        return Console::fail(
            Failure(u"wrong_usage"_s,
                    arguments.problem + u'\n' +
                        CommandLine::tr("See: %1").arg(HelpText::pointer(arguments.verb)),
                    ExitCode::WrongUsage));
    if (const auto code = runAlone(arguments))
        return code;
    if (!arguments.verb)
        return {};
    const Credentials credentials = Credentials::fromEnvironment(arguments);
    if (!credentials.problem.isEmpty())
        return Console::fail(
            Failure(u"not_signed_in"_s, credentials.problem, ExitCode::NotAllowed));
    Session session(credentials, arguments.timeout);
    return Console::finish(runCommand(arguments, session));
}

} // namespace Sluice
