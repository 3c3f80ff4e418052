// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPushButton>

class QAction;

namespace Sluice {

// A push button that shows and triggers an action (a QToolButton cannot be the primary button).
class ActionButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit ActionButton(QAction *action, QWidget *parent = nullptr);

private:
    void follow();

    QAction *m_action;
};

} // namespace Sluice
