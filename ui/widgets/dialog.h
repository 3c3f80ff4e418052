// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace Sluice {

// What all dialogs of the program have in common: Enter presses the button that has the focus and
// else the default one, Tab goes as the screen shows it, and with its frame the dialog fits the
// screen.
class Dialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

    // The size that a window wants, no larger than its screen takes with the frame that will be put
    // round it. A screen that is too small for any use is let alone.
    static QSize fitted(const QWidget *window, const QSize &wanted);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void showEvent(QShowEvent *event) override;
};

} // namespace Sluice
