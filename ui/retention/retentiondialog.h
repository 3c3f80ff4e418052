// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/table/logretention.h"
#include "ui/widgets/dialog.h"

class QComboBox;
class QRadioButton;
class QSpinBox;

namespace Sluice {

// Asks how long a source keeps the log that its changes are read from, and offers what the product
// does by default.
class RetentionDialog final : public Dialog
{
    Q_OBJECT

public:
    // users: how many pipelines read from this source.
    RetentionDialog(const LogRetention::Source &source, const Retention &known, int users,
                    QWidget *parent = nullptr);

    Retention retention() const;

private:
    void fill(const Retention &known);
    void addChoices(QVBoxLayout *column, const QString &type);
    void updateTime();

    QRadioButton *m_kept;
    QSpinBox *m_count;
    QComboBox *m_unit;
    QRadioButton *m_endless;
    QRadioButton *m_notKnown;
};

} // namespace Sluice
