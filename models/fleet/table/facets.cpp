// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/facets.h"

#include "models/definition/pipelinetypes.h"
#include "models/fleet/table/pipelinerow.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

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

// Tags are the same in any case.
QString tagValue(const QString &tag)
{
    return u"tag/"_s + tag.toLower();
}

const QString &pinValue()
{
    static const QString value = u"pin"_s;
    return value;
}

FacetValue only(const PipelineRow &row, Facet facet)
{
    switch (facet) {
    case Facet::SourceType:
        return {row.sourceType, labelOf(findSourceType(row.sourceType), row.sourceType)};
    case Facet::TargetType:
        return {row.targetType, labelOf(findTargetType(row.targetType), row.targetType)};
    case Facet::Project: return {within(row.key.account, row.key.project), row.projectName};
    case Facet::Runner: return {runnerValue(row.key.account, row.agentId), row.runnerText()};
    case Facet::Tag: break; // has its own
    }
    return {};
}

QList<FacetValue> tagsOf(const PipelineLabel &label)
{
    QList<FacetValue> values;
    if (label.isPinned)
        values.append({pinValue(), FacetWords::tr("Pinned")});
    for (const QString &tag : label.tags)
        values.append({tagValue(tag), tag});
    if (label.tags.isEmpty())
        values.append({{}, FacetWords::tr("No tag")});
    return values;
}

} // namespace

QList<FacetValue> facetValues(const PipelineRow &row, Facet facet)
{
    if (facet == Facet::Tag)
        return tagsOf(row.label);
    FacetValue value = only(row, facet);
    if (value.text.isEmpty())
        value.text = FacetWords::tr("None");
    return {value};
}

bool hasFacetValue(const PipelineRow &row, Facet facet, const QSet<QString> &values)
{
    if (facet != Facet::Tag)
        return values.contains(only(row, facet).value);
    const QStringList &tags = row.label.tags;
    return (row.label.isPinned && values.contains(pinValue())) ||
           (tags.isEmpty() && values.contains(QString())) ||
           std::any_of(tags.cbegin(), tags.cend(),
                       [&values](const QString &tag) { return values.contains(tagValue(tag)); });
}

QString runnerValue(const QString &account, const QString &agentId)
{
    return within(account, agentId);
}

} // namespace Sluice
