// SPDX-License-Identifier: Apache-2.0
#include "ui/form/tables/tableentryline.h"

#include "models/support/invisibletext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Sluice {

TableEntryLine::TableEntryLine(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_schema(new QLineEdit(this))
    , m_table(new QLineEdit(this))
{
    m_schema->setObjectName(name + u".schema"_s);
    m_schema->setPlaceholderText(tr("Schema"));
    m_schema->setAccessibleName(tr("Schema of a table to add"));
    m_table->setObjectName(name + u".table"_s);
    m_table->setPlaceholderText(tr("Table"));
    m_table->setAccessibleName(tr("Table to add"));
    auto *add = new QPushButton(icon("plus"), tr("Add"), this);
    add->setObjectName(name + u".add"_s);
    add->setAutoDefault(false);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_schema, 1);
    layout->addWidget(m_table, 1);
    layout->addWidget(add);
    connect(add, &QPushButton::clicked, this, &TableEntryLine::addRequested);
    for (const QLineEdit *edit : {m_schema, m_table})
        connect(edit, &QLineEdit::textEdited, this, &TableEntryLine::edited);
}

QString TableEntryLine::schema() const
{
    return InvisibleText::trimmed(m_schema->text());
}

QString TableEntryLine::table() const
{
    return InvisibleText::trimmed(m_table->text());
}

bool TableEntryLine::hasNoTable() const
{
    return m_table->text().trimmed().isEmpty();
}

QJsonArray TableEntryLine::typed() const
{
    return {m_schema->text(), m_table->text()};
}

void TableEntryLine::showTyped(const QJsonArray &typed)
{
    if (!m_table->text().isEmpty())
        return;
    m_schema->setText(typed.at(0).toString());
    m_table->setText(typed.at(1).toString());
}

void TableEntryLine::clearTable()
{
    m_table->clear();
}

void TableEntryLine::focusWhatIsMissing()
{
    (schema().isEmpty() ? m_schema : m_table)->setFocus();
}

} // namespace Sluice
