// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencemapmodel.h"

#include "models/document/diff.h"
#include "models/fleet/fleet.h"
#include "models/fleet/table/pipelinemodel.h"
#include "models/references/referencemonitor.h"
#include "models/support/rowdiff.h"

#include <QLocale>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

ReferenceMapModel::ReferenceMapModel(Fleet *fleet, const ReferenceMonitor *monitor, Mode mode,
                                     QObject *parent)
    : QAbstractItemModel(parent)
    , m_pipelines(fleet->pipelines())
    , m_monitor(monitor)
    , m_mode(mode)
    , m_root(std::make_unique<Node>())
{
    const QList<PipelineKey> all = monitor->index().pipelines();
    follow({}, {all.begin(), all.end()});
    connect(monitor, &ReferenceMonitor::changed, this, &ReferenceMapModel::follow);
}

ReferenceMapModel::~ReferenceMapModel() = default;

const ReferenceMapNode *ReferenceMapModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex ReferenceMapModel::indexOf(const Node *node, int column) const
{
    return node->isRoot() ? QModelIndex() : createIndex(node->place, column, node);
}

QModelIndex ReferenceMapModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, node(parent)->children[size_t(row)].get());
}

QModelIndex ReferenceMapModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(node(index)->parent) : QModelIndex();
}

int ReferenceMapModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(node(parent)->children.size());
}

int ReferenceMapModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

void ReferenceMapModel::follow(const QSet<SecretReference> &, const QSet<PipelineKey> &pipelines)
{
    QList<Node *> gone;
    QList<ReferenceMapUse> come;
    for (const PipelineKey &key : pipelines)
        compare(key, gone, come);
    remove(gone);
    QList<const ReferenceMapUse *> uses;
    uses.reserve(come.size());
    for (const ReferenceMapUse &use : std::as_const(come))
        uses.append(&use);
    insert(m_root.get(), uses, 0, true);
    announceDirty();
}

// What of the pipeline is in the tree and not in the index, and the other way round.
void ReferenceMapModel::compare(const PipelineKey &key, QList<Node *> &gone,
                                QList<ReferenceMapUse> &come)
{
    QList<ReferenceMapUse> wanted;
    if (const PipelineReferences *pipeline = m_monitor->index().pipeline(key)) {
        const QList<ReferenceFinding> all = m_monitor->findings(key);
        for (const SecretUse &use : pipeline->uses) {
            wanted.append(referenceMapUse(m_mode, *pipeline, use));
            wanted.last().findings = int(toldAt(use.path, *pipeline, all).size());
        }
    }
    QList<Node *> kept;
    const QList<Node *> leaves = m_leaves.take(key);
    for (Node *leaf : leaves)
        (stays(leaf, wanted) ? kept : gone).append(leaf);
    if (!kept.isEmpty())
        m_leaves.insert(key, kept);
    come += wanted;
}

// True when the use is still where it is; it is no longer wanted then, and says what is new.
bool ReferenceMapModel::stays(Node *leaf, QList<ReferenceMapUse> &wanted)
{
    const auto use =
        std::find_if(wanted.begin(), wanted.end(), [leaf](const ReferenceMapUse &each) {
            return each.path == leaf->path &&
                   each.rows.constLast().reference == leaf->row.reference &&
                   (each.rows.size() < 4 || each.rows.constFirst().id == // of its runner
                                                leaf->parent->parent->parent->row.id);
        });
    if (use == wanted.end())
        return false;
    Node *node = leaf;
    for (auto row = use->rows.crbegin(); row != use->rows.crend(); ++row, node = node->parent) {
        if (node->row == *row)
            continue;
        node->row = *row;
        markDirty(node);
    }
    if (const int more = use->findings - leaf->counts.findings; more != 0) {
        leaf->add({0, more});
        markDirty(leaf);
    }
    wanted.erase(use);
    return true;
}

void ReferenceMapModel::remove(const QList<Node *> &leaves)
{
    QSet<Node *> parents;
    for (Node *leaf : leaves) {
        leaf->add({-1, -leaf->counts.findings});
        Node *node = leaf;
        node->isGone = true;
        while (++node->parent->goneChildren == int(node->parent->children.size()) &&
               !node->parent->isRoot()) {
            node = node->parent;
            node->isGone = true;
        }
        parents.insert(node->parent);
    }
    parents.removeIf([](const Node *parent) { return parent->isGone; });
    for (Node *parent : std::as_const(parents)) {
        markDirty(parent);
        removeGoneChildren(parent);
    }
}

void ReferenceMapModel::removeGoneChildren(Node *parent)
{
    const QList<RowRun> runs = rowRuns(int(parent->children.size()), [parent](int place) {
        return parent->children[size_t(place)]->isGone;
    });
    for (const auto &[first, last] : runs) {
        beginRemoveRows(indexOf(parent), first, last);
        parent->remove(first, last);
        endRemoveRows();
    }
    parent->goneChildren = 0;
}

void ReferenceMapModel::insert(Node *parent, const QList<const ReferenceMapUse *> &uses,
                               qsizetype depth, bool isShown)
{
    std::vector<std::unique_ptr<Node>> fresh;
    QMap<QString, QList<const ReferenceMapUse *>> groups;
    for (const ReferenceMapUse *use : uses) {
        if (depth < use->rows.size() - 1) {
            groups[use->rows.at(depth).id].append(use);
            continue;
        }
        fresh.push_back(std::make_unique<Node>());
        Node *leaf = fresh.back().get();
        leaf->row = use->rows.at(depth);
        leaf->pipeline = use->pipeline;
        leaf->path = use->path;
        leaf->counts = {1, use->findings};
        m_leaves[use->pipeline].append(leaf);
    }
    for (const QList<const ReferenceMapUse *> &group : std::as_const(groups)) {
        const Node::Row &row = group.constFirst()->rows.at(depth);
        if (Node *known = parent->byId.value(row.id)) {
            insert(known, group, depth + 1, isShown);
            continue;
        }
        fresh.push_back(std::make_unique<Node>());
        fresh.back()->row = row;
        insert(fresh.back().get(), group, depth + 1, false);
    }
    append(parent, std::move(fresh), isShown);
}

void ReferenceMapModel::append(Node *parent, std::vector<std::unique_ptr<Node>> fresh, bool isShown)
{
    if (fresh.empty())
        return;
    const int first = int(parent->children.size());
    if (isShown)
        beginInsertRows(indexOf(parent), first, first + int(fresh.size()) - 1);
    Node::Counts more;
    for (std::unique_ptr<Node> &node : fresh) {
        more.uses += node->counts.uses;
        more.findings += node->counts.findings;
        parent->append(std::move(node));
    }
    parent->add(more);
    if (!isShown)
        return;
    endInsertRows();
    markDirty(parent);
}

void ReferenceMapModel::markDirty(Node *node)
{
    for (; !node->isRoot(); node = node->parent)
        m_dirty.insert(node);
}

// The rows of one parent together.
void ReferenceMapModel::announceDirty()
{
    QHash<Node *, std::pair<int, int>> ranges;
    for (Node *node : std::as_const(m_dirty)) {
        auto range = ranges.find(node->parent);
        if (range == ranges.end())
            range = ranges.insert(node->parent, {node->place, node->place});
        range->first = std::min(range->first, node->place);
        range->second = std::max(range->second, node->place);
    }
    m_dirty.clear();
    for (auto range = ranges.begin(); range != ranges.end(); ++range) {
        const QModelIndex parent = indexOf(range.key());
        Q_EMIT dataChanged(index(range->first, 0, parent),
                           index(range->second, ColumnCount - 1, parent));
    }
}

// What the rows of the map say.

QList<ReferenceFinding> ReferenceMapModel::findings(const PipelineKey &key,
                                                    const DefinitionPath &path) const
{
    const PipelineReferences *pipeline = m_monitor->index().pipeline(key);
    return pipeline ? toldAt(path, *pipeline, m_monitor->findings(key)) : QList<ReferenceFinding>();
}

// A finding about a property is at no use. The first one tells it, as in the list.
QList<ReferenceFinding> ReferenceMapModel::toldAt(const DefinitionPath &path,
                                                  const PipelineReferences &pipeline,
                                                  QList<ReferenceFinding> all)
{
    const bool isFirst = !pipeline.uses.isEmpty() && pipeline.uses.constFirst().path == path;
    const auto isAtAUse = [&pipeline](const ReferenceFinding &finding) {
        return std::any_of(pipeline.uses.begin(), pipeline.uses.end(),
                           [&finding](const SecretUse &use) { return use.path == finding.path; });
    };
    all.removeIf([&](const ReferenceFinding &finding) {
        return finding.path != path && (!isFirst || isAtAUse(finding));
    });
    return all;
}

QString ReferenceMapModel::checkText(const Node &node) const
{
    const int count = node.counts.findings;
    if (count == 0)
        return tr("No findings");
    if (node.row.kind != Kind::Use)
        return tr("%Ln finding(s)", nullptr, count);
    QStringList reasons;
    const QList<ReferenceFinding> found = findings(node.pipeline, node.path);
    for (const ReferenceFinding &finding : found)
        reasons.append(finding.reason);
    return reasons.join(u' ');
}

QString ReferenceMapModel::text(const Node &node, int column) const
{
    const bool isUse = node.row.kind == Kind::Use;
    switch (column) {
    case NameColumn: return node.row.name;
    case KindColumn:
        if (isUse)
            return placeText(m_pipelines->definition(node.pipeline), node.path);
        return node.row.kind != Kind::Vault            ? node.row.details
               : node.row.reference.location.isEmpty() ? QString() // its name says it
                                                       : node.row.reference.providerName();
    case UsersColumn: return isUse ? QString() : QLocale().toString(node.counts.uses);
    case ChecksColumn: return checkText(node);
    default: return {};
    }
}

// For the mouse: which pipeline a use is, its path in the definition, and what to do about it.
QString ReferenceMapModel::details(const Node &node, int column) const
{
    if (node.row.kind != Kind::Use)
        return node.row.kind == Kind::Secret ? node.row.reference.text() : text(node, column);
    const PipelineReferences *pipeline = m_monitor->index().pipeline(node.pipeline);
    if (column == NameColumn && pipeline)
        return QStringList{pipeline->accountName, pipeline->projectName, pipeline->name}.join(
            u" › "_s);
    if (column == KindColumn)
        return node.path.text();
    QStringList lines;
    const QList<ReferenceFinding> found = findings(node.pipeline, node.path);
    for (const ReferenceFinding &finding : found)
        lines.append(finding.reason + u' ' + finding.advice);
    return lines.join(u'\n');
}

QVariant ReferenceMapModel::sortKey(const Node &node, int column) const
{
    switch (column) {
    case UsersColumn: return node.counts.uses;
    case ChecksColumn: return node.counts.findings;
    case KindColumn:
        return node.row.kind == Kind::Use ? node.path.text() : text(node, column).toLower();
    default: return node.row.name.toLower();
    }
}

QString ReferenceMapModel::searchText(const Node &use)
{
    const SecretReference &reference = use.row.reference;
    QString text = reference.providerName() + u'\n' + reference.text();
    for (const Node *above = &use; !above->isRoot(); above = above->parent)
        text += u'\n' + above->row.name;
    return text.toLower();
}

QVariant ReferenceMapModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &shown = *node(index);
    const bool isUse = shown.row.kind == Kind::Use;
    switch (role) {
    case Qt::DisplayRole: return text(shown, index.column());
    case Qt::ToolTipRole: return details(shown, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == UsersColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                             : QVariant();
    case KindRole: return int(shown.row.kind);
    case ReferenceRole: return QVariant::fromValue(shown.row.reference);
    case KeyRole: return QVariant::fromValue(shown.pipeline);
    case PathRole: return shown.path.keys();
    case UserCountRole: return shown.counts.uses;
    case FindingCountRole: return shown.counts.findings;
    case SortRole: return sortKey(shown, index.column());
    case AccountsRole: return isUse ? QStringList(shown.pipeline.account) : QStringList();
    case SearchRole: return isUse ? QVariant(searchText(shown)) : QVariant();
    default: return {};
    }
}

QVariant ReferenceMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == UsersColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return m_mode == Mode::ByRunner ? tr("Runner") : tr("Vault");
    case KindColumn: return tr("Kind");
    case UsersColumn: return tr("Uses");
    case ChecksColumn: return tr("Checks");
    default: return {};
    }
}

} // namespace Sluice
