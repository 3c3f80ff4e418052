// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pipelineadvice.h"

#include "models/fleet/runnerchoices.h"
#include "models/fleet/table/pipelinemodel.h"
#include "models/form/formmodel.h"

using namespace Qt::StringLiterals;

namespace Sluice {

PipelineAdvice::PipelineAdvice(FormModel *form, RunnerChoices *runners, PipelineModel *pipelines,
                               QObject *parent)
    : QObject(parent)
    , m_form(form)
    , m_runners(runners)
    , m_pipelines(pipelines)
{
    connect(form, &FormModel::definitionChanged, this, &PipelineAdvice::refresh);
    connect(runners, &RunnerChoices::refreshed, this, &PipelineAdvice::refresh);
    connect(pipelines, &PipelineModel::pipelinesAdded, this, &PipelineAdvice::refresh);
    connect(pipelines, &PipelineModel::pipelinesRemoved, this, &PipelineAdvice::refresh);
    connect(pipelines, &PipelineModel::pipelinesEdited, this, &PipelineAdvice::refresh);
}

void PipelineAdvice::setProject(const QString &account, const QString &project)
{
    m_account = account;
    m_project = project;
    refresh();
}

bool PipelineAdvice::isNameTaken(const QString &name) const
{
    return m_pipelines->rows().hasName(m_account, m_project, name);
}

void PipelineAdvice::refresh()
{
    const QString name = m_form->value(u"name"_s).toString();
    const bool taken = !name.isEmpty() && isNameTaken(name);
    m_form->setAdvice(u"name"_s, taken
                                     ? tr("A pipeline of this name exists in this project already.")
                                     : QString());
    const QString runner = m_form->value(u"agentId"_s).toString();
    m_form->setAdvice(u"agentId"_s, m_runners->adviceFor(runner));
}

} // namespace Sluice
