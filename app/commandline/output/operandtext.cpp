// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/output/operandtext.h"

#include "app/commandline/output/console.h"
#include "models/support/hiddencharacters.h"

#include <QUuid>

namespace Sluice {

QString operandFor(const QString &name, const QString &id, bool isUnique)
{
    const bool isPlain = !name.isEmpty() && !name.startsWith(u'-') && shownName(name) == name &&
                         QUuid::fromString(name).isNull();
    return Console::onOneLine((isUnique && isPlain) || id.isEmpty() ? name : id);
}

} // namespace Sluice
