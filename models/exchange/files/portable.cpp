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
    //: What a copy's name ends with: "orders copy", "orders copy 2".
    const QString word = QCoreApplication::translate("Sluice::Portable", "copy");
    static const QRegularExpression number(u" \\d+$"_s);
    QString stem = name;
    if (stem.contains(number) && stem.left(stem.indexOf(number)).endsWith(u' ' + word))
        stem.remove(number);
    if (!stem.endsWith(u' ' + word))
        stem += u' ' + word;
    QString candidate = stem;
    for (int next = 2; taken.contains(candidate); ++next)
        candidate = u"%1 %2"_s.arg(stem).arg(next);
    return candidate;
}

} // namespace Sluice
