// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace Sluice {

// Where words are typed that rows must have to be shown. Esc clears it; empty, Esc means whatever
// it means around it.
class FilterEdit final : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);

    // Takes the focus with all of the text selected.
    void begin();
    QSize sizeHint() const override; // narrower where there is no room

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace Sluice
