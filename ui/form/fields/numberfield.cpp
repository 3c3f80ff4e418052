// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/numberfield.h"

#include "models/json/jsonnumber.h"
#include "models/json/jsontext.h"
#include "ui/theme/fonts.h"

#include <QLineEdit>
#include <QRegularExpressionValidator>

using namespace Qt::StringLiterals;

namespace Sluice {

NumberField::NumberField(FormModel *model, const Field &field, QWidget *parent)
    : FieldEditor(model, field, parent)
    , m_edit(new QLineEdit(this))
{
    // Nine digits always fit an int. The form checks the range and says what is wrong.
    static const QRegularExpression digits(u"[0-9]{0,9}"_s);
    m_edit->setValidator(new QRegularExpressionValidator(digits, m_edit));
    m_edit->setPlaceholderText(QString::fromUtf8(field.placeholder));
    adoptEntry(m_edit, Size::PortField);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        setValue(text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text.toInt()));
    });
}

void NumberField::sync()
{
    const QString text = valueAsText(value());
    const bool sameNumber = JsonNumber::is(value()) && !m_edit->text().isEmpty() &&
                            JsonNumber::isSame(m_edit->text().toInt(), value());
    if (!sameNumber && m_edit->text() != text)
        m_edit->setText(text);
}

QWidget *NumberField::entry() const
{
    return m_edit;
}

} // namespace Sluice
