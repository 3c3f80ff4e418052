// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QBoxLayout;
class QPushButton;
class QSplitter;
class QVBoxLayout;

namespace Sluice {

// What all dialogs of the program share. Enter presses the button that has the focus, else the
// default one. Tab follows the order on the screen. The dialog fits the screen, its frame included.
class Dialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;
    // A window that is deleted once it is closed.
    Dialog(const QString &objectName, const QString &title, const QSize &size, QWidget *parent);

    // The size that a window wants, but no larger than its screen allows with the frame around it.
    // Ignores screens that are too small for any use.
    static QSize fitted(const QWidget *window, const QSize &wanted);
    // No larger than the parent's window.
    static QSize within(const QWidget *parent, const QSize &wanted);

protected:
    // The title of a window that asks one thing, from the server's words too.
    void setQuestionTitle(const QString &question);
    // The dialog's layout: parts one below the other, with the margins of a page.
    QVBoxLayout *makeColumn();
    // A layout for things beside each other, mostly buttons.
    static QBoxLayout *makeLine();
    // Parts between which the user can move the border.
    QSplitter *makeParts(Qt::Orientation orientation, std::initializer_list<QWidget *> parts);
    // Enter presses it only while it has the focus.
    QPushButton *addButton(const QString &text, const QString &objectName);

    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void showEvent(QShowEvent *event) override;
};

} // namespace Sluice
