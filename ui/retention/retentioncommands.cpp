// SPDX-License-Identifier: Apache-2.0
#include "ui/retention/retentioncommands.h"

#include "models/fleet/table/logretention.h"
#include "models/fleet/table/pipelinemodel.h"
#include "ui/retention/retentiondialog.h"
#include "ui/shared/actions.h"

namespace Sluice {

RetentionCommands::RetentionCommands(const PipelineModel *pipelines, LogRetention *retention,
                                     QWidget *window)
    : QObject(window)
    , m_pipelines(pipelines)
    , m_retention(retention)
    , m_window(window)
{}

void RetentionCommands::handle(Actions *actions)
{
    actions->on(ActionId::LogRetention, this, [this, actions] {
        const Selection chosen = actions->selection();
        if (!chosen.isEmpty())
            ask(chosen.constFirst().key);
    });
}

void RetentionCommands::ask(const PipelineKey &key)
{
    const PipelineRow *row = m_pipelines->find(key);
    if (!m_retention || !row || row->sourceHost.isEmpty())
        return;
    const LogRetention::Source source = LogRetention::sourceOf(*row);
    int users = 0;
    for (int at = 0; at < m_pipelines->rowCount(); ++at)
        users += LogRetention::sourceOf(m_pipelines->row(at)).id() == source.id() ? 1 : 0;
    auto *dialog = new RetentionDialog(source, m_retention->of(source), users, m_window);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog, source] { m_retention->set(source, dialog->retention()); });
    dialog->open();
}

} // namespace Sluice
