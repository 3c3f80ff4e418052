// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"

#include <QAbstractListModel>

namespace Sluice {

class Account;
class PipelineModel;

// The runners that a pipeline can take: the streaming runners of an account, and the chosen one
// whatever its type. The API does not stop two pipelines from naming one runner; the product runs
// one pipeline on each.
class RunnerChoices final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        IdRole = Qt::UserRole, // QString, agentId
        DetailRole,            // QString: kind and place, "Streaming runner, AWS Fargate"
        UsedByRole,            // QStringList, names of the other pipelines that name it
        ConnectedRole,         // bool; invalid while not known
    };

    explicit RunnerChoices(const PipelineModel *pipelines, QObject *parent = nullptr);

    // Null: no runners.
    void setAccount(Account *account);
    // The pipeline that is being edited does not count as another user of its runner.
    void setExcept(const QString &pipelineId);
    // Off: the list stays as it is until it is on again. For a view that nobody sees.
    void setFollowing(bool follows);
    // Keeps this runner in the list, although it may not be a streaming one.
    void setChosen(const QString &agentId);

    // What was typed as an id: the id of the runner with this name, else the text itself.
    QString idFor(const QString &text) const;
    // The name to show for an id; the id itself when no name is known.
    QString textFor(const QString &agentId) const;
    int rowOf(const QString &agentId) const;
    // aws, azure, gcp; empty: not known.
    QString cloudOf(const QString &agentId) const;
    // Why this runner may be a bad choice, in one or two sentences; empty when nothing is known
    // against it.
    QString adviceFor(const QString &agentId) const;
    // The same without what is only about a pipeline that is not created yet.
    QString lastingAdviceFor(const QString &agentId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    // Names, states or uses may read differently now.
    void refreshed();

private:
    struct Choice {
        Runner runner;
        QString text; // its name, with a part of the id when another runner has the same name

        bool operator==(const Choice &) const = default;
    };

    void followPipelines(const QList<PipelineKey> &keys);
    void changeUsers();
    void refresh();
    QList<Choice> wanted() const;
    void follow(const QList<Choice> &next);
    void arrange(const QList<Choice> &next);
    void changeRows(const QList<Choice> &next);
    QStringList users(const QString &agentId) const; // names of the other pipelines that name it

    const PipelineModel *m_pipelines;
    Account *m_account = nullptr;
    QString m_except;
    QString m_chosen;
    bool m_isFollowing = true;
    bool m_isBehind = false;
    QList<Runner> m_read;    // the account's list that m_choices was made of
    QList<Choice> m_choices; // by name, then id
};

} // namespace Sluice
