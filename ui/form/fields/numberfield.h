// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fields/fieldeditor.h"

class QLineEdit;

namespace Sluice {

// A whole number, typed as digits. It can be empty (then the key leaves the definition), has no
// arrows and ignores the mouse wheel.
class NumberField final : public FieldEditor
{
    Q_OBJECT

public:
    NumberField(FormModel *model, const Field &field, QWidget *parent);

    void sync() override;
    QWidget *entry() const override;

private:
    QLineEdit *m_edit;
};

} // namespace Sluice
