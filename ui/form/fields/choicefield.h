// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fields/fieldeditor.h"

class QComboBox;

namespace Sluice {

// The plain words of a choice, translated, and the API's beside them: "Change log · CHANGE_LOG".
QString choiceWords(const Choice &choice);

// One of the field's choices, or none. A value that the table does not know is shown and kept.
class ChoiceField final : public FieldEditor
{
    Q_OBJECT

public:
    ChoiceField(FormModel *model, const Field &field, QWidget *parent);

    void sync() override;
    QWidget *entry() const override;
    QString valueHelp() const override;

private:
    const Choice *choice() const;
    void choose(int index);

    QComboBox *m_combo;
};

} // namespace Sluice
