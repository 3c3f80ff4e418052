// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/propertydelegate.h"

#include "models/form/propertymapmodel.h"
#include "ui/form/fields/gridcell.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QComboBox>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

PropertyMapModel::Type typeOf(const QModelIndex &index)
{
    return PropertyMapModel::Type(index.data(PropertyMapModel::TypeRole).toInt());
}

bool isAddRow(const QModelIndex &index)
{
    return index.row() == index.model()->rowCount() - 1 &&
           index.siblingAtColumn(PropertyMapModel::NameColumn).data().toString().isEmpty();
}

QComboBox *makeList(QWidget *parent)
{
    auto *list = new QComboBox(parent);
    list->setFrame(false);
    return list;
}

} // namespace

void PropertyDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    if (!isAddRow(index)) {
        GridCell::paint(painter, option, index, index.data(PropertyMapModel::ErrorRole).toString(),
                        index.column() != PropertyMapModel::TypeColumn);
        return;
    }
    GridCell::paintGround(painter, option);
    if (index.column() != PropertyMapModel::NameColumn)
        return;
    const QColor color = tokensFor(option.palette).textSecondary;
    QRect place = option.rect.adjusted(Size::Gap, 0, -Size::Gap, 0);
    paintIcon(painter,
              QRect(place.left(), place.center().y() - 6, Size::SmallIcon, Size::SmallIcon), "plus",
              color);
    place.setLeft(place.left() + Size::SmallIcon + Size::IconText);
    painter->save();
    painter->setPen(color);
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter, tr("Add property"));
    painter->restore();
}

QWidget *PropertyDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const
{
    using Type = PropertyMapModel::Type;
    if (index.column() == PropertyMapModel::TypeColumn) {
        QComboBox *list = makeList(parent);
        list->addItem(tr("Text"), int(Type::Text));
        list->addItem(tr("Number"), int(Type::Number));
        list->addItem(tr("True or false"), int(Type::Boolean));
        return list;
    }
    if (index.column() == PropertyMapModel::ValueColumn && typeOf(index) == Type::Boolean) {
        QComboBox *list = makeList(parent);
        list->addItem(u"true"_s, true);
        list->addItem(u"false"_s, false);
        return list;
    }
    return QStyledItemDelegate::createEditor(parent, option, index);
}

void PropertyDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *list = qobject_cast<QComboBox *>(editor))
        list->setCurrentIndex(std::max(0, list->findData(index.data(Qt::EditRole))));
    else
        QStyledItemDelegate::setEditorData(editor, index);
}

void PropertyDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                    const QModelIndex &index) const
{
    if (auto *list = qobject_cast<QComboBox *>(editor))
        model->setData(index, list->currentData(), Qt::EditRole);
    else
        QStyledItemDelegate::setModelData(editor, model, index);
}

} // namespace Sluice
