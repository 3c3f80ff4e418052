// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pipelinetables.h"

#include "models/fleet/table/pipelinemodel.h"

using namespace Qt::StringLiterals;

namespace Sluice {

QList<TableSource> pipelineTables(const PipelineModel &pipelines, const QString &account,
                                  const QString &except)
{
    QList<TableSource> sources;
    for (int i = 0; i < pipelines.rowCount(); ++i) {
        const PipelineRow &row = pipelines.row(i);
        const bool isOther = !account.isEmpty() && row.key.account != account;
        if (isOther || row.tableCount == 0 || row.key.pipeline == except)
            continue;
        const QString place = account.isEmpty() ? u"%1 › %2"_s.arg(row.accountName, row.projectName)
                                                : row.projectName;
        const QString from = u"%1 %2"_s.arg(row.sourceHost, row.sourceDatabase).trimmed();
        const QJsonObject source = row.definition.value("streamingSource"_L1).toObject();
        sources.append(
            {row.name, place, row.sourceType, from, source.value("tables"_L1).toArray()});
    }
    return sources;
}

} // namespace Sluice
