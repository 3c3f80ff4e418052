// SPDX-License-Identifier: Apache-2.0
// The part of PropertyMapModel that keeps rows which are no properties yet.
#include "models/form/propertymapmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

bool PropertyMapModel::hasErrors() const
{
    return !problem().isEmpty();
}

QString PropertyMapModel::problem() const
{
    const QStringList all = errors();
    const auto first = std::find_if(all.begin(), all.end(),
                                    [](const QString &message) { return !message.isEmpty(); });
    return first == all.end()
               ? QString()
               : tr("Row %1: %2").arg((first - all.begin()) / ColumnCount + 1).arg(*first);
}

QJsonArray PropertyMapModel::rows() const
{
    QJsonArray rows;
    for (const Row &row : m_rows.first(m_rows.size() - 1)) {
        QJsonObject kept{{u"name"_s, row.name}, {u"type"_s, int(row.type)}};
        if (row.value.isUndefined())
            kept.insert(u"invalid"_s, row.invalidText);
        else
            kept.insert(u"value"_s, row.value);
        rows.append(kept);
    }
    return rows;
}

void PropertyMapModel::setRows(const QJsonArray &rows)
{
    beginResetModel();
    m_rows.clear();
    for (const QJsonValue &row : rows)
        m_rows.append({row["name"_L1].toString(), Type(row["type"_L1].toInt()), row["value"_L1],
                       row["invalid"_L1].toString()});
    m_rows.append(Row{});
    endResetModel();
}

} // namespace Sluice
