// SPDX-License-Identifier: Apache-2.0
#include "models/form/propertymapmodel.h"

#include "models/json/jsonnumber.h"
#include "models/json/jsontext.h"
#include "models/support/invisibletext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

PropertyMapModel::Type typeOf(const QJsonValue &value)
{
    using Type = PropertyMapModel::Type;
    if (value.isString())
        return Type::Text;
    if (value.isBool())
        return Type::Boolean;
    return JsonNumber::is(value) ? Type::Number : Type::Other;
}

// Turns a number as people type it into JSON, which does not know "+5", ".5" and "007". A number of
// JSON stays exactly as it is.
QByteArray jsonNumber(const QString &text)
{
    static const QRegularExpression typed(
        uR"(^([+-]?)(?=\.?[0-9])0*([0-9]*)(\.[0-9]*)?([eE][+-]?[0-9]+)?$)"_s);
    QByteArray plain = text.toLatin1();
    const QRegularExpressionMatch match = typed.match(text);
    if (JsonNumber::isNumber(plain) || !match.hasMatch())
        return plain;
    const QString whole = match.captured(2).isEmpty() ? u"0"_s : match.captured(2);
    const QString fraction = match.captured(3) == u"."_s ? QString() : match.captured(3);
    const QString sign = match.captured(1) == u"-"_s ? u"-"_s : QString();
    return (sign + whole + fraction + match.captured(4)).toLatin1();
}

} // namespace

PropertyMapModel::Row PropertyMapModel::makeRow(const QString &name, const QJsonValue &value)
{
    return {name, typeOf(value), value};
}

void PropertyMapModel::setMap(const QJsonObject &map)
{
    beginResetModel();
    m_rows.clear();
    for (auto it = map.begin(); it != map.end(); ++it)
        m_rows.append(makeRow(it.key(), it.value()));
    m_rows.append(Row{});
    endResetModel();
}

QJsonObject PropertyMapModel::map() const
{
    QJsonObject map;
    for (int row = 0; row < m_rows.size() - 1; ++row) {
        const Row &property = m_rows.at(row);
        if (!property.name.isEmpty() && !property.value.isUndefined() &&
            !map.contains(property.name))
            map.insert(property.name, property.value);
    }
    return map;
}

QJsonArray PropertyMapModel::rows() const
{
    QJsonArray rows;
    for (const Row &row : m_rows.first(m_rows.size() - 1)) {
        QJsonObject kept{{u"name"_s, row.name}, {u"type"_s, int(row.type)}};
        if (row.value.isUndefined())
            kept.insert(u"invalid"_s, row.invalidText);
        else
            kept.insert(u"value"_s, row.value);
        rows.append(kept);
    }
    return rows;
}

void PropertyMapModel::setRows(const QJsonArray &rows)
{
    beginResetModel();
    m_rows.clear();
    for (const QJsonValue &row : rows)
        m_rows.append({row["name"_L1].toString(), Type(row["type"_L1].toInt()), row["value"_L1],
                       row["invalid"_L1].toString()});
    m_rows.append(Row{});
    endResetModel();
}

int PropertyMapModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PropertyMapModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString PropertyMapModel::valueText(const Row &row)
{
    if (row.value.isUndefined())
        return row.invalidText;
    return row.type == Type::Other ? QString::fromUtf8(compactJson(row.value))
                                   : valueAsText(row.value);
}

QString PropertyMapModel::error(int row, int column) const
{
    const Row &property = m_rows.at(row);
    if (isAddRow(row))
        return {};
    if (column == ValueColumn && property.value.isUndefined())
        return tr("Enter a number, or make it a text.");
    if (column != NameColumn)
        return {};
    if (property.name.isEmpty())
        return tr("Enter a name.");
    const bool isRepeated =
        std::any_of(m_rows.begin(), m_rows.begin() + row,
                    [&property](const Row &other) { return other.name == property.name; });
    return isRepeated ? tr("This name is taken by another row.") : QString();
}

QStringList PropertyMapModel::errors() const
{
    QStringList all;
    for (int row = 0; row < m_rows.size(); ++row) {
        for (int column = 0; column < ColumnCount; ++column)
            all.append(error(row, column));
    }
    return all;
}

bool PropertyMapModel::hasErrors() const
{
    return !problem().isEmpty();
}

QString PropertyMapModel::problem() const
{
    const QStringList all = errors();
    const auto first = std::find_if(all.begin(), all.end(),
                                    [](const QString &message) { return !message.isEmpty(); });
    return first == all.end()
               ? QString()
               : tr("Row %1: %2").arg((first - all.begin()) / ColumnCount + 1).arg(*first);
}

QVariant PropertyMapModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const bool shows = role == Qt::DisplayRole || role == Qt::EditRole;
    if (role == TypeRole)
        return int(row.type);
    if (role == ErrorRole || role == Qt::ToolTipRole)
        return error(index.row(), index.column());
    if (shows && index.column() == NameColumn)
        return row.name;
    if (shows && index.column() == ValueColumn)
        return role == Qt::EditRole && row.type == Type::Boolean ? row.value.toVariant()
                                                                 : QVariant(valueText(row));
    if (role == Qt::EditRole)
        return int(row.type);
    if (role != Qt::DisplayRole || (isAddRow(index.row()) && row.type == Type::Text))
        return {};
    switch (row.type) {
    case Type::Text: return tr("Text");
    case Type::Number: return tr("Number");
    case Type::Boolean: return tr("True or false");
    case Type::Other: return tr("Other");
    }
    return {};
}

QVariant PropertyMapModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation == Qt::Vertical)
        return {};
    switch (section) {
    case NameColumn: return tr("Property");
    case TypeColumn: return tr("Type");
    case ValueColumn: return tr("Value");
    default: return {};
    }
}

void PropertyMapModel::setText(Row &row, const QString &text)
{
    row.invalidText.clear();
    switch (row.type) {
    case Type::Text: row.value = text; break;
    case Type::Number:
        row.value = JsonNumber::value(jsonNumber(text.trimmed()));
        row.invalidText = row.value.isUndefined() ? text : QString();
        break;
    case Type::Boolean:
        row.value = text.trimmed().compare("true"_L1, Qt::CaseInsensitive) == 0;
        break;
    case Type::Other: break;
    }
}

void PropertyMapModel::changeType(Row &row, Type type)
{
    if (row.type == type)
        return;
    const bool comesBack = row.type == Type::Boolean && !row.formerText.isEmpty();
    const QString text = comesBack ? std::exchange(row.formerText, {}) : valueText(row);
    row.type = type;
    if (type == Type::Boolean)
        row.formerText = text;
    setText(row, text);
}

bool PropertyMapModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    Row changed = m_rows.at(index.row());
    switch (index.column()) {
    case NameColumn: changed.name = InvisibleText::trimmed(value.toString()); break;
    case TypeColumn: {
        const int type = value.toInt();
        if (changed.type == Type::Other || type < int(Type::Text) || type >= int(Type::Other))
            return false;
        changeType(changed, Type(type));
        break;
    }
    case ValueColumn:
        if (changed.type == Type::Other)
            return false;
        setText(changed, value.toString());
        changed.formerText.clear();
        break;
    default: return false;
    }
    return change(index, changed);
}

bool PropertyMapModel::change(const QModelIndex &index, const Row &changed)
{
    Row &row = m_rows[index.row()];
    if (row.name == changed.name && row.type == changed.type && row.value == changed.value &&
        row.invalidText == changed.invalidText && row.formerText == changed.formerText)
        return true;
    const bool becomesProperty = isAddRow(index.row()) && index.column() != TypeColumn;
    QStringList former = errors();
    row = changed;
    Q_EMIT dataChanged(index.siblingAtColumn(NameColumn), index.siblingAtColumn(ValueColumn),
                       {Qt::DisplayRole, Qt::EditRole, TypeRole});
    if (becomesProperty) {
        const int last = int(m_rows.size());
        beginInsertRows({}, last, last);
        m_rows.append(Row{});
        endInsertRows();
        former.resize(m_rows.size() * ColumnCount);
    }
    markErrors(former);
    Q_EMIT edited();
    return true;
}

void PropertyMapModel::markErrors(const QStringList &former)
{
    const QStringList now = errors();
    for (int cell = 0; cell < now.size(); ++cell) {
        if (now.at(cell) == former.at(cell))
            continue;
        const QModelIndex place = index(cell / ColumnCount, cell % ColumnCount);
        Q_EMIT dataChanged(place, place, {ErrorRole, Qt::ToolTipRole});
    }
}

bool PropertyMapModel::removeRows(int row, int count, const QModelIndex &parent)
{
    if (parent.isValid() || row < 0 || count < 1 || row + count > m_rows.size() - 1)
        return false;
    QStringList former = errors();
    former.remove(qsizetype(row) * ColumnCount, qsizetype(count) * ColumnCount);
    beginRemoveRows({}, row, row + count - 1);
    m_rows.remove(row, count);
    endRemoveRows();
    markErrors(former);
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags PropertyMapModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return flags;
    const bool isReadOnly =
        m_rows.at(index.row()).type == Type::Other && index.column() != NameColumn;
    return isReadOnly ? flags : flags | Qt::ItemIsEditable;
}

} // namespace Sluice
