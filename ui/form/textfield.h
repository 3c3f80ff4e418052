// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fieldeditor.h"

class QLineEdit;

namespace Sluice {

// A line of text. Emptied, the key leaves the definition.
class TextField final : public FieldEditor
{
    Q_OBJECT

public:
    TextField(FormModel *model, const Field &field, QWidget *parent);

    void sync() override;
    QWidget *entry() const override;

private:
    QLineEdit *m_edit;
};

} // namespace Sluice
