// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shared/actiontable.h"
#include "ui/widgets/dialog.h"

class QKeySequenceEdit;
class QPushButton;

namespace Sluice {

class KeyChoices;
class NoteLine;

// Asks for the keys of one action.
class KeysDialog final : public Dialog
{
    Q_OBJECT

public:
    // name: the action's. The choices outlive it.
    KeysDialog(KeyChoices *choices, ActionId id, const QString &name, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void check();

    KeyChoices *m_choices;
    ActionId m_id;
    QKeySequenceEdit *m_keys;
    NoteLine *m_note;
    QPushButton *m_set;
};

} // namespace Sluice
