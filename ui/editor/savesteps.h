// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace Sluice {

class MarkLabel;
class PipelineSave;
class TextLabel;

// The steps of a save in one line, each with its state: stop, save, start. Shows only the steps
// that this save has.
class SaveSteps final : public QWidget
{
    Q_OBJECT

public:
    explicit SaveSteps(const PipelineSave *save, QWidget *parent = nullptr);

    // The steps in words for screen readers: "Stop: done. Save: running. Start: waiting."
    QString text() const;

private:
    struct Shown {
        MarkLabel *mark;
        TextLabel *label;
    };

    void refresh();

    const PipelineSave *m_save;
    QList<Shown> m_steps;
};

} // namespace Sluice
