// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/namepreview.h"

#include "models/form/formmodel.h"
#include "models/form/tables/tablenamepreview.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/textlabel.h"

#include <QGridLayout>

namespace Sluice {

NamePreview::NamePreview(const FormModel *form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_name(new QLabel(this))
{
    auto *caption = new QLabel(tr("Resulting table"), this);
    caption->setFixedWidth(Size::FormLabel);
    m_name->setObjectName(QStringLiteral("tableNamePreview"));
    m_name->setFont(fixedFont());
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *note = new TextLabel(
        tr("Preview. Maia's documentation does not give the exact form of every prefix type."),
        TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->setHorizontalSpacing(0);
    layout->setVerticalSpacing(Size::Gap / 2);
    layout->addWidget(caption, 0, 0);
    layout->addWidget(m_name, 0, 1);
    layout->addWidget(note, 1, 1);
    layout->setColumnStretch(1, 1);
    connect(form, &FormModel::definitionChanged, this, &NamePreview::refresh);
    connect(form, &QAbstractItemModel::modelReset, this, &NamePreview::refresh);
    refresh();
}

void NamePreview::refresh()
{
    const QString name = previewTableName(m_form->definition());
    m_name->setText(name);
    setVisible(!name.isEmpty());
}

} // namespace Sluice
