// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/pipelinedetails.h"

#include "models/fleet/fleet.h"
#include "models/json/jsontext.h"
#include "ui/shared/overview.h"
#include "ui/widgets/jsonview.h"

#include <QTabBar>

using namespace Qt::StringLiterals;

namespace Sluice {

PipelineDetails::PipelineDetails(Fleet *fleet, const ReferenceMonitor *secrets,
                                 const History &history, QWidget *parent)
    : QTabWidget(parent)
    , m_fleet(fleet)
    , m_overview(new Overview(fleet, secrets, history, this))
    , m_definition(new JsonView(this))
{
    setObjectName(u"pipelineDetails"_s);
    setDocumentMode(true);
    tabBar()->setObjectName(u"detailsTabs"_s);
    tabBar()->setAccessibleName(tr("Parts of the pipeline"));
    m_definition->setObjectName(u"definitionView"_s);
    m_definition->setAccessibleName(tr("Definition as JSON"));
    addTab(m_overview, tr("&Overview"));
    addTab(m_definition, tr("&Definition"));

    connect(m_overview, &Overview::runnerRequested, this, &PipelineDetails::runnerRequested);
    connect(m_overview, &Overview::fieldRequested, this, &PipelineDetails::fieldRequested);
    connect(m_overview, &Overview::logRequested, this, &PipelineDetails::logRequested);
    connect(m_overview, &Overview::retentionRequested, this, &PipelineDetails::retentionRequested);
    PipelineModel *model = fleet->pipelines();
    connect(model, &PipelineModel::dataChanged, this, &PipelineDetails::follow);
    connect(model, &PipelineModel::rowsRemoved, this, &PipelineDetails::refresh);
}

void PipelineDetails::setPipeline(const PipelineKey &key)
{
    m_key = key;
    refresh();
}

void PipelineDetails::follow(const QModelIndex &first, const QModelIndex &last)
{
    const int row = m_fleet->pipelines()->rowOf(m_key);
    if (row >= first.row() && row <= last.row())
        refresh();
}

void PipelineDetails::refresh()
{
    if (!m_key.isValid())
        return;
    const PipelineModel *model = m_fleet->pipelines();
    const int row = model->rowOf(m_key);
    if (row < 0) {
        m_key = {};
        Q_EMIT pipelineGone();
        return;
    }
    m_overview->setRow(model->index(row, 0));
    const QJsonObject definition = model->definition(m_key);
    if (definition != m_shown) {
        m_shown = definition;
        m_definition->setJson(jsonText(definition));
    }
}

} // namespace Sluice
