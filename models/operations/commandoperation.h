// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"
#include "models/operations/operation.h"

namespace Sluice {

// Sends START or STOP to one pipeline. When the answer is lost, the status is read. The wanted
// state proves that the command was done. Any other state proves nothing, as a command takes time.
class CommandOperation final : public Operation
{
    Q_OBJECT

public:
    CommandOperation(Client *client, const QString &project, const QString &pipeline,
                     PipelineCommand command, QObject *parent = nullptr);

    PipelineCommand command() const { return m_command; }

protected:
    Request write() const override;
    void look() override;

private:
    void judge(const QString &status);

    QString m_project;
    QString m_pipeline;
    PipelineCommand m_command;
};

// True for the state that the command asks for, and for states on the way to it.
bool isResultOf(PipelineCommand command, PipelineState state);

} // namespace Sluice
