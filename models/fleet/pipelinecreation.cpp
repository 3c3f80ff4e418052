// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pipelinecreation.h"

#include "models/fleet/fleet.h"
#include "models/pipeline/jsontext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sluice {

PipelineCreation::PipelineCreation(Fleet *fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
{
    connect(fleet, &Fleet::accountAboutToBeRemoved, this,
            [this](const Account *account) { leave(account->id()); });
}

QByteArray PipelineCreation::jsonOf(const QJsonObject &definition)
{
    return jsonText(definition);
}

void PipelineCreation::setStep(Step step)
{
    m_step = step;
    Q_EMIT stepChanged();
}

void PipelineCreation::create(const QString &account, const QString &project,
                              const QJsonObject &definition, bool start)
{
    if (m_step != Step::Idle)
        return;
    m_account = account;
    m_project = project;
    m_name = definition.value("name"_L1).toString();
    m_start = start;
    m_unknown = false;
    rememberKnown();
    setStep(Step::Creating);
    m_fleet->createPipeline(account, project, jsonOf(definition), this,
                            [this](const Result<QJsonObject> &result) {
                                if (result)
                                    finish(*result);
                                else
                                    fail(result.error());
                            });
}

void PipelineCreation::rememberKnown()
{
    m_known.clear();
    const QList<PipelineKey> keys = m_fleet->pipelines()->keys(m_account);
    for (const PipelineKey &key : keys) {
        if (key.project == m_project)
            m_known.insert(key.pipeline);
    }
    const Account *account = m_fleet->account(m_account);
    const LoadState state = account ? account->pipelinesState(m_project) : LoadState::NotLoaded;
    // While it is read again, the former list stands.
    m_knowsAll = state == LoadState::Loaded || (state == LoadState::Loading && !m_known.isEmpty());
}

void PipelineCreation::leave(const QString &account)
{
    if (m_step != Step::Looking || account != m_account)
        return;
    setStep(Step::Idle);
    ApiError error;
    error.kind = ApiError::Kind::Cancelled;
    error.message = tr("This account is not signed in any more.");
    Q_EMIT lookFailed(error);
}

void PipelineCreation::finish(const QJsonObject &created)
{
    const PipelineKey key{m_account, m_project, created.value("streamingPipelineId"_L1).toString()};
    setStep(Step::Idle);
    if (m_start)
        m_fleet->sendCommand(key, PipelineCommand::Start);
    Q_EMIT this->created(key);
}

void PipelineCreation::fail(const ApiError &error)
{
    m_unknown = error.isEffectUnknown();
    setStep(Step::Idle);
    Q_EMIT failed(error);
}

void PipelineCreation::lookFor()
{
    Account *account = m_fleet->account(m_account);
    if (m_step != Step::Idle || !account)
        return;
    m_lookAgain = account->pipelinesState(m_project) == LoadState::Loading;
    connect(account, &Account::pipelinesLoaded, this, &PipelineCreation::examine,
            Qt::UniqueConnection);
    connect(account, &Account::pipelinesFailed, this,
            [this, account](const QString &project, const ApiError &error) {
                if (m_step != Step::Looking || project != m_project)
                    return;
                account->disconnect(this);
                setStep(Step::Idle);
                Q_EMIT lookFailed(error);
            });
    setStep(Step::Looking);
    account->refreshProject(m_project);
}

void PipelineCreation::examine(const QString &project, const QJsonArray &definitions)
{
    Account *account = m_fleet->account(m_account);
    if (m_step != Step::Looking || project != m_project)
        return;
    if (std::exchange(m_lookAgain, false)) {
        account->refreshProject(m_project);
        return;
    }
    account->disconnect(this);
    m_unknown = false;
    setStep(Step::Idle);
    for (const QJsonValue &definition : definitions) {
        const QString id = definition["streamingPipelineId"_L1].toString();
        if (definition["name"_L1].toString() == m_name && !m_known.contains(id)) {
            const PipelineKey key{m_account, m_project, id};
            if (m_knowsAll)
                Q_EMIT found(key);
            else
                Q_EMIT foundNamesake(key);
            return;
        }
    }
    Q_EMIT notFound();
}

} // namespace Sluice
