// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/selection.h"

#include <QWidget>

class QToolButton;

namespace Sluice {

class ElidedLabel;
class Fleet;
class PipelineActions;
class PipelineDetails;
class TextLabel;

// One pipeline on the whole page: where it belongs, the actions, overview and definition. Esc goes
// back.
class PipelinePage final : public QWidget
{
    Q_OBJECT

public:
    PipelinePage(Fleet *fleet, const PipelineActions *actions, QWidget *parent = nullptr);

    void open(const PipelineKey &key);
    // What the actions apply to while the page is shown.
    Selection selection() const;

Q_SIGNALS:
    void backRequested();
    void selectionUpdated();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLayout *makeHeader(const PipelineActions *actions);
    void updateTitle();

    Fleet *m_fleet;
    QToolButton *m_back;
    TextLabel *m_name;
    ElidedLabel *m_path;
    PipelineDetails *m_details;
};

} // namespace Sluice
