// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QString>

namespace Sluice {

// File names that are in use. Compares like the file system that distinguishes least.
class TakenNames
{
public:
    // False when the name was claimed before, in any case and any Unicode form.
    bool claim(const QString &name);

private:
    QSet<QString> m_names;
};

// The name of a pipeline's JSON file, "orders (2).json" when "orders.json" is taken; it is taken
// from now on. The name is valid on Linux, macOS and Windows. Characters that one of them refuses
// become "_". Names that Windows reserves for devices get a "_" at the start. There is no dot or
// blank at either end, and it has at most 220 bytes. Keeps letters of all scripts, composed (NFC).
QString fileNameFor(const QString &pipelineName, TakenNames &taken);
// The same for the folder of a project, which has no ".json".
QString folderNameFor(const QString &projectName, TakenNames &taken);

} // namespace Sluice
