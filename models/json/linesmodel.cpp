// SPDX-License-Identifier: Apache-2.0
#include "models/json/linesmodel.h"

namespace Sluice {

void LinesModel::setTitles(const QString &left, const QString &right)
{
    m_leftTitle = left;
    m_rightTitle = right;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void LinesModel::setLines(const QList<LinePair> &lines)
{
    beginResetModel();
    m_lines = lines;
    endResetModel();
}

int LinesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int LinesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant LinesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LinePair &line = m_lines.at(index.row());
    const bool isLeft = index.column() < RightNumber;
    const int number = isLeft ? line.leftNumber : line.rightNumber;
    if (role == KindRole)
        return int(line.kind);
    if (role == HasLineRole)
        return number > 0;
    if (role == Qt::AccessibleTextRole)
        return spoken(line, index);
    if (role != Qt::DisplayRole)
        return {};
    if (line.kind == LinePair::Kind::Fold)
        return index.column() == LeftText || index.column() == RightText ? tr("… unchanged lines …")
                                                                         : QVariant();
    if (index.column() == LeftNumber || index.column() == RightNumber)
        return number > 0 ? QVariant(number) : QVariant();
    return isLeft ? line.left : line.right;
}

// Says what the signs and colours show. Empty: what is displayed says it.
QVariant LinesModel::spoken(const LinePair &line, const QModelIndex &index)
{
    const bool isLeft = index.column() < RightNumber;
    const bool hasLine = (isLeft ? line.leftNumber : line.rightNumber) > 0;
    const bool isNumber = index.column() == LeftNumber || index.column() == RightNumber;
    const QString text = isLeft ? line.left.trimmed() : line.right.trimmed();
    switch (line.kind) {
    case LinePair::Kind::Same:
    case LinePair::Kind::Fold: return {};
    case LinePair::Kind::Removed:
    case LinePair::Kind::Added:
    case LinePair::Kind::Changed: break;
    }
    if (!hasLine)
        return isLeft ? tr("no line here, added at the right") : tr("no line here, removed");
    if (isNumber)
        return {};
    return isLeft ? tr("removed: %1").arg(text) : tr("added: %1").arg(text);
}

QVariant LinesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == LeftText ? m_leftTitle : section == RightText ? m_rightTitle : QString();
}

} // namespace Sluice
