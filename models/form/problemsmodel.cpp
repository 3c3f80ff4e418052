// SPDX-License-Identifier: Apache-2.0
#include "models/form/problemsmodel.h"

#include "models/definition/sections.h"
#include "models/form/formmodel.h"
#include "models/support/rowdiff.h"

namespace Sluice {

ProblemsModel::ProblemsModel(const FormModel *form, QObject *parent)
    : QAbstractTableModel(parent)
    , m_form(form)
    , m_rows(read())
{
    connect(form, &FormModel::problemsChanged, this, &ProblemsModel::refresh);
    connect(form, &FormModel::modelReset, this, &ProblemsModel::refresh);
    connect(form, &FormModel::dataChanged, this,
            [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
                if (roles.isEmpty() || roles.contains(FormModel::ErrorRole))
                    refresh();
            });
}

QList<ProblemsModel::Row> ProblemsModel::read() const
{
    QList<Row> rows;
    for (int row = 0; row < m_form->rowCount(); ++row) {
        const QModelIndex field = m_form->index(row);
        const QString message = field.data(FormModel::ErrorRole).toString();
        if (message.isEmpty())
            continue;
        rows.append({sectionTitle(Section(field.data(FormModel::SectionRole).toInt())),
                     field.data(FormModel::LabelRole).toString(), message,
                     field.data(FormModel::PathRole).toString()});
    }
    const QList<Violation> unplaced = m_form->unplacedErrors();
    for (const Violation &violation : unplaced)
        rows.append({tr("Not in the form"), {}, violation.message, violation.field, false});
    return rows;
}

// A problem whose text changed is a new one.
void ProblemsModel::refresh()
{
    const QList<Row> rows = read();
    const QList<RowStep> steps =
        rowDiff(m_rows, rows, [](const QList<Row> &list, int row) { return list.at(row).id(); });
    for (const RowStep &step : steps) {
        const auto &[first, last] = step.run;
        switch (step.kind) {
        case RowStep::Kind::Remove:
            beginRemoveRows({}, first, last);
            m_rows.remove(first, step.run.count());
            endRemoveRows();
            break;
        case RowStep::Kind::Move:
            beginMoveRows({}, first, last, {}, step.to);
            Sluice::moveRows(m_rows, step);
            endMoveRows();
            break;
        case RowStep::Kind::Insert:
            beginInsertRows({}, first, last);
            m_rows = m_rows.mid(0, first) + rows.mid(first, step.run.count()) + m_rows.mid(first);
            endInsertRows();
            break;
        }
    }
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid) ||
        (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (index.column()) {
    case SectionColumn: return row.section;
    case FieldColumn: return row.field;
    case MessageColumn: return row.message;
    case PathColumn: return row.path;
    default: return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SectionColumn: return tr("Section");
    case FieldColumn: return tr("Field");
    case MessageColumn: return tr("Problem");
    case PathColumn: return tr("Place in the definition");
    default: return {};
    }
}

} // namespace Sluice
