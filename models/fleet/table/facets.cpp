// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/facets.h"

#include "models/definition/pipelinetypes.h"
#include "models/fleet/table/pipelinerow.h"

#include <QCoreApplication>

namespace Sluice {

namespace {

struct FacetWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::Facets)
};

// Two accounts may have a project or a runner with the same id, when both are one at the server.
QString within(const QString &account, const QString &id)
{
    return account + u'/' + id;
}

QString labelOf(const TypeInfo *type, const QString &id)
{
    return type ? QCoreApplication::translate("Form", type->label) : id;
}

QString textOf(const PipelineRow &row, Facet facet)
{
    switch (facet) {
    case Facet::SourceType: return labelOf(findSourceType(row.sourceType), row.sourceType);
    case Facet::TargetType: return labelOf(findTargetType(row.targetType), row.targetType);
    case Facet::Project: return row.projectName;
    case Facet::Runner: return row.runnerText();
    }
    return {};
}

} // namespace

QString facetValue(const PipelineRow &row, Facet facet)
{
    switch (facet) {
    case Facet::SourceType: return row.sourceType;
    case Facet::TargetType: return row.targetType;
    case Facet::Project: return within(row.key.account, row.key.project);
    case Facet::Runner: return runnerValue(row.key.account, row.agentId);
    }
    return {};
}

QString runnerValue(const QString &account, const QString &agentId)
{
    return within(account, agentId);
}

QString facetText(const PipelineRow &row, Facet facet)
{
    const QString text = textOf(row, facet);
    return text.isEmpty() ? FacetWords::tr("None") : text;
}

} // namespace Sluice
