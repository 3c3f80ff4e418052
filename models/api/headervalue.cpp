// SPDX-License-Identifier: Apache-2.0
#include "models/api/headervalue.h"

#include "models/support/hiddencharacters.h"

#include <QCoreApplication>

#include <algorithm>

namespace Sluice {

QString headerProblem(const char *header, const QString &value, const QString &account)
{
    const QList<uint> characters = value.toUcs4();
    if (std::none_of(characters.begin(), characters.end(), isHiddenCharacter))
        return {};
    return QCoreApplication::translate(
               "Header", "The value for the header %1 of the account %2 has a line end or another "
                         "character that is not seen: \"%3\". Nothing was sent. Connect the "
                         "account again with the value as Maia shows it.")
        .arg(QLatin1String(header), shownName(account.left(40)), shownName(value.left(40)));
}

} // namespace Sluice
