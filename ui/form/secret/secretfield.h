// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fields/fieldeditor.h"

namespace Sluice {

class SecretEdit;

// A reference to a secret as a field of a form.
class SecretField final : public FieldEditor
{
    Q_OBJECT

public:
    SecretField(FormModel *model, const Field &field, const ReferenceSources &sources,
                QWidget *parent);

    void sync() override;
    QWidget *entry() const override;
    QString valueHelp() const override;
    void showError(const QString &error) override;

private:
    void push();
    QString providerBeside() const;

    SecretEdit *m_edit;
};

} // namespace Sluice
