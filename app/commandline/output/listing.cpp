// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/output/listing.h"

#include "app/commandline/output/console.h"
#include "app/commandline/output/operandtext.h"

#include <QHash>

namespace Sluice {

void Listing::print(OutputFormat format) const
{
    switch (format) {
    case OutputFormat::Json:
    case OutputFormat::Yaml: {
        QJsonArray array;
        for (const Row &row : m_rows)
            array.append(row.json);
        Console::printValue(array);
        return;
    }
    case OutputFormat::Name:
        if (!m_rows.isEmpty())
            Console::print(names().join(u'\n'));
        return;
    case OutputFormat::Table: break;
    }
    QList<QStringList> table;
    for (const Row &row : m_rows)
        table += row.cells;
    Console::printTable(m_titles, table);
}

QStringList Listing::names() const
{
    QHash<QString, int> counts;
    for (const Row &row : m_rows)
        ++counts[row.name];
    QStringList names;
    for (const Row &row : m_rows)
        names += operandFor(row.name, row.id, counts.value(row.name) == 1);
    return names;
}

} // namespace Sluice
