// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/navigation/navigationtexts.h"
#include "models/fleet/navigation/navigationtree.h"

#include <QAbstractItemModel>

namespace Sluice {

class Account;
class Fleet;

// The tree account, project, environment (with its default runner), pipeline; "Other runners" for
// pipelines whose runner is no environment's default. The API ties pipelines to projects only
// (guide), so a pipeline stands under each environment whose defaultAgentId is its agentId.
// Children come when needed; a list that failed keeps its children and shows the error at its node.
// It is never reset: what differs is inserted, removed or moved, so selection and expansion
// survive.
class NavigationModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    using Kind = NavigationEntry::Kind;

    enum Role {
        KindRole = Qt::UserRole, // int, Kind
        AccountRole,             // QString, Profile::id
        ProjectRole,             // QString
        DetailRole,              // QString: region of an account, default runner of an environment
        KeyRole,                 // PipelineKey of a pipeline
        BadgeRole,        // int, Badge of a pipeline; else the worst problem below, or invalid
        OutdatedRole,     // bool
        CountRole,        // int, pipelines below; -1 while not known
        ProblemCountRole, // int, pipelines below that show BadgeRole
        LoadStateRole,    // int, LoadState
        ErrorRole,        // QString, why the children could not be read
        NoteRole,         // QString, why there are no children though nothing failed
        SharedRole,       // bool: this pipeline stands under more than one environment
        ScopeRole,        // PipelineFilter::Scope
        IdRole,           // QString, for "Copy id": of a project or pipeline
        SandboxRole,      // bool, an account: the sandbox on this computer
    };

    explicit NavigationModel(Fleet *fleet, QObject *parent = nullptr);

    // Reads the children of a failed node again.
    void retry(const QModelIndex &index);
    QModelIndex indexOfAccount(const QString &account) const;
    QModelIndex indexOfProject(const QString &account, const QString &project) const;
    // The first place of the pipeline in the tree; invalid while its project's children are not
    // read.
    QModelIndex indexOf(const PipelineKey &key) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    using Node = NavigationNode;

    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;

    // Bringing the tree up to date.
    void watchAccount(Account *account);
    void watchPipelines();
    void syncAccounts(const Account *leaving = nullptr);
    void syncProjects(Account *account);
    void syncProject(Node *project);
    void syncPipelines(Node *place, const QList<PipelineKey> &keys);
    // Gives the node these children: removes, inserts, moves, renames; wanted is in order.
    void syncChildren(Node *node, const QList<NavigationEntry> &wanted);
    void syncProjectsOf(const QList<PipelineKey> &keys);
    void notify(const Node *node, const QList<int> &roles);
    void notifyUpwards(const Node *node, const QList<int> &roles);
    void pipelinesChanged(int firstRow, int lastRow, const QList<int> &roles);
    void notifyAll(const Node *node, const QList<int> &roles);

    NavigationTree m_tree;
    Fleet *m_fleet;
    NavigationTexts m_texts;
};

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::PipelineFilter::Scope)
