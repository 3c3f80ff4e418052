// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/stoppedbanner.h"

#include "models/document/pipelinedocument.h"
#include "models/fleet/fleet.h"
#include "models/fleet/pipelinesave.h"

#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sluice {

StoppedBanner::StoppedBanner(Fleet *fleet, const PipelineDocument *document, QWidget *parent)
    : Banner(Kind::Warning, parent)
    , m_fleet(fleet)
    , m_document(document)
    , m_start(addButton(tr("Start"), "play"))
{
    setObjectName(u"stoppedBanner"_s);
    m_start->setObjectName(u"startStopped"_s);
    hide();
    connect(m_start, &QPushButton::clicked, this,
            [this] { m_fleet->sendCommand(m_document->key(), PipelineCommand::Start); });
    connect(fleet->pipelines(), &PipelineModel::statusChanged, this,
            [this](const PipelineKey &key, PipelineState, PipelineState to) {
                if (key == m_document->key() && to != PipelineState::NotRunning)
                    setStopped(false);
            });
}

void StoppedBanner::setStopped(bool stopped)
{
    m_isStopped = stopped;
    setVisible(stopped);
}

void StoppedBanner::onSaveEnded(const PipelineSave &save)
{
    using StepState = PipelineSave::StepState;
    const bool isStill =
        m_fleet->pipelines()->state(m_document->key()) == PipelineState::NotRunning;
    if (!save.leftStopped() || !isStill) {
        setStopped(false);
        return;
    }
    switch (save.state(PipelineSave::Step::Save)) {
    case StepState::Done:
        setText(tr("The change is saved, and the pipeline is stopped."),
                tr("It was stopped for the save and not started again."));
        m_start->setText(tr("Start"));
        break;
    case StepState::Unknown:
        setText(tr("The pipeline is stopped. It is not known whether the change was saved."),
                tr("Review again to see what the server has, or start the pipeline."));
        m_start->setText(tr("Start"));
        break;
    default:
        setText(tr("The pipeline is stopped, and the change is not saved."),
                tr("It was stopped for the save. Save again and let it start then, or start it as "
                   "it was."));
        m_start->setText(tr("Start as it was"));
    }
    setStopped(true);
}

} // namespace Sluice
