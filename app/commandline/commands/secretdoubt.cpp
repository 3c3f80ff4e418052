// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/secretdoubt.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/output/console.h"

using namespace Qt::StringLiterals;

namespace Sluice {

void warnOfDoubt(const QString &place, const SecretVerdict &verdict)
{
    Console::warn(
        Console::onOneLine(u"%1: %2: %3"_s.arg(place, verdict.path.text(), verdict.reason)));
}

std::optional<Failure> doubtedSecret(const Arguments &arguments, const SecretVerdict &verdict)
{
    if (!verdict.isDoubtful())
        return {};
    warnOfDoubt(arguments.operand(OperandKind::File), verdict);
    if (arguments.isSet(OptionId::Yes))
        return {};
    if (!Console::isInputTerminal())
        return Failure(
            u"not_confirmed"_s,
            CommandLine::tr("Nothing was sent. If it is the name of a secret, say --yes."),
            ExitCode::WrongUsage);
    if (Console::ask(CommandLine::tr("Is that the name of a secret, and not the secret itself?")))
        return {};
    return Failure(u"not_confirmed"_s, CommandLine::tr("Nothing was sent."));
}

} // namespace Sluice
