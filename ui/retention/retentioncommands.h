// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"

#include <QObject>

class QWidget;

namespace Sluice {

class Actions;
class LogRetention;
class PipelineModel;

// Asks how long the source of a pipeline keeps its log.
class RetentionCommands final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it. retention may be null: then nobody is asked.
    RetentionCommands(const PipelineModel *pipelines, LogRetention *retention, QWidget *window);

    // Connects its action.
    void handle(Actions *actions);

    void ask(const PipelineKey &key);

private:
    const PipelineModel *m_pipelines;
    LogRetention *m_retention;
    QWidget *m_window;
};

} // namespace Sluice
