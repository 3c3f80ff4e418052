// SPDX-License-Identifier: Apache-2.0
#include "models/document/changesmodel.h"

#include "models/json/jsonnumber.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int namedTables = 3;   // in a cell; the rest is counted
constexpr int listedRenames = 8; // more share a row

ChangesModel::Kind kindOf(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::Added: return ChangesModel::Kind::Added;
    case Change::Kind::Removed: return ChangesModel::Kind::Removed;
    case Change::Kind::Changed: return ChangesModel::Kind::Changed;
    }
    return ChangesModel::Kind::Changed;
}

QStringList tablesOf(const QList<Change> &changes)
{
    QStringList names;
    for (const Change &change : changes) {
        if (change.isTable())
            names.append(change.tableName());
    }
    return names;
}

// A renamed table has a name on each side.
QStringList tablesOn(const QList<Change> &changes, bool will)
{
    QStringList names;
    for (const Change &change : changes) {
        if (change.isTable() && !(will ? change.will : change.was).isUndefined())
            names.append(change.tableName());
    }
    return names;
}

QString joined(const QStringList &tables)
{
    QString text = tables.mid(0, namedTables).join(u", "_s);
    const qsizetype more = tables.size() - namedTables;
    if (more > 0)
        text += ChangesModel::tr(" and %n more", nullptr, int(more));
    return text;
}

} // namespace

QString ChangesModel::kindText(Kind kind, bool isComparison)
{
    switch (kind) {
    case Kind::Conflict: return tr("Conflict");
    case Kind::Added: return isComparison ? tr("Second only") : tr("Added");
    case Kind::Removed: return isComparison ? tr("First only") : tr("Removed");
    case Kind::Changed: return isComparison ? tr("Different") : tr("Changed");
    case Kind::Renamed: return tr("Renamed");
    case Kind::FromServer: return tr("From server");
    }
    return {};
}

void ChangesModel::addRow(QList<Row> &rows, Kind kind, const Change &change) const
{
    Row *last = rows.isEmpty() ? nullptr : &rows.last();
    const bool isAfterTable = change.isTable() && last && last->changes.constLast().isTable();
    if (isAfterTable && change.isRename() &&
        last->changes.constLast().table == change.renamed) { // the other half is there
        if (last->kind != Kind::FromServer)
            last->kind = Kind::Renamed;
        last->changes.append(change);
        return;
    }
    const bool joins = isAfterTable && !change.isRename() && last->kind == kind &&
                       last->changes.constFirst().kind == change.kind &&
                       !last->changes.constLast().isRename();
    if (joins)
        last->changes.append(change);
    else
        rows.append({kind, {change}});
}

// A list that was searched and replaced has hundreds of renamed tables: then they share a row, too.
void ChangesModel::joinRenames()
{
    QList<Row> joined;
    for (qsizetype at = 0; at < m_rows.size();) {
        qsizetype end = at;
        while (end < m_rows.size() && m_rows.at(end).kind == Kind::Renamed)
            ++end;
        joined.append(m_rows.at(at));
        if (end - at > listedRenames) {
            for (qsizetype next = at + 1; next < end; ++next)
                joined.last().changes += m_rows.at(next).changes;
            at = end;
        } else {
            ++at;
        }
    }
    m_rows = joined;
}

void ChangesModel::setSides(const QString &first, const QString &second)
{
    m_first = first;
    m_second = second;
    Q_EMIT headerDataChanged(Qt::Horizontal, WasColumn, NoteColumn);
}

void ChangesModel::setRunnerNames(const QHash<QString, QString> &names)
{
    m_runnerNames = names;
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, WasColumn), index(int(m_rows.size()) - 1, WillColumn));
}

void ChangesModel::setChanges(const QList<Change> &changes)
{
    beginResetModel();
    m_rows.clear();
    for (const Change &change : changes)
        addRow(m_rows, kindOf(change.kind), change);
    joinRenames();
    endResetModel();
}

void ChangesModel::setMerge(const Merge &merge)
{
    beginResetModel();
    m_rows.clear();
    for (int index = 0; index < int(merge.items().size()); ++index) {
        const MergeItem &item = merge.items().at(index);
        if (item.origin == MergeItem::Origin::Conflict) {
            m_rows.append({Kind::Conflict, item.mine, item.theirs, index, item.choice});
        } else if (item.origin == MergeItem::Origin::Mine) {
            for (const Change &change : item.mine)
                addRow(m_rows, kindOf(change.kind), change);
        } else {
            for (const Change &change : item.theirs) // on both sides: the server has it already
                addRow(m_rows, Kind::FromServer, change);
        }
    }
    joinRenames();
    endResetModel();
}

int ChangesModel::riskCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [this](const Row &row) { return !riskOf(row).isEmpty(); }));
}

int ChangesModel::conflictCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [](const Row &row) { return row.kind == Kind::Conflict; }));
}

int ChangesModel::openCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row &row) {
        return row.kind == Kind::Conflict && row.choice == MergeItem::Choice::None;
    }));
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

// Changes that came from the server are there already, so they bring no new risk.
QString ChangesModel::riskOf(const Row &row) const
{
    const bool isNew = row.kind != Kind::FromServer && !isComparison();
    return isNew ? row.changes.constFirst().risk() : QString();
}

QString ChangesModel::noteOf(const Row &row) const
{
    QString risk = riskOf(row);
    if (!risk.isEmpty())
        return risk;
    if (row.kind == Kind::FromServer)
        return tr("Changed by someone else, kept");
    const qsizetype tables = tablesOf(row.changes).size();
    if (tables > 0 && row.kind != Kind::Renamed)
        return tr("%n table(s)", nullptr, int(tables));
    const Change &change = row.changes.constFirst();
    const bool isRetyped = change.kind == Change::Kind::Changed && change.field &&
                           change.field->kind == FieldKind::Map &&
                           change.was.type() != change.will.type() &&
                           !(JsonNumber::is(change.was) && JsonNumber::is(change.will));
    return isRetyped ? tr("Another type of value") : QString();
}

// A runner by its name, where this tells the two sides apart.
QString ChangesModel::valueOf(const Change &change, bool will) const
{
    const QJsonValue &value = will ? change.will : change.was;
    if (change.field && change.field->kind == FieldKind::Runner) {
        QString name = m_runnerNames.value(value.toString());
        const QString other = m_runnerNames.value((will ? change.was : change.will).toString());
        if (!name.isEmpty() && name != other)
            return name;
    }
    return valueText(change, value);
}

// One side of a list of changes; several changes stand under the place they share.
QString ChangesModel::sideText(const QList<Change> &changes, bool will) const
{
    const auto type = std::find_if(changes.begin(), changes.end(), [](const Change &change) {
        return change.field && change.field->kind == FieldKind::Type;
    });
    if (type != changes.end() && changes.size() > 1) // its fields come and go with it
        return tr("%1, with its fields").arg(valueOf(*type, will));
    QStringList texts;
    for (const Change &change : changes)
        texts.append(valueOf(change, will));
    return texts.join(u", "_s);
}

QString ChangesModel::text(const Row &row, int column) const
{
    const Change &change = row.changes.constFirst();
    // A table that stays has its name in both columns; what changed is the rest of its entry.
    const bool areTables = change.isTable() && change.kind != Change::Kind::Changed;
    const auto side = [this, &row, areTables](bool will) {
        return areTables ? joined(tablesOn(row.changes, will)) : sideText(row.changes, will);
    };
    switch (column) {
    case KindColumn: return kindText(row.kind, isComparison());
    case PlaceColumn: return change.place();
    case WasColumn: return side(false);
    case WillColumn: return row.kind == Kind::Conflict ? QString() : side(true);
    case NoteColumn: return noteOf(row);
    default: return {};
    }
}

// What the cell may cut, or shows by a name only.
QVariant ChangesModel::tip(const Row &row, int column) const
{
    const Change &change = row.changes.constFirst();
    if (column == PlaceColumn)
        return change.pathText();
    const QString shown = text(row, column);
    const bool isValue = column == WasColumn || column == WillColumn;
    const bool isRunner = change.field && change.field->kind == FieldKind::Runner;
    if (!isValue || !isRunner || row.kind == Kind::Conflict)
        return shown;
    const QString id = valueText(change, column == WillColumn ? change.will : change.was);
    return shown == id ? shown : tr("%1 (%2)", "name (id) of a runner").arg(shown, id);
}

QVariant ChangesModel::conflictSide(const Row &row, int role) const
{
    if (row.kind != Kind::Conflict)
        return {};
    switch (role) {
    case BaseRole: return sideText(row.changes, false);
    case TheirsRole: return sideText(row.theirs, true);
    default: return sideText(row.changes, true);
    }
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return tip(row, index.column());
    case KindRole: return int(row.kind);
    case PathRole: return row.changes.constFirst().pathText();
    case RiskRole: return riskOf(row);
    case BaseRole:
    case TheirsRole:
    case MineRole: return conflictSide(row, role);
    case ChoiceRole: return int(row.choice);
    case TablesRole: return tablesOf(row.changes);
    case ChangesRole: return QVariant::fromValue(row.changes);
    default: return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn: return tr("Kind");
    case PlaceColumn: return tr("Field");
    case WasColumn: return isComparison() ? m_first : tr("Was");
    case WillColumn: return isComparison() ? m_second : tr("Will be");
    case NoteColumn: return isComparison() ? tr("Note") : tr("Risk");
    default: return {};
    }
}

bool ChangesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != ChoiceRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Row &row = m_rows[index.row()];
    if (row.kind != Kind::Conflict)
        return false;
    row.choice = MergeItem::Choice(value.toInt());
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT chosen(row.item, row.choice);
    return true;
}

} // namespace Sluice
