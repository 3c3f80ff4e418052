// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"

#include <QJsonValue>
#include <QWidget>

namespace Sluice {

class TextLabel;

// The former value of a changed field, and a button that brings it back.
class FormerValue final : public QWidget
{
    Q_OBJECT

public:
    FormerValue(const Field &field, const QString &label, QWidget *parent);

    void setValue(const QJsonValue &value);

Q_SIGNALS:
    void revertRequested();

private:
    const Field &m_field;
    TextLabel *m_text;
};

} // namespace Sluice
