// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/secretdoubt.h"

#include "app/commandline/console.h"
#include "app/commandline/words.h"

using namespace Qt::StringLiterals;

namespace Sluice {

void warnOfDoubt(const QString &place, const SecretVerdict &verdict)
{
    Console::complain(
        Console::onOneLine(u"%1: %2: %3"_s.arg(place, verdict.path.text(), verdict.reason)));
}

bool isMeantAsName(const Arguments &arguments, const QString &place, const SecretVerdict &verdict)
{
    if (!verdict.isDoubtful())
        return true;
    warnOfDoubt(place, verdict);
    if (arguments.yes)
        return true;
    if (Console::isInputTerminal())
        return Console::ask(
            CommandLine::tr("Is that the name of a secret, and not the secret itself?"));
    Console::complain(
        CommandLine::tr("Nothing was sent. If it is the name of a secret, say --yes."));
    return false;
}

} // namespace Sluice
