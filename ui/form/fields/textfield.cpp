// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/textfield.h"

#include "models/form/fieldaddress.h"
#include "models/json/jsontext.h"
#include "models/support/invisibletext.h"
#include "ui/theme/fonts.h"

#include <QLineEdit>

namespace Sluice {

TextField::TextField(FormModel *model, const Field &field, QWidget *parent)
    : FieldEditor(model, field, parent)
    , m_edit(new QLineEdit(this))
{
    m_edit->setPlaceholderText(QString::fromUtf8(field.placeholder));
    adoptEntry(m_edit, Size::FormField);
    growWith(m_edit);
    showStartWhenLeft(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, &TextField::onTyped);
    // Not while the user types: in some scripts a further letter follows. The edit loses the focus
    // once more when this field is half destroyed, so nothing of the field is used here.
    connect(m_edit, &QLineEdit::editingFinished, m_edit, [edit = m_edit] {
        const QString text = InvisibleText::withoutEnds(edit->text());
        if (edit->isModified() && text != edit->text())
            edit->setText(text);
    });
}

void TextField::onTyped(const QString &typed)
{
    const QString text = InvisibleText::withoutEnds(typed);
    if (const FieldAdvice refusal = FieldAddress::refusal(field(), text, form()->sourceType());
        !refusal.text.isEmpty()) {
        refuse(refusal);
        return;
    }
    if (!m_refusal.text.isEmpty()) {
        m_refusal = {};
        Q_EMIT ownAdviceChanged();
    }
    setValue(text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text));
}

// Nothing of it stays, neither in the field nor in what Undo would bring back.
void TextField::refuse(const FieldAdvice &refusal)
{
    m_refusal = refusal;
    m_edit->setText({});
    setValue(QJsonValue(QJsonValue::Undefined));
    Q_EMIT ownAdviceChanged();
}

void TextField::sync()
{
    // A definition may hold a number where the API promises a text. It is shown as it is.
    const QString text = valueAsText(value());
    if (InvisibleText::withoutEnds(m_edit->text()) != text)
        m_edit->setText(text);
    if (!text.isEmpty())
        m_refusal = {}; // the field was filled
}

QWidget *TextField::entry() const
{
    return m_edit;
}

} // namespace Sluice
