// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QBoxLayout;
class QPushButton;
class QSplitter;
class QVBoxLayout;

namespace Sluice {

// What all dialogs of the program have in common: Enter presses the button that has the focus and
// else the default one, Tab goes as the screen shows it, and with its frame the dialog fits the
// screen.
class Dialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;
    // A window that goes when it is closed.
    Dialog(const QString &objectName, const QString &title, const QSize &size, QWidget *parent);

    // The size that a window wants, no larger than its screen takes with the frame that will be put
    // round it. A screen that is too small for any use is let alone.
    static QSize fitted(const QWidget *window, const QSize &wanted);
    // No larger than the parent's window.
    static QSize within(const QWidget *parent, const QSize &wanted);

protected:
    // Its parts one below the other, with the margins of a page.
    QVBoxLayout *makeColumn();
    // What stands beside each other, buttons above all.
    static QBoxLayout *makeLine();
    // Parts that the user shares the room between.
    QSplitter *makeParts(Qt::Orientation orientation, std::initializer_list<QWidget *> parts);
    // Enter presses it only while it has the focus.
    QPushButton *addButton(const QString &text, const QString &objectName);

    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void showEvent(QShowEvent *event) override;
};

} // namespace Sluice
