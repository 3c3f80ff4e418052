// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/runnerchoices.h"

#include "models/fleet/account.h"
#include "models/fleet/pipelinemodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

bool comesBefore(const Runner &a, const Runner &b)
{
    const int names = a.name.compare(b.name, Qt::CaseInsensitive);
    return names != 0 ? names < 0 : a.id < b.id;
}

} // namespace

RunnerChoices::RunnerChoices(const PipelineModel *pipelines, QObject *parent)
    : QAbstractListModel(parent)
    , m_pipelines(pipelines)
{
    connect(pipelines, &PipelineModel::pipelinesAdded, this, &RunnerChoices::refresh);
    connect(pipelines, &PipelineModel::pipelinesRemoved, this, &RunnerChoices::refresh);
    connect(pipelines, &PipelineModel::pipelinesEdited, this, &RunnerChoices::refresh);
}

void RunnerChoices::setAccount(Account *account)
{
    if (m_account == account)
        return;
    if (m_account)
        m_account->disconnect(this);
    m_account = account;
    if (account) {
        connect(account, &Account::runnersChanged, this, &RunnerChoices::refresh);
        connect(account, &Account::environmentsChanged, this, &RunnerChoices::refresh);
        connect(account, &QObject::destroyed, this, [this] {
            m_account = nullptr;
            refresh();
        });
    }
    refresh();
}

void RunnerChoices::setExcept(const QString &pipelineId)
{
    m_except = pipelineId;
    refresh();
}

void RunnerChoices::setChosen(const QString &agentId)
{
    if (m_chosen == agentId)
        return;
    m_chosen = agentId;
    refresh();
}

QList<RunnerChoices::Choice> RunnerChoices::wanted() const
{
    QList<Choice> choices;
    if (!m_account)
        return choices;
    for (const Runner &runner : m_account->runners()) {
        if (runner.isStreaming() || runner.id == m_chosen)
            choices.append({runner, runner.name.isEmpty() ? runner.id : runner.name,
                            m_users.value(runner.id)});
    }
    std::sort(choices.begin(), choices.end(),
              [](const Choice &a, const Choice &b) { return comesBefore(a.runner, b.runner); });
    QHash<QString, int> uses;
    for (const Choice &choice : std::as_const(choices))
        ++uses[choice.text];
    for (Choice &choice : choices) {
        if (uses.value(choice.text) > 1)
            choice.text = u"%1 (%2)"_s.arg(choice.text, choice.runner.id.left(8));
    }
    return choices;
}

// Once for all runners: an account may have as many of them as it has pipelines.
void RunnerChoices::indexUsers()
{
    m_users.clear();
    if (!m_account)
        return;
    for (int i = 0; i < m_pipelines->rowCount(); ++i) {
        const PipelineRow &row = m_pipelines->row(i);
        if (row.key.account == m_account->id() && row.key.pipeline != m_except &&
            !row.agentId.isEmpty())
            m_users[row.agentId].append(row.name);
    }
    for (QStringList &names : m_users)
        names.sort(Qt::CaseInsensitive);
}

void RunnerChoices::setFollowing(bool follows)
{
    m_isFollowing = follows;
    if (follows && m_isBehind)
        refresh();
}

void RunnerChoices::refresh()
{
    m_isBehind = !m_isFollowing;
    if (m_isBehind)
        return;
    indexUsers();
    const QList<Choice> next = wanted();
    removeMissing(next);
    placeRows(next);
    for (int row = 0; row < next.size(); ++row) {
        if (m_choices.at(row) == next.at(row))
            continue;
        m_choices[row] = next.at(row);
        Q_EMIT dataChanged(index(row), index(row));
    }
    Q_EMIT refreshed();
}

void RunnerChoices::removeMissing(const QList<Choice> &next)
{
    for (int row = int(m_choices.size()) - 1; row >= 0; --row) {
        const QString &id = m_choices.at(row).runner.id;
        if (std::any_of(next.cbegin(), next.cend(),
                        [&id](const Choice &choice) { return choice.runner.id == id; }))
            continue;
        beginRemoveRows({}, row, row);
        m_choices.removeAt(row);
        endRemoveRows();
    }
}

// The rows get the order of next; those that are new to the list are put in.
void RunnerChoices::placeRows(const QList<Choice> &next)
{
    for (int row = 0; row < next.size(); ++row) {
        const int from = rowOf(next.at(row).runner.id);
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_choices.insert(row, next.at(row));
            endInsertRows();
        } else if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_choices.move(from, row);
            endMoveRows();
        }
    }
}

QString RunnerChoices::idFor(const QString &text) const
{
    QString wanted = text.trimmed();
    for (const Choice &choice : m_choices) {
        if (choice.text == wanted || choice.runner.id == wanted)
            return choice.runner.id;
    }
    return wanted;
}

QString RunnerChoices::textFor(const QString &agentId) const
{
    const int row = rowOf(agentId);
    if (row >= 0)
        return m_choices.at(row).text;
    const QString name = m_account ? m_account->runnerName(agentId) : QString();
    return name.isEmpty() ? agentId : name;
}

int RunnerChoices::rowOf(const QString &agentId) const
{
    for (int row = 0; row < m_choices.size(); ++row) {
        if (m_choices.at(row).runner.id == agentId)
            return row;
    }
    return -1;
}

QString RunnerChoices::cloudOf(const QString &agentId) const
{
    const int row = rowOf(agentId);
    return row < 0 ? QString() : m_choices.at(row).runner.cloud;
}

QString RunnerChoices::adviceFor(const QString &agentId) const
{
    QStringList words;
    const int row = rowOf(agentId);
    if (row >= 0 && !m_choices.at(row).runner.isStreaming())
        words.append(tr("This runner runs batch pipelines. A streaming pipeline needs a streaming "
                        "runner."));
    const QStringList users = m_users.value(agentId);
    if (!users.isEmpty())
        words.append(tr("Already used by %1. A runner runs one streaming pipeline.")
                         .arg(users.join(u", "_s)));
    if (row >= 0 && m_choices.at(row).runner.connected == false)
        words.append(tr("It is not connected. The pipeline can be created, but not started."));
    return words.join(u' ');
}

int RunnerChoices::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_choices.size());
}

QVariant RunnerChoices::data(const QModelIndex &index, int role) const
{
    // A combo box without a current row asks for the data of an invalid index.
    if (!index.isValid() || !checkIndex(index))
        return {};
    const auto &[runner, text, users] = m_choices.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return text;
    case Qt::ToolTipRole:
    case IdRole: return runner.id;
    case DetailRole: {
        QString detail = runner.isStreaming() ? tr("Streaming runner") : tr("Batch runner");
        const QString place = u"%1 %2"_s.arg(runner.cloud, runner.deployment).trimmed();
        return place.isEmpty() ? detail : tr("%1, %2").arg(detail, place);
    }
    case UsedByRole: return users;
    case ConnectedRole: return runner.connected ? QVariant(*runner.connected) : QVariant();
    default: return {};
    }
}

} // namespace Sluice
