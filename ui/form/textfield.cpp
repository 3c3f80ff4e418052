// SPDX-License-Identifier: Apache-2.0
#include "ui/form/textfield.h"

#include "models/pipeline/jsontext.h"
#include "ui/theme/fonts.h"

#include <QLineEdit>

namespace Sluice {

TextField::TextField(FormModel *model, const Field &field, QWidget *parent)
    : FieldEditor(model, field, parent)
    , m_edit(new QLineEdit(this))
{
    m_edit->setPlaceholderText(QString::fromUtf8(field.placeholder));
    adoptEntry(m_edit, Size::FormField);
    showStartWhenLeft(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        setValue(text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text));
    });
}

void TextField::sync()
{
    // A definition may hold a number where the API promises text: it is shown as it is.
    const QString text = valueAsText(value());
    if (m_edit->text() != text)
        m_edit->setText(text);
}

QWidget *TextField::entry() const
{
    return m_edit;
}

} // namespace Sluice
