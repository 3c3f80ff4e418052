// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pipelinecreation.h"

#include "models/definition/definition.h"
#include "models/fleet/fleet.h"
#include "models/json/jsontext.h"

using namespace Qt::StringLiterals;

namespace Sluice {

PipelineCreation::PipelineCreation(Fleet *fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
{}

PipelineCreation::~PipelineCreation()
{
    if (m_operation)
        m_operation->cancel(); // when it has left, it is not
    release();
}

QByteArray PipelineCreation::jsonOf(const QJsonObject &definition)
{
    return jsonText(definition);
}

void PipelineCreation::setPhase(Phase phase)
{
    if (m_phase == phase)
        return;
    m_phase = phase;
    Q_EMIT phaseChanged();
}

bool PipelineCreation::isSameAsBefore(const QString &account, const QString &project,
                                      const QString &name) const
{
    return m_account == account && m_project == project && m_name == name;
}

void PipelineCreation::create(const QString &account, const QString &project,
                              const QJsonObject &definition, bool start)
{
    if (m_phase != Phase::Idle || m_isOpen)
        return;
    const QString name = Definition::name(definition);
    m_looksFirst = m_looksFirst && isSameAsBefore(account, project, name);
    m_isFormer = false;
    m_account = account;
    m_project = project;
    m_name = name;
    m_start = start;
    if (!m_looksFirst)
        m_known = knownIds();
    m_operation = m_fleet->newCreate(account, project, jsonOf(definition),
                                     m_looksFirst ? CreateOperation::Namesakes::Refused
                                                  : CreateOperation::Namesakes::Allowed);
    if (m_known)
        m_operation->setKnown(*m_known);
    begin();
    m_operation->start();
}

void PipelineCreation::begin()
{
    connect(m_operation, &Operation::stageChanged, this, &PipelineCreation::follow);
    connect(m_operation, &Operation::settled, this, &PipelineCreation::onOutcome);
}

std::optional<QSet<QString>> PipelineCreation::knownIds() const
{
    QSet<QString> ids;
    const QList<PipelineKey> keys = m_fleet->pipelines()->keys(m_account, m_project);
    for (const PipelineKey &key : keys)
        ids.insert(key.pipeline);
    const Account *account = m_fleet->account(m_account);
    // While it is read again, the former list stands. What an earlier run of the program read does
    // not: others may have created some since.
    const bool areAll = account && account->isListed(m_project) &&
                        account->pipelinesState(m_project) != LoadState::Failed;
    return areAll ? std::optional(ids) : std::nullopt;
}

void PipelineCreation::follow()
{
    switch (m_operation->stage()) {
    case Operation::Stage::Waiting:
    case Operation::Stage::Settled: break; // onOutcome() follows
    case Operation::Stage::Checking:
    case Operation::Stage::Sending: setPhase(Phase::Creating); break;
    case Operation::Stage::Looking: setPhase(Phase::Looking); break;
    }
}

void PipelineCreation::onOutcome(const WriteOutcome &outcome)
{
    m_known = m_operation->known();
    m_looksFirst = m_looksFirst || outcome.look != WriteOutcome::Look::None;
    m_wasOpen = m_wasOpen || m_looksFirst;
    m_namesake = outcome.definition.value("streamingPipelineId"_L1).toString();
    const bool isNamesake = !outcome.isDone() && !m_namesake.isEmpty();
    m_isOpen = outcome.isOpen() || isNamesake;
    if (!outcome.isOpen())
        release();
    setPhase(Phase::Idle);
    if (outcome.isDone())
        finish(outcome.definition);
    else if (isNamesake)
        Q_EMIT foundNamesake({m_account, m_project, m_namesake}, *outcome.error);
    else if (outcome.isOpen())
        Q_EMIT lookFailed(*outcome.error);
    else
        Q_EMIT failed(*outcome.error);
}

void PipelineCreation::release()
{
    if (!m_operation)
        return;
    m_operation->disconnect(this);
    m_operation->release();
    m_operation.clear();
}

void PipelineCreation::finish(const QJsonObject &created)
{
    const PipelineKey key{m_account, m_project, created.value("streamingPipelineId"_L1).toString()};
    m_looksFirst = false;
    if (m_start)
        m_fleet->sendCommand(key, PipelineCommand::Start, Fleet::IfBusy::Wait);
    Q_EMIT this->created(key);
}

void PipelineCreation::lookFor()
{
    if (!m_isFormer) {
        if (m_operation)
            m_operation->lookAgain();
        return;
    }
    if (m_phase != Phase::Idle)
        return;
    release(); // its account may be signed in by now
    m_operation = m_fleet->newCreate(m_account, m_project, jsonOf(QJsonObject{{u"name"_s, m_name}}),
                                     CreateOperation::Namesakes::Refused);
    begin();
    m_operation->lookOnly();
}

void PipelineCreation::setFormer(const QString &account, const QString &project,
                                 const QString &name)
{
    m_account = account;
    m_project = project;
    m_name = name;
    m_known.reset();
    m_isFormer = true;
    m_looksFirst = true;
    m_wasOpen = true;
}

void PipelineCreation::allowNamesake()
{
    if (m_phase != Phase::Idle || m_namesake.isEmpty())
        return;
    m_known = m_known.value_or(QSet<QString>());
    m_known->insert(m_namesake);
    m_namesake.clear();
    m_isOpen = false;
    m_isFormer = false;
    release();
    Q_EMIT phaseChanged();
}

} // namespace Sluice
