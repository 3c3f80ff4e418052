// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/fleet/table/pipelinefilter.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

namespace Sluice {

class Account;
class Fleet;
struct NavigationEntry;

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
    enum class Kind { Account, Project, Environment, OtherRunners, Pipeline };

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
    ~NavigationModel() override;

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

    struct Node;                           // navigationnode.h
    using Place = std::pair<int, QString>; // among siblings: Kind and id
    using Places = QSet<Place>;

private:
    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;
    Node *projectNode(const QString &account, const QString &project) const;

    // Bringing the tree up to date.
    void watchAccount(Account *account);
    void watchPipelines();
    void syncAccounts(const Account *leaving = nullptr);
    void syncProjects(Account *account);
    void syncProject(Node *project);
    void syncPipelines(Node *place, const QList<PipelineKey> &keys);
    // Gives the node these children: removes, inserts, moves, renames; wanted is in order.
    void syncChildren(Node *node, const QList<NavigationEntry> &wanted);
    void removeChildren(Node *node, const Places &stay);
    void insertChildren(Node *node, int row, const QList<NavigationEntry> &entries);
    void placeChild(Node *node, int row, const NavigationEntry &entry);
    void forget(const Node *node);
    void syncProjectsOf(const QList<PipelineKey> &keys);
    void tell(const Node *node, const QList<int> &roles);
    void tellUpwards(const Node *node, const QList<int> &roles);
    void pipelinesChanged(int firstRow, int lastRow, const QList<int> &roles);
    void tellAll(const Node *node, const QList<int> &roles);

    // What a node shows.
    Account *accountOf(const Node *node) const;
    PipelineKey keyOf(const Node *node) const;
    QString nameOf(const Node *node) const;
    QString detailOf(const Node *node) const;
    std::optional<Badge> badgeOf(const Node *node) const;
    int countOf(const Node *node) const;
    int countOf(const Node *node, Badge badge) const; // navigationnode.cpp
    int problemCountOf(const Node *node) const;
    int loadStateOf(const Node *node) const;
    QString errorOf(const Node *node) const;
    QString noteOf(const Node *node) const;
    PipelineFilter::Scope scopeOf(const Node *node) const;
    bool isOutdated(const Node *node) const;

    std::unique_ptr<Node> m_root;
    Fleet *m_fleet;
    QHash<PipelineKey, QList<Node *>> m_places; // nodes of a pipeline
};

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::PipelineFilter::Scope)
