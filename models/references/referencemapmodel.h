// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/referencelint.h"
#include "models/references/referencemapnode.h"
#include "models/references/referenceroles.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

namespace Sluice {

class PipelineModel;
class ReferenceMonitor;
class Fleet;

// A tree of the secrets that pipelines read. Its levels are vault, secret and use, or runner,
// vault, secret and use; the latter tells what each runner must be able to read. It follows the
// monitor. Rows that stay keep their index, so that expansion and selection stay. New rows come
// last; a proxy sorts them.
class ReferenceMapModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    using Mode = ReferenceMapNode::Mode;
    using Kind = ReferenceMapNode::Kind;

    enum Column {
        NameColumn,
        KindColumn, // provider of a vault, cloud and account of a runner, field of a use
        UsersColumn,
        ChecksColumn,
        ColumnCount,
    };

    enum Role {
        ReferenceRole = ReferenceRoles::Reference,
        AccountsRole = ReferenceRoles::Accounts, // of a use
        FindingCountRole = ReferenceRoles::FindingCount,
        SearchRole = ReferenceRoles::Search, // of a use: its reference, and the rows above it
        SortRole = ReferenceRoles::Sort,
        KindRole = ReferenceRoles::Own, // int, Kind
        KeyRole,                        // PipelineKey; of a use
        PathRole,      // QStringList, the keys from the top of the definition; of a use
        UserCountRole, // int: uses below
    };

    // Both outlive it.
    ReferenceMapModel(Fleet *fleet, const ReferenceMonitor *monitor, Mode mode,
                      QObject *parent = nullptr);
    ~ReferenceMapModel() override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    using Node = ReferenceMapNode;

    const Node *node(const QModelIndex &index) const; // the root for an invalid one
    QModelIndex indexOf(const Node *node, int column = 0) const;
    void follow(const QSet<SecretReference> &references, const QSet<PipelineKey> &pipelines);
    void compare(const PipelineKey &key, QList<Node *> &gone, QList<ReferenceMapUse> &come);
    bool stays(Node *leaf, QList<ReferenceMapUse> &wanted);
    void remove(const QList<Node *> &leaves);
    void removeGoneChildren(Node *parent);
    // isShown: the parent is in the tree already, so views must be told.
    void insert(Node *parent, const QList<const ReferenceMapUse *> &uses, qsizetype depth,
                bool isShown);
    void append(Node *parent, std::vector<std::unique_ptr<Node>> fresh, bool isShown);
    void markDirty(Node *node); // and all nodes above it
    void announceDirty();
    QString text(const Node &node, int column) const;
    QString checkText(const Node &node) const;
    QString details(const Node &node, int column) const;
    QVariant sortKey(const Node &node, int column) const;
    static QString searchText(const Node &use);
    QList<ReferenceFinding> findings(const PipelineKey &key, const DefinitionPath &path) const;
    // Of all that were found about the pipeline, what its use at the path tells.
    static QList<ReferenceFinding> toldAt(const DefinitionPath &path,
                                          const PipelineReferences &pipeline,
                                          QList<ReferenceFinding> all);

    const PipelineModel *m_pipelines;
    const ReferenceMonitor *m_monitor;
    const Mode m_mode;
    std::unique_ptr<Node> m_root;
    QHash<PipelineKey, QList<Node *>> m_leaves;
    QSet<Node *> m_dirty; // the views hear of these later
};

} // namespace Sluice
