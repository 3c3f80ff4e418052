// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace Sluice {

// Where words are typed that rows must have to be shown. Down goes to the rows, Enter opens the
// first of them. Esc clears it; empty, Esc means whatever it means around it.
class FilterEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);

    // Takes the focus with all of the text selected.
    void begin();
    QSize sizeHint() const override; // narrower where there is no room

Q_SIGNALS:
    // The first row is to have the focus.
    void rowsRequested();
    // The first row is to be opened.
    void firstRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Sluice
