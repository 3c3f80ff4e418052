// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/importmatch.h"

#include "models/definition/definition.h"
#include "models/exchange/files/portable.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// What others have may make a text fine, never doubtful.
SecretVerdict doubt(const ImportEntry &entry, const QList<QJsonObject> &known)
{
    return entry.verdict.isFine() ? entry.verdict : SecretGuard::judge(*entry.definition, known);
}

} // namespace

ProjectIndex::ProjectIndex(const QList<QJsonObject> &definitions)
{
    for (const QJsonObject &definition : definitions)
        m_byName[Definition::name(definition)].append(definition);
}

ImportMatch ProjectIndex::match(const ImportEntry &entry) const
{
    ImportMatch match;
    if (entry.name().isEmpty() || entry.holdsSecret())
        return match;
    const QList<QJsonObject> namesakes = m_byName.value(entry.name());
    if (namesakes.size() != 1) {
        match.action = namesakes.isEmpty() ? ImportAction::Create : ImportAction::Ambiguous;
        match.doubt = doubt(entry, namesakes);
        return match;
    }
    match.pipelineId = namesakes.constFirst().value("streamingPipelineId"_L1).toString();
    match.base = portableDefinition(namesakes.constFirst());
    match.doubt = doubt(entry, {match.base});
    match.changes = semanticDiff(match.base, *entry.definition);
    match.action = match.changes.isEmpty() ? ImportAction::NoChange : ImportAction::Update;
    return match;
}

} // namespace Sluice
