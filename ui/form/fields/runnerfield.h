// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/fields/fieldeditor.h"

class QComboBox;

namespace Sluice {

// The runner of a pipeline: chosen by name from the account's streaming runners, or typed as an id.
class RunnerField final : public FieldEditor
{
    Q_OBJECT

public:
    RunnerField(FormModel *model, const Field &field, RunnerChoices *choices, QWidget *parent);

    void sync() override;
    QWidget *entry() const override;
    QString valueHelp() const override;

private:
    void onText(const QString &text);
    QString idFor(const QString &text) const;

    RunnerChoices *m_choices;
    QComboBox *m_combo;
};

} // namespace Sluice
