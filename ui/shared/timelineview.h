// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"

#include <QTimer>
#include <QWidget>

class QButtonGroup;

namespace Sluice {

class TextLabel;
class TimelineBar;
class Timelines;

// The timeline of one pipeline: the period to choose, how much of the observed time it was
// streaming, the bar, and what its colours mean.
class TimelineView final : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(Timelines *timelines, QWidget *parent = nullptr);

    void setPipeline(const PipelineKey &key);

    // Tells how long it is observed by now.
    void showTimes();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QLayout *makeHead();
    void refresh();

    Timelines *m_timelines;
    PipelineKey m_key;
    QButtonGroup *m_periods;
    TextLabel *m_share;
    TextLabel *m_part;
    TimelineBar *m_bar;
};

} // namespace Sluice
