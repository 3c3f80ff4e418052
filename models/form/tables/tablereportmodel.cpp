// SPDX-License-Identifier: Apache-2.0
#include "models/form/tables/tablereportmodel.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

using TableText::LeftOut;
using TableText::Reason;

namespace {

int rankOf(const LeftOut &piece)
{
    if (TableText::isByDesign(piece.reason))
        return 2;
    return piece.reason == Reason::Repeated ? 1 : 0;
}

} // namespace

void TableReportModel::setLeftOut(const QList<LeftOut> &leftOut)
{
    beginResetModel();
    m_rows = leftOut;
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const LeftOut &a, const LeftOut &b) { return rankOf(a) < rankOf(b); });
    const auto count = [this](int rank) {
        return int(std::count_if(m_rows.cbegin(), m_rows.cend(),
                                 [rank](const LeftOut &piece) { return rankOf(piece) == rank; }));
    };
    m_open = count(0);
    m_repeated = count(1);
    endResetModel();
}

QString TableReportModel::text(const QList<int> &rows) const
{
    const QSet<int> wanted(rows.cbegin(), rows.cend());
    QStringList lines;
    for (int row = 0; row < rowCount(); ++row) {
        if (!wanted.isEmpty() && !wanted.contains(row))
            continue;
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells.append(index(row, column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QString TableReportModel::words(Reason reason)
{
    switch (reason) {
    case Reason::NotUnderstood: break;
    case Reason::NoSchema: return tr("No schema is named. Write schema.table.");
    case Reason::WithDatabase: return tr("Names a database too. Write schema.table.");
    case Reason::Pattern: return tr("Stands for more than one table. Name each of them.");
    case Reason::HasBlank: return tr("Has a blank. Put it in quotes if it is a name.");
    case Reason::Ambiguous: return tr("One table or two? Write each table in a line of its own.");
    case Reason::Columns: return tr("Has other columns than the line that names them.");
    case Reason::DatabaseLink:
        return tr("Of another database, by a link. If @ is part of the name, put it in quotes.");
    case Reason::Function: return tr("A function, no table.");
    case Reason::Catalogue: return tr("Belongs to the database itself.");
    case Reason::Removed: return tr("The text drops, switches off or excludes it.");
    case Reason::Renamed: return tr("The text gives it another name.");
    case Reason::NoTable:
        return tr("No table: a view, a sequence or the like has no changes to read.");
    case Reason::FileName:
        return tr("Looks like the name of a file or a version. Put it in quotes if it is a table.");
    case Reason::OpenQuote: return tr("A quote in it has no end. Close it and paste again.");
    case Reason::OpenString:
        return tr("The text in quotes that begins here has no end: nothing behind it was read.");
    case Reason::OpenComment:
        return tr("The comment that begins here has no end: nothing behind it was read.");
    case Reason::OpenBracket:
        return tr("The bracket that begins here has no end: the text may be cut off.");
    case Reason::QuotedCode: return tr("Code in quotes is not read. Look for tables in it.");
    case Reason::Repeated: return tr("In the list already.");
    case Reason::Comment: return tr("A comment.");
    case Reason::Heading: return tr("Stands around the list.");
    case Reason::Statement: return tr("A statement about something else than tables to read.");
    }
    return tr("Not understood. Write schema.table.");
}

int TableReportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TableReportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant TableReportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LeftOut &piece = m_rows.at(index.row());
    const QString line = piece.line > 0 ? QString::number(piece.line) : QString();
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case LineColumn: return line;
        case TextColumn: return piece.text;
        default: return words(piece.reason);
        }
    case Qt::ToolTipRole:
        return index.column() == LineColumn ? QVariant()
                                            : QVariant(piece.text + u'\n' + words(piece.reason));
    case Qt::TextAlignmentRole:
        return index.column() == LineColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                            : QVariant();
    default: return {};
    }
}

QVariant TableReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == LineColumn)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LineColumn: return tr("Line");
    case TextColumn: return tr("Left out");
    default: return tr("Why");
    }
}

} // namespace Sluice
