// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/portable.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Sluice {

QJsonObject portableDefinition(QJsonObject definition)
{
    definition.remove("streamingPipelineId"_L1);
    definition.remove("projectId"_L1);
    return definition;
}

QString nameOfCopy(const QString &name, const QStringList &taken)
{
    //: The name of a copy: "Copy of orders", "Copy of orders 2".
    const QString pattern = QCoreApplication::translate("Sluice::Portable", "Copy of %1");
    static const QRegularExpression number(u" \\d+$"_s);
    const bool isCopy = name.startsWith(pattern.section("%1"_L1, 0, 0)) &&
                        name.endsWith(pattern.section("%1"_L1, 1));
    QString stem = isCopy ? name : pattern.arg(name);
    // A number at the end may also belong to the name: "Copy of room 2".
    if (const QString first = QString(stem).remove(number); isCopy && taken.contains(first))
        stem = first;
    QString candidate = stem;
    for (int next = 2; taken.contains(candidate); ++next)
        candidate = u"%1 %2"_s.arg(stem, QString::number(next));
    return candidate;
}

} // namespace Sluice
