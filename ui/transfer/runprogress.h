// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/dialog.h"

namespace Sluice {

class TextLabel;

// The progress of a run in a thread of its own, with a way to end it. It appears only when the run
// takes a moment. It owns the run, which ends the dialog by finish().
class RunProgress final : public Dialog
{
    Q_OBJECT

public:
    RunProgress(const QString &title, QObject *run, QWidget *parent);

    void setText(const QString &text);
    // Closes and deletes itself, and the run.
    void finish();
    // Cancel and Esc. It stays until the run has ended.
    void reject() override;

Q_SIGNALS:
    void cancelled();

private:
    TextLabel *m_text;
};

} // namespace Sluice
