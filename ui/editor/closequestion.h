// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace Sluice {

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

} // namespace Sluice
