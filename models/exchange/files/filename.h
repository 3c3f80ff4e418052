// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSet>
#include <QString>

namespace Sluice {

// File names that are given away already, compared as the most careless file system does.
class TakenNames
{
public:
    // False when the name, in any case and any Unicode form, was taken before.
    bool claim(const QString &name);

private:
    QSet<QString> m_names;
};

// The name of a pipeline's JSON file, "orders (2).json" when "orders.json" is taken; it is taken
// from now on. Good on Linux, macOS and Windows alike: characters that one of them refuses become
// "_", names that Windows keeps for devices get a "_" in front, no dot or blank at an end, at most
// 220 bytes. Letters of all scripts stay, composed (NFC).
QString fileNameFor(const QString &pipelineName, TakenNames &taken);

} // namespace Sluice
