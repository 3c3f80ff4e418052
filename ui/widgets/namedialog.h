// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/dialog.h"

class QLineEdit;
class QPushButton;

namespace Sluice {

class TextLabel;

// Asks for a name. It stays open until the listener accepts the name, so that a refused name is not
// lost.
class NameDialog final : public Dialog
{
    Q_OBJECT

public:
    NameDialog(const QString &question, const QString &name, const QString &verb,
               QWidget *parent = nullptr);

    void showProblem(const QString &problem);

Q_SIGNALS:
    // Never empty.
    void nameChosen(const QString &name);

private:
    QLineEdit *m_name;
    TextLabel *m_problem;
    QPushButton *m_confirm;
};

} // namespace Sluice
