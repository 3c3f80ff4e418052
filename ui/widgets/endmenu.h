// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QPushButton;

namespace Sluice {

// Lets the menu of a button end where the button ends, for a button at the end of a row. Qt lets
// both begin at the same edge, and a menu that is wider then stuck out of the window.
class EndMenu final : public QObject
{
    Q_OBJECT

public:
    // The button has its menu already.
    explicit EndMenu(QPushButton *button);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPushButton *m_button;
};

} // namespace Sluice
