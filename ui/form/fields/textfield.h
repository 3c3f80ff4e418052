// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fields/fieldeditor.h"

class QLineEdit;

namespace Sluice {

// A line of text. When it is empty, the key leaves the definition. Invisible characters at its ends
// are removed. It refuses an address that may hold a password, and offers the parts of that address
// where the field takes one of them.
class TextField final : public FieldEditor
{
    Q_OBJECT

public:
    TextField(FormModel *model, const Field &field, QWidget *parent);

    void sync() override;
    QWidget *entry() const override;

    FieldAdvice ownAdvice() const override { return m_refusal; }

private:
    void onTyped(const QString &typed);
    void refuse(const FieldAdvice &refusal);

    QLineEdit *m_edit;
    FieldAdvice m_refusal; // of what was typed last
};

} // namespace Sluice
