// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/runnerfield.h"

#include "models/fleet/runnerchoices.h"
#include "ui/form/fields/runnerdelegate.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/calmcombobox.h"

#include <QCompleter>
#include <QLineEdit>

namespace Sluice {

RunnerField::RunnerField(FormModel *model, const Field &field, RunnerChoices *choices,
                         QWidget *parent)
    : FieldEditor(model, field, parent)
    , m_choices(choices)
    , m_combo(new CalmComboBox(this))
{
    m_combo->setEditable(true);
    // Its width does not depend on the names: there may be thousands.
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setAccessibleName(label());
    m_combo->lineEdit()->setAccessibleName(label());
    m_combo->setInsertPolicy(QComboBox::NoInsert);
    m_combo->lineEdit()->setPlaceholderText(tr("Choose a runner, or type its id"));
    if (choices) {
        m_combo->setModel(choices);
        m_combo->setItemDelegate(new RunnerDelegate(m_combo));
        m_combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
        m_combo->completer()->setFilterMode(Qt::MatchContains);
        connect(choices, &RunnerChoices::refreshed, this, [this] {
            sync();
            Q_EMIT valueHelpChanged();
        });
    }
    adoptEntry(m_combo, Size::FormField);
    growWith(m_combo->lineEdit());
    // Only what the user does counts: the combo box also selects a row by itself when the first
    // runners come.
    connect(m_combo->lineEdit(), &QLineEdit::textEdited, this, &RunnerField::onText);
    connect(m_combo, &QComboBox::activated, this,
            [this](int row) { onText(m_combo->itemText(row)); });
}

void RunnerField::onText(const QString &text)
{
    const QString id = idFor(text);
    setValue(id.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(id));
}

QString RunnerField::idFor(const QString &text) const
{
    return m_choices ? m_choices->idFor(text) : text.trimmed();
}

void RunnerField::sync()
{
    const QString id = value().toString();
    if (m_choices)
        m_choices->setChosen(id);
    // The entry may hold the typed id: it means the same and stays.
    if (idFor(m_combo->currentText()) == id && !m_combo->currentText().isEmpty() == !id.isEmpty())
        return;
    const int row = m_choices ? m_choices->rowOf(id) : -1;
    m_combo->setCurrentIndex(row);
    if (row < 0)
        m_combo->setEditText(m_choices ? m_choices->textFor(id) : id);
}

QWidget *RunnerField::entry() const
{
    return m_combo;
}

QString RunnerField::valueHelp() const
{
    if (!m_choices)
        return {};
    const int row = m_choices->rowOf(value().toString());
    if (row < 0)
        return {};
    const QModelIndex runner = m_choices->index(row);
    const QVariant connected = runner.data(RunnerChoices::ConnectedRole);
    const QString detail = runner.data(RunnerChoices::DetailRole).toString();
    if (!connected.isValid())
        return tr("%1.").arg(detail);
    return connected.toBool() ? tr("%1. Connected.").arg(detail)
                              : tr("%1. Not connected.").arg(detail);
}

} // namespace Sluice
