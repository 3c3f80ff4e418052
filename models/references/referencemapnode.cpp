// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencemapnode.h"

#include "models/account/runnerfacts.h"
#include "models/references/referencelint.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Row = ReferenceMapNode::Row;
using Kind = ReferenceMapNode::Kind;

struct NodeWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::SecretMap)
};

Row runnerRow(const PipelineReferences &pipeline)
{
    const QString cloud = cloudName(pipeline.cloud);
    Row row{Kind::Runner,
            pipeline.key.account + u'\n' + pipeline.agentId,
            pipeline.runnerName,
            cloud.isEmpty() ? pipeline.accountName : cloud + u" · "_s + pipeline.accountName,
            {}};
    if (row.name.isEmpty())
        row.name = pipeline.agentId.isEmpty() ? NodeWords::tr("No runner") : pipeline.agentId;
    return row;
}

Row vaultRow(const SecretReference &reference)
{
    QString name = reference.location.isEmpty() ? reference.providerName() : reference.location;
    if (name.isEmpty())
        name = NodeWords::tr("Not set");
    return {
        Kind::Vault, reference.provider + u'\n' + reference.location, name, {}, reference.vault()};
}

Row secretRow(const SecretReference &reference)
{
    QString name = reference.name.isEmpty() ? NodeWords::tr("Not set") : reference.name;
    if (!reference.key.isEmpty())
        name += u" › "_s + reference.key;
    return {Kind::Secret, reference.name + u'\n' + reference.key, name, {}, reference};
}

} // namespace

void ReferenceMapNode::add(const Counts &more)
{
    for (ReferenceMapNode *node = this; node; node = node->parent) {
        node->counts.uses += more.uses;
        node->counts.findings += more.findings;
    }
}

void ReferenceMapNode::append(std::unique_ptr<ReferenceMapNode> child)
{
    child->parent = this;
    child->place = int(children.size());
    if (child->row.kind != Kind::Use)
        byId.insert(child->row.id, child.get());
    children.push_back(std::move(child));
}

void ReferenceMapNode::remove(int first, int last)
{
    for (int each = first; each <= last; ++each)
        byId.remove(children[size_t(each)]->row.id);
    children.erase(children.begin() + first, children.begin() + last + 1);
    for (auto each = size_t(first); each < children.size(); ++each)
        children[each]->place = int(each);
}

ReferenceMapUse referenceMapUse(ReferenceMapNode::Mode mode, const PipelineReferences &pipeline,
                                const SecretUse &use)
{
    ReferenceMapUse made;
    made.pipeline = pipeline.key;
    made.path = use.path;
    if (mode == ReferenceMapNode::Mode::ByRunner)
        made.rows.append(runnerRow(pipeline));
    made.rows.append(vaultRow(use.reference));
    made.rows.append(secretRow(use.reference));
    made.rows.append({Kind::Use, {}, pipeline.name, {}, use.reference});
    return made;
}

} // namespace Sluice
