// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/runnerchoices.h"

#include "models/account/account.h"
#include "models/account/runnerfacts.h"
#include "models/fleet/table/pipelinemodel.h"
#include "models/support/rowdiff.h"

#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

RunnerChoices::RunnerChoices(const PipelineModel *pipelines, QObject *parent)
    : QAbstractListModel(parent)
    , m_pipelines(pipelines)
{
    connect(pipelines, &PipelineModel::pipelinesAdded, this, &RunnerChoices::followPipelines);
    connect(pipelines, &PipelineModel::pipelinesRemoved, this, &RunnerChoices::followPipelines);
    connect(pipelines, &PipelineModel::pipelinesEdited, this, &RunnerChoices::followPipelines);
}

void RunnerChoices::setAccount(Account *account)
{
    if (m_account == account)
        return;
    if (m_account)
        m_account->disconnect(this);
    m_account = account;
    m_read.clear();
    if (account) {
        connect(account, &Account::runnersChanged, this, &RunnerChoices::refresh);
        connect(account, &Account::runnerNamesChanged, this, &RunnerChoices::refreshed);
        connect(account, &QObject::destroyed, this, [this] {
            m_account = nullptr;
            refresh();
        });
    }
    refresh();
}

void RunnerChoices::setExcept(const QString &pipelineId)
{
    if (m_except == pipelineId)
        return;
    m_except = pipelineId;
    changeUsers();
}

void RunnerChoices::setChosen(const QString &agentId)
{
    if (m_chosen == agentId)
        return;
    m_chosen = agentId;
    m_read.clear();
    refresh();
}

QList<RunnerChoices::Choice> RunnerChoices::wanted() const
{
    QList<Choice> choices;
    if (!m_account)
        return choices;
    for (const Runner &runner : m_account->runners()) {
        if (runner.isStreaming() || runner.id == m_chosen)
            choices.append({runner, runner.name.isEmpty() ? runner.id : runner.name});
    }
    QHash<QString, int> uses;
    for (const Choice &choice : std::as_const(choices))
        ++uses[choice.text];
    for (Choice &choice : choices) {
        if (uses.value(choice.text) > 1)
            choice.text = u"%1 (%2)"_s.arg(choice.text, choice.runner.id.left(8));
    }
    return choices;
}

QStringList RunnerChoices::users(const QString &agentId) const
{
    return m_account ? m_pipelines->namesUsingRunner(m_account->id(), agentId, m_except)
                     : QStringList();
}

void RunnerChoices::followPipelines(const QList<PipelineKey> &keys)
{
    if (m_account &&
        std::any_of(keys.cbegin(), keys.cend(),
                    [id = m_account->id()](const auto &key) { return key.account == id; }))
        changeUsers();
}

void RunnerChoices::changeUsers()
{
    m_isBehind = !m_isFollowing;
    if (m_isBehind)
        return;
    if (!m_choices.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_choices.size()) - 1), {UsedByRole});
    Q_EMIT refreshed();
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
    const QList<Runner> runners = m_account ? m_account->runners() : QList<Runner>();
    if (runners.isEmpty() || !runners.isSharedWith(m_read)) {
        m_read = runners;
        const QList<Choice> next = wanted();
        follow(next);
    }
    Q_EMIT refreshed();
}

void RunnerChoices::follow(const QList<Choice> &next)
{
    const QList<RowStep> steps = rowDiff(
        m_choices, next, [](const QList<Choice> &list, int row) { return list.at(row).runner.id; });
    bool isArranged = false;
    for (const RowStep &step : steps) {
        const auto &[first, last] = step.run;
        switch (step.kind) {
        case RowStep::Kind::Remove:
            beginRemoveRows({}, first, last);
            m_choices.remove(first, step.run.count());
            endRemoveRows();
            break;
        case RowStep::Kind::Move: // all of them at once
            if (!std::exchange(isArranged, true))
                arrange(next);
            break;
        case RowStep::Kind::Insert:
            beginInsertRows({}, first, last);
            m_choices =
                m_choices.mid(0, first) + next.mid(first, step.run.count()) + m_choices.mid(first);
            endInsertRows();
            break;
        }
    }
    changeRows(next);
}

// The rows that are there get the order they have in next.
void RunnerChoices::arrange(const QList<Choice> &next)
{
    QHash<QString, int> places;
    for (const Choice &choice : next)
        places.insert(choice.runner.id, int(places.size()));
    const auto placeOf = [&](const Choice &choice) { return places.value(choice.runner.id); };
    const auto before = [&](const Choice &a, const Choice &b) { return placeOf(a) < placeOf(b); };
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList from = persistentIndexList();
    QStringList ids;
    for (const QModelIndex &index : from)
        ids.append(m_choices.at(index.row()).runner.id);
    std::sort(m_choices.begin(), m_choices.end(), before);
    QModelIndexList to;
    for (const QString &id : std::as_const(ids))
        to.append(index(rowOf(id)));
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
}

void RunnerChoices::changeRows(const QList<Choice> &next)
{
    for (int row = 0; row < next.size(); ++row) {
        if (m_choices.at(row) == next.at(row))
            continue;
        m_choices[row] = next.at(row);
        Q_EMIT dataChanged(index(row), index(row));
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

QString RunnerChoices::lastingAdviceFor(const QString &agentId) const
{
    QStringList words;
    const int row = rowOf(agentId);
    if (row >= 0 && !m_choices.at(row).runner.isStreaming())
        words.append(tr("This runner runs batch pipelines. A streaming pipeline needs a streaming "
                        "runner."));
    const QStringList names = users(agentId);
    if (!names.isEmpty())
        words.append(tr("Already used by %1. A runner runs one streaming pipeline.")
                         .arg(names.join(u", "_s)));
    return words.join(u' ');
}

QString RunnerChoices::adviceFor(const QString &agentId) const
{
    QStringList words;
    if (const QString lasting = lastingAdviceFor(agentId); !lasting.isEmpty())
        words.append(lasting);
    const int row = rowOf(agentId);
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
    const auto &[runner, text] = m_choices.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return text;
    case Qt::ToolTipRole:
    case IdRole: return runner.id;
    case DetailRole: {
        QString detail = runner.isStreaming() ? tr("Streaming runner") : tr("Batch runner");
        const QString place =
            u"%1 %2"_s.arg(cloudName(runner.cloud), deploymentName(runner.deployment)).trimmed();
        return place.isEmpty() ? detail : tr("%1, %2").arg(detail, place);
    }
    case UsedByRole: return users(runner.id);
    case ConnectedRole: return runner.connected ? QVariant(*runner.connected) : QVariant();
    default: return {};
    }
}

} // namespace Sluice
