// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/mapfield.h"

#include "ui/form/fields/gridview.h"
#include "ui/form/fields/propertydelegate.h"
#include "ui/theme/fonts.h"

#include <QHeaderView>

#include <algorithm>

namespace Sluice {

MapField::MapField(FormModel *model, const Field &field, QWidget *parent)
    : FieldEditor(model, field, parent)
    , m_grid(new GridView(this))
{
    m_grid->setModel(&m_map);
    m_grid->setItemDelegate(new PropertyDelegate(m_grid));
    m_grid->setVisibleRows(2, 8);
    m_grid->horizontalHeader()->resizeSection(PropertyMapModel::NameColumn, 188);
    m_grid->horizontalHeader()->resizeSection(PropertyMapModel::TypeColumn, 108);
    adoptEntry(m_grid, Size::FormField);
    connect(&m_map, &PropertyMapModel::edited, this, &MapField::push);
    connect(m_grid, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        if (index.row() == m_map.rowCount() - 1) // "Add property" acts like a button
            m_grid->edit(index.siblingAtColumn(PropertyMapModel::NameColumn));
    });
    connect(m_grid, &GridView::removeRequested, this, [this](const QList<int> &rows) {
        std::for_each(rows.crbegin(), rows.crend(), [this](int row) { m_map.removeRows(row, 1); });
    });
}

void MapField::push()
{
    const QJsonObject map = m_map.map();
    setValue(map.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(map));
    form()->setDraft(path(), m_map.problem(), m_map.rows());
}

void MapField::sync()
{
    const QJsonValue draft = form()->draft(path());
    if (draft.isArray()) {
        if (m_map.rows() != draft.toArray())
            m_map.setRows(draft.toArray());
    } else if (m_map.map() != value().toObject()) {
        m_map.setMap(value().toObject());
    }
}

QWidget *MapField::entry() const
{
    return m_grid;
}

} // namespace Sluice
