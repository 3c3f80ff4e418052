// SPDX-License-Identifier: Apache-2.0
#include "models/form/formmodel.h"

#include "models/definition/jsonpath.h"
#include "models/definition/secret/secretguard.h"
#include "models/form/fieldcheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr std::array sides{Side::Source, Side::Target};

QString parkingPlace(Side side, const QString &type)
{
    return sideKey(side) + u'/' + type.toLower();
}

} // namespace

FormModel::FormModel(QObject *parent)
    : QAbstractListModel(parent)
{
    reset({});
}

void FormModel::setDefinition(const QJsonObject &definition)
{
    m_isNew = false;
    reset(definition);
}

void FormModel::startNew()
{
    QJsonObject definition;
    addPresets(definition, commonFields());
    m_isNew = true;
    reset(definition);
}

void FormModel::reset(const QJsonObject &definition)
{
    beginResetModel();
    m_definition = definition;
    m_baseline = definition;
    m_visited.clear();
    m_serverErrors.clear();
    m_unplaced.clear();
    m_advice.clear();
    m_parked.clear();
    m_drafts.clear();
    m_parkedDrafts.clear();
    m_rows.clear();
    for (const Field &field : commonFields())
        m_rows.append(makeRow(field));
    for (const Side side : sides) {
        const TypeInfo *type = typeOf(side, m_definition);
        m_types.at(std::size_t(side)) = type;
        const QList<Row> rows = type ? makeRows(type->fields) : QList<Row>();
        for (qsizetype row = 0; row < rows.size(); ++row)
            m_rows.insert(typeRow(side) + 1 + row, rows.at(row));
    }
    endResetModel();
    Q_EMIT definitionChanged();
    Q_EMIT problemsChanged();
}

FormModel::Row FormModel::makeRow(const Field &field) const
{
    Row row;
    row.field = &field;
    row.path = QString::fromLatin1(field.path);
    row.value = value(row.path);
    row.isChanged = row.value != JsonPath::value(m_baseline, row.path);
    row.advice = adviceOn(field, row.path, row.value);
    return row;
}

QString FormModel::sourceType() const
{
    return typeIdOf(Side::Source, m_definition);
}

// What was set from outside comes first.
QString FormModel::adviceOn(const Field &field, const QString &path, const QJsonValue &value) const
{
    const auto given = m_advice.constFind(path);
    return given == m_advice.constEnd() ? FieldCheck::advice(field, value, sourceType()).text
                                        : *given;
}

FieldFix FormModel::fix(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    return m_advice.contains(row.path) || row.field->kind != FieldKind::Text
               ? FieldFix()
               : FieldCheck::advice(*row.field, row.value, sourceType()).fix;
}

bool FormModel::apply(const FieldFix &fix)
{
    QJsonObject next = m_definition;
    for (const auto &[path, value] : fix.values)
        JsonPath::setValue(next, path, value);
    return setEdited(next);
}

QList<FormModel::Row> FormModel::makeRows(std::span<const Field> fields) const
{
    QList<Row> rows;
    rows.reserve(qsizetype(fields.size()));
    for (const Field &field : fields)
        rows.append(makeRow(field));
    return rows;
}

int FormModel::typeRow(Side side) const
{
    return indexOf(sideKey(side) + u".type"_s).row();
}

int FormModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FormModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows.at(index.row());
    const Field &field = *row.field;
    switch (role) {
    case Qt::DisplayRole:
    case LabelRole: return QCoreApplication::translate("Form", field.label);
    case PathRole: return row.path;
    case FieldRole: return QVariant::fromValue(reinterpret_cast<quintptr>(row.field));
    case KindRole: return int(field.kind);
    case SectionRole: return int(field.section);
    case ValueRole: return QVariant::fromValue(row.value);
    case RequiredRole: return field.required;
    case HelpRole: return field.help ? QCoreApplication::translate("Form", field.help) : QString();
    case ErrorRole: return row.error;
    case AdviceRole: return row.advice;
    case ChangedRole: return row.isChanged;
    default: return {};
    }
}

bool FormModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != ValueRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    QJsonValue json(QJsonValue::Undefined);
    if (value.userType() == QMetaType::QJsonValue)
        json = value.value<QJsonValue>();
    else if (value.isValid())
        json = QJsonValue::fromVariant(value);
    return setValue(m_rows.at(index.row()).path, json);
}

QHash<int, QByteArray> FormModel::roleNames() const
{
    return {{PathRole, "path"},         {FieldRole, "field"},    {KindRole, "kind"},
            {SectionRole, "section"},   {LabelRole, "label"},    {ValueRole, "value"},
            {RequiredRole, "required"}, {HelpRole, "help"},      {ErrorRole, "error"},
            {AdviceRole, "advice"},     {ChangedRole, "changed"}};
}

QModelIndex FormModel::indexOf(const QString &path) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&path](const Row &row) { return row.path == path; });
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
}

QJsonValue FormModel::value(const QString &path) const
{
    return JsonPath::value(m_definition, path);
}

bool FormModel::setValue(const QString &path, const QJsonValue &value)
{
    if (this->value(path) == value)
        return true;
    for (const Side side : sides) {
        if (path == sideKey(side) + u".type"_s)
            return changeType(side, value);
    }
    QJsonObject next = m_definition;
    JsonPath::setValue(next, path, value);
    if (SecretGuard::judge(next, {m_definition}).isSure())
        return false;
    dropDrafts(path);
    apply(next, path);
    return true;
}

bool FormModel::setEdited(const QJsonObject &definition)
{
    if (definition == m_definition)
        return true;
    if (SecretGuard::judge(definition, {m_definition, m_baseline}).isSure())
        return false;
    const QJsonObject former = std::exchange(m_definition, definition);
    const auto isMoved = [this, &former](const QString &path) {
        return JsonPath::value(former, path) != value(path);
    };
    QStringList places = errorPlaces();
    places.append(m_drafts.keys());
    for (const QString &path : std::as_const(places)) {
        if (!isMoved(path))
            continue;
        dropDrafts(path);
        dropServerErrors(path);
    }
    swapRows();
    refreshRows([](const Row &) { return true; });
    Q_EMIT definitionChanged();
    return true;
}

void FormModel::setBaseline(const QJsonObject &baseline)
{
    m_baseline = baseline;
    m_isNew = false;
    refreshRows([](const Row &) { return true; });
}

bool FormModel::changeType(Side side, const QJsonValue &type)
{
    const QString key = sideKey(side);
    const QString former = typeIdOf(side, m_definition);
    QJsonObject next = m_definition;
    if (former.compare(type.toString(), Qt::CaseInsensitive) == 0) {
        JsonPath::setValue(next, key + u".type"_s, type); // another spelling of the same type
        apply(next, key + u".type"_s);
        return true;
    }
    if (!former.isEmpty())
        m_parked.insert(parkingPlace(side, former), next.value(key).toObject());
    parkDrafts(parkingPlace(side, former), parkingPlace(side, type.toString()), key);
    const auto parked = m_parked.constFind(parkingPlace(side, type.toString()));
    if (type.toString().isEmpty()) {
        next.remove(key);
    } else if (parked != m_parked.constEnd()) {
        next.insert(key, *parked);
    } else {
        next = withType(m_definition, side, type.toString());
        const TypeInfo *info = typeOf(side, next);
        if (m_isNew && info)
            addPresets(next, info->fields);
    }
    apply(next, key);
    return true;
}

void FormModel::apply(const QJsonObject &definition, const QString &path)
{
    m_definition = definition;
    const QSet<QString> answered = dropServerErrors(path);
    swapRows();
    QString scope = path; // rows of a group depend on each other
    for (const Row &row : std::as_const(m_rows)) {
        if (row.field->kind == FieldKind::Group && JsonPath::isAtOrBelow(path, row.path))
            scope = row.path;
    }
    refreshRows([&](const Row &row) {
        return JsonPath::isAtOrBelow(row.path, scope) || JsonPath::isAtOrBelow(path, row.path) ||
               answered.contains(row.path);
    });
    Q_EMIT definitionChanged();
}

void FormModel::swapRows()
{
    for (const Side side : sides) {
        const TypeInfo *type = typeOf(side, m_definition);
        const TypeInfo *former = std::exchange(m_types.at(std::size_t(side)), type);
        if (type == former)
            continue;
        const int first = typeRow(side) + 1;
        if (former) {
            const int count = int(former->fields.size());
            beginRemoveRows({}, first, first + count - 1);
            m_rows.remove(first, count);
            endRemoveRows();
        }
        if (type) {
            const QList<Row> rows = makeRows(type->fields);
            beginInsertRows({}, first, first + int(rows.size()) - 1);
            for (qsizetype row = 0; row < rows.size(); ++row)
                m_rows.insert(first + row, rows.at(row));
            endInsertRows();
        }
        m_problemsMoved = true;
    }
}

} // namespace Sluice
