// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/dialog.h"

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace Sluice {

class NoteLine;

// Asks for which pipelines a rule is not to be reported any more, and why, or for which it is to be
// reported again. The reason stays on this computer; a text that is a secret is not taken.
class SilenceDialog final : public Dialog
{
    Q_OBJECT

public:
    enum class Wish { Silence, Report };

    // rules: the names of those that are selected, for the question. selected and everywhere count
    // pipelines; where no more than the selected ones have a finding, there is nothing to choose.
    SilenceDialog(Wish wish, const QStringList &rules, int selected, int everywhere,
                  QWidget *parent);

Q_SIGNALS:
    void chosen(bool everywhere, const QString &reason);

private:
    void judge();
    void choose();

    QRadioButton *m_everywhere;
    QLineEdit *m_reason;
    NoteLine *m_refusal;
    QPushButton *m_confirm;
};

} // namespace Sluice
