// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

namespace Sluice {

class FormModel;
class PipelineModel;
class RunnerChoices;

// Warnings on a definition from what is known of the account around it: the name is taken in the
// project, the runner is in use, not connected, or runs batch pipelines. They block nothing: the
// server decides.
class PipelineAdvice final : public QObject
{
    Q_OBJECT

public:
    PipelineAdvice(FormModel *form, RunnerChoices *runners, PipelineModel *pipelines,
                   QObject *parent = nullptr);

    void setProject(const QString &account, const QString &project);

private:
    void refresh();
    bool isNameTaken(const QString &name) const;

    FormModel *m_form;
    RunnerChoices *m_runners;
    PipelineModel *m_pipelines;
    QString m_account;
    QString m_project;
};

} // namespace Sluice
