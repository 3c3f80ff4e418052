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
    // What can be done; the button of what cannot is disabled and says why.
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

// Asks it for the edits of an editor. answered comes once they may be left: they are kept as a
// draft, saved or given up, or the editor ended meanwhile, as it does with its account. It does not
// come when the user goes back to them, from here or from the review.
void askAboutEdits(PipelineEditor *editor, QWidget *parent, const std::function<void()> &answered);

} // namespace Sluice
