// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/choicefield.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/calmcombobox.h"

#include <QCoreApplication>

#include <algorithm>

namespace Sluice {

QString choiceWords(const Choice &choice)
{
    const QString label = QCoreApplication::translate("Form", choice.label);
    const QString word = QString::fromLatin1(choice.value);
    return ChoiceField::tr("%1 · %2", "Change log · CHANGE_LOG").arg(label, word);
}

ChoiceField::ChoiceField(FormModel *model, const Field &field, QWidget *parent)
    : FieldEditor(model, field, parent)
    , m_combo(new CalmComboBox(this))
{
    m_combo->addItem(field.required ? tr("Choose…") : tr("Not set"));
    for (const Choice &choice : field.choices)
        m_combo->addItem(choiceWords(choice), QString::fromLatin1(choice.value));
    adoptEntry(m_combo, std::max(int(Size::FormField), m_combo->sizeHint().width()));
    connect(m_combo, &QComboBox::activated, this, &ChoiceField::choose);
}

void ChoiceField::choose(int index)
{
    const QVariant chosen = m_combo->itemData(index);
    setValue(chosen.isNull() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(chosen.toString()));
}

const Choice *ChoiceField::choice() const
{
    const QString text = value().toString();
    for (const Choice &choice : field().choices) {
        if (text.compare(QLatin1String(choice.value), Qt::CaseInsensitive) == 0)
            return &choice;
    }
    return nullptr;
}

void ChoiceField::sync()
{
    const Choice *known = choice();
    const QString text = known ? QString::fromLatin1(known->value) : value().toString();
    int row = text.isEmpty() ? 0 : m_combo->findData(text);
    if (row < 0) {
        m_combo->addItem(text, text);
        row = m_combo->count() - 1;
    }
    if (m_combo->currentIndex() != row)
        m_combo->setCurrentIndex(row);
}

QWidget *ChoiceField::entry() const
{
    return m_combo;
}

QString ChoiceField::valueHelp() const
{
    const Choice *known = choice();
    if (!known && !value().toString().isEmpty())
        return tr("Sluice does not know this value. It is kept as it is.");
    return known && known->help ? QCoreApplication::translate("Form", known->help) : QString();
}

} // namespace Sluice
