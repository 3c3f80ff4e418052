// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/dialog.h"

#include <functional>

class QHBoxLayout;
class QPushButton;

namespace Sluice {

class PipelineEditor;

// Asks what becomes of unsaved edits: Save, Keep as draft, Discard, or Cancel. Window-modal;
// deletes itself.
class CloseQuestion final : public Dialog
{
    Q_OBJECT

public:
    // What can be done. A button that cannot be used is disabled and says why.
    struct Choices {
        bool canSave = true; // false: a fault, an unfinished field, no connection
        bool canKeep = true; // false: no local store
    };

    CloseQuestion(const QString &pipeline, Choices choices, QWidget *parent);

Q_SIGNALS:
    void saveChosen();
    void keepChosen();
    void discardChosen();

private:
    QPushButton *addButton(const QString &text, const QString &objectName,
                           void (CloseQuestion::*chosen)());

    QHBoxLayout *m_buttons;
};

// Asks about the edits of an editor. answered is called once the edits may be left: they were kept
// as a draft, saved or discarded, or the editor ended, as it does with its account. It is not
// called when the user goes back to the edits, from here or from the review.
void askAboutEdits(PipelineEditor *editor, QWidget *parent, const std::function<void()> &answered);

} // namespace Sluice
