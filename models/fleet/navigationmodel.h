// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/inventory.h"
#include "models/fleet/pipelinefilter.h"

#include <QAbstractItemModel>

#include <memory>

namespace Sluice {

class Fleet;

// The tree account, project, environment (with its default runner), pipeline; "Other runners" for
// pipelines whose runner is no environment's default. The API ties pipelines to projects only
// (guide), so a pipeline stands under each environment whose defaultAgentId is its agentId.
// Children come when needed; a list that failed keeps its children and shows the error at its node.
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
        BadgeRole,               // int, Badge of a pipeline
        OutdatedRole,            // bool
        CountRole,               // int, pipelines below; -1 while not known
        LoadStateRole,           // int, LoadState
        ErrorRole,               // QString, why the children could not be read
        SharedRole,              // bool: this pipeline stands under more than one environment
        ScopeRole,               // PipelineFilter::Scope
    };

    explicit NavigationModel(Fleet *fleet, QObject *parent = nullptr);
    ~NavigationModel() override;

    // Reads the children of a failed node again.
    void retry(const QModelIndex &index);
    QModelIndex indexOfAccount(const QString &account) const;
    // The first place of the pipeline in the tree.
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
    struct Node;
    std::unique_ptr<Node> m_root;
    Fleet *m_fleet;
};

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::PipelineFilter::Scope)
