// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/pickerrow.h"

#include "ui/form/fields/fieldeditor.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/calmcombobox.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textlabel.h"

#include <QFocusEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace Sluice {

namespace {

enum ItemRole { AccountRole = Qt::UserRole, IdRole };

bool isItem(const QComboBox *list, int row, const PickerRow::Item &item)
{
    return row < list->count() && list->itemData(row, AccountRole).toString() == item.account &&
           list->itemData(row, IdRole).toString() == item.id;
}

} // namespace

PickerRow::PickerRow(const QString &label, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(label, this))
    , m_list(new CalmComboBox(this))
    , m_error(new NoteLine(Family::Problem, this))
    , m_advice(new NoteLine(Family::Warning, this))
    , m_help(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    m_label->setFixedWidth(Size::FormLabel);
    m_label->setMinimumHeight(heightFor(Size::Control, fontMetrics()));
    m_label->setBuddy(m_list);
    m_list->setObjectName(name);
    m_list->setAccessibleName(QString(label).remove(u'&'));
    m_list->setFixedWidth(Size::FormField);
    m_list->installEventFilter(this);
    m_help->setWordWrap(true);
    m_help->hide();
    auto *column = new QVBoxLayout;
    column->setSpacing(Size::Gap / 2);
    column->addWidget(m_list, 0, Qt::AlignLeft);
    column->addWidget(m_error);
    column->addWidget(m_advice);
    column->addWidget(m_help);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_label, 0, Qt::AlignTop);
    layout->addLayout(column, 1);
}

void PickerRow::setItems(const QList<Item> &items)
{
    for (int row = m_list->count() - 1; row >= 0; --row) {
        const bool stays = std::any_of(items.begin(), items.end(), [this, row](const Item &item) {
            return isItem(m_list, row, item);
        });
        if (!stays)
            m_list->removeItem(row);
    }
    for (int row = 0; row < int(items.size()); ++row) {
        const Item &item = items.at(row);
        if (!isItem(m_list, row, item)) {
            m_list->insertItem(row, item.text);
            m_list->setItemData(row, item.account, AccountRole);
            m_list->setItemData(row, item.id, IdRole);
        } else if (m_list->itemText(row) != item.text) {
            m_list->setItemText(row, item.text);
        }
    }
    while (m_list->count() > int(items.size())) // stood elsewhere before
        m_list->removeItem(m_list->count() - 1);
}

PickerRow::Item PickerRow::item(int row) const
{
    return {m_list->itemText(row), m_list->itemData(row, AccountRole).toString(),
            m_list->itemData(row, IdRole).toString()};
}

void PickerRow::setError(const QString &error)
{
    m_error->setText(error);
    m_label->setFont(error.isEmpty() ? font() : sectionFont());
    m_list->setAccessibleDescription(error);
    setProblemFrame(m_list, !error.isEmpty());
}

QString PickerRow::error() const
{
    return m_error->text();
}

void PickerRow::setAdvice(const QString &advice)
{
    m_advice->setText(advice);
}

void PickerRow::setHelp(const QString &help)
{
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
}

bool PickerRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent *>(event)->reason();
        // The list's popup or another window has the focus: nobody has left the field.
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            Q_EMIT left();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Sluice
