// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/definitionfile.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/commands/exchangeplan.h"
#include "models/exchange/files/wholefile.h"
#include "models/json/jsontext.h"

using namespace Qt::StringLiterals;

namespace Sluice {

Result<QByteArray, Failure> readDefinitionFile(const QString &name)
{
    const bool isStdin = name == u"-";
    const QString place = isStdin ? u"stdin"_s : name;
    const FileContent content = isStdin ? readWhole(stdin) : readWhole(name);
    Failure failure(u"unusable_file"_s, CommandLine::tr("Nothing was sent."), ExitCode::WrongUsage);
    if (!content.problem.isEmpty()) {
        failure.details += u"%1: %2."_s.arg(place, content.problem);
        return failure;
    }
    const ParsedJson parsed = parseJsonObject(content.bytes);
    if (!parsed.object) {
        failure.details +=
            u"%1:%2:%3: %4."_s.arg(place, QString::number(parsed.fault.line),
                                   QString::number(parsed.fault.column), parsed.fault.message);
        return failure;
    }
    failure.details = secretFaults(readDefinitions(content.bytes, place));
    if (failure.details.isEmpty())
        return parsed.text;
    return failure;
}

} // namespace Sluice
