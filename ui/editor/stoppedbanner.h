// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/banner.h"

namespace Sluice {

class Fleet;
class PipelineDocument;
class PipelineSave;

// Says that a save stopped the pipeline and did not start it again, and offers to start it, until
// it runs.
class StoppedBanner final : public Banner
{
    Q_OBJECT

public:
    StoppedBanner(Fleet *fleet, const PipelineDocument *document, QWidget *parent = nullptr);

    // A save has ended.
    void onSaveEnded(const PipelineSave &save);

    // The next save may start the pipeline.
    bool isStopped() const { return m_isStopped; }

private:
    void setStopped(bool stopped);

    Fleet *m_fleet;
    const PipelineDocument *m_document;
    QPushButton *m_start;
    bool m_isStopped = false;
};

} // namespace Sluice
