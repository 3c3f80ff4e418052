// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

#include <functional>

namespace Sluice {

class PipelineEditor;

// Asks what becomes of unsaved edits: Save, Keep as draft, Discard, or Cancel. Window-modal;
// deletes itself.
class CloseQuestion final : public QDialog
{
    Q_OBJECT

public:
    // canKeep: false without a local store; the draft's button is then disabled with its reason.
    CloseQuestion(const QString &pipeline, bool canKeep, QWidget *parent);

Q_SIGNALS:
    void saveChosen();
    void keepChosen();
    void discardChosen();
};

// Asks it for the edits of an editor. answered comes once they may be left: they are kept as a
// draft, saved or given up. It does not come when the user goes back to them, from here or from the
// review.
void askAboutEdits(PipelineEditor *editor, QWidget *parent, const std::function<void()> &answered);

} // namespace Sluice
