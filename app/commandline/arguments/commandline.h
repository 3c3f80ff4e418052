// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCoreApplication>

namespace Sluice {

// The translation context of everything the command line says: CommandLine::tr("...").
class CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

} // namespace Sluice
