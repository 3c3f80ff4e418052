// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/panel.h"

class QPushButton;

namespace Sluice {

class TextLabel;

// "Try the sandbox": what it is, and the button that asks for it.
class SandboxCard final : public Panel
{
    Q_OBJECT

public:
    explicit SandboxCard(QWidget *parent = nullptr);

    void showIdle();
    void showStarting();
    void showFailed(const QString &reason);

Q_SIGNALS:
    void startRequested();

private:
    QPushButton *m_start;
    TextLabel *m_problem;
    bool m_hadFocus = false; // when it was pressed
};

} // namespace Sluice
