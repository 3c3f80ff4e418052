// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace Sluice {

// A line for words that a row must have to be shown. Down goes to the rows, Enter opens the first
// of them. Esc clears the line; in an empty line Esc means whatever it means around it.
class FilterEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);

    // Takes the focus and selects all of its text.
    void begin();
    QSize sizeHint() const override; // narrower where there is no room

Q_SIGNALS:
    // Down: the first row is to have the focus.
    void rowsRequested();
    // Enter: the first row is to be opened.
    void firstRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Sluice
