// SPDX-License-Identifier: Apache-2.0
#include "models/form/formmodel.h"

#include "models/definition/secret/secretguard.h"
#include "models/form/fieldcheck.h"
#include "models/form/servermessages.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr std::array sides{Side::Source, Side::Target};

DefinitionPath typePath(Side side)
{
    return {sideKey(side), u"type"_s};
}

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
    m_serverErrors = {};
    m_advice.clear();
    m_parked.clear();
    m_drafts = {};
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
    row.path = field.definitionPath();
    row.value = row.path.valueIn(m_definition);
    row.isChanged = row.value != row.path.valueIn(m_baseline);
    row.advice = adviceOn(field, row.path, row.value);
    return row;
}

QString FormModel::sourceType() const
{
    return typeIdOf(Side::Source, m_definition);
}

// Advice that was set from outside comes first.
QString FormModel::adviceOn(const Field &field, const DefinitionPath &path,
                            const QJsonValue &value) const
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
        path.setAndPruneIn(next, value);
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
    return indexOf(typePath(side).text()).row();
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
    case PathRole: return QString::fromLatin1(field.path);
    case FieldRole: return QVariant::fromValue(row.field);
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
    return set(m_rows.at(index.row()).path, json);
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
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&path](const Row &row) {
        return path == QLatin1StringView(row.field->path);
    });
    return found == m_rows.end() ? QModelIndex() : index(int(found - m_rows.begin()));
}

QJsonValue FormModel::value(const QString &path) const
{
    return DefinitionPath::fromText(path).valueIn(m_definition);
}

bool FormModel::setValue(const QString &path, const QJsonValue &value)
{
    return set(DefinitionPath::fromText(path), value);
}

bool FormModel::set(const DefinitionPath &path, const QJsonValue &value)
{
    if (path.valueIn(m_definition) == value)
        return true;
    for (const Side side : sides) {
        if (path == typePath(side))
            return changeType(side, value);
    }
    QJsonObject next = m_definition;
    path.setAndPruneIn(next, value);
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
    const QList<DefinitionPath> paths = m_serverErrors.paths() + m_drafts.paths();
    for (const DefinitionPath &path : paths) {
        if (path.valueIn(former) == path.valueIn(m_definition))
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
        typePath(side).setAndPruneIn(next, type); // another spelling of the same type
        apply(next, typePath(side));
        return true;
    }
    if (!former.isEmpty())
        m_parked.insert(parkingPlace(side, former), next.value(key).toObject());
    if (m_drafts.exchange({key}, parkingPlace(side, former), parkingPlace(side, type.toString())))
        m_problemsMoved = true;
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
    apply(next, {key});
    return true;
}

void FormModel::apply(const QJsonObject &definition, const DefinitionPath &path)
{
    m_definition = definition;
    const QSet<DefinitionPath> answered = dropServerErrors(path);
    swapRows();
    DefinitionPath scope = path; // rows of a group depend on each other
    for (const Row &row : std::as_const(m_rows)) {
        if (row.field->kind == FieldKind::Group && path.isAtOrBelow(row.path))
            scope = row.path;
    }
    refreshRows([&](const Row &row) {
        return row.path.isAtOrBelow(scope) || path.isAtOrBelow(row.path) ||
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

void FormModel::refreshRows(const std::function<bool(const Row &)> &isWanted)
{
    // Refreshes all rows before it tells of any: a view may look at another row then, or edit.
    QList<std::pair<QPersistentModelIndex, QList<int>>> differing;
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (!isWanted(m_rows.at(row)))
            continue;
        const QList<int> roles = refreshRow(row);
        if (!roles.isEmpty())
            differing.append({QPersistentModelIndex(index(row)), roles});
        m_problemsMoved = m_problemsMoved || roles.contains(ErrorRole);
    }
    for (const auto &[place, roles] : std::as_const(differing)) {
        if (place.isValid())
            Q_EMIT dataChanged(place, place, roles);
    }
    if (std::exchange(m_problemsMoved, false))
        Q_EMIT problemsChanged();
}

QList<int> FormModel::refreshRow(int row)
{
    QList<int> roles;
    const auto update = [&roles](auto &member, const auto &now, int role) {
        if (member == now)
            return;
        member = now;
        roles.append(role);
    };
    Row &shown = m_rows[row];
    const QJsonValue now = shown.path.valueIn(m_definition);
    const bool isChanged = now != shown.path.valueIn(m_baseline);
    const QString advice = adviceOn(*shown.field, shown.path, now);
    update(shown.value, now, ValueRole);
    update(shown.error, shownError(row), ErrorRole);
    update(shown.advice, advice, AdviceRole);
    update(shown.isChanged, isChanged, ChangedRole);
    return roles;
}

const FormModel::Row *FormModel::groupOf(const Row &row) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&row](const Row &group) {
        return group.field->kind == FieldKind::Group && group.path != row.path &&
               row.path.isAtOrBelow(group.path);
    });
    return found == m_rows.end() ? nullptr : &*found;
}

QString FormModel::checkRow(int row) const
{
    const Row &checked = m_rows.at(row);
    if (const FieldDrafts::Draft *draft = m_drafts.find(checked.path))
        return draft->problem;
    const Row *group = groupOf(checked);
    if (group && FieldCheck::isAbsent(*group->field, group->path.valueIn(m_definition)))
        return {};
    return FieldCheck::problem(*checked.field, checked.path.valueIn(m_definition));
}

bool FormModel::isMissing(int row) const
{
    const Row &checked = m_rows.at(row);
    return !m_drafts.contains(checked.path) && FieldCheck::isAbsent(*checked.field, checked.value);
}

bool FormModel::isVisited(const Row &row) const
{
    if (row.field->kind != FieldKind::Group)
        return m_visited.contains(row.path);
    return std::any_of(m_visited.begin(), m_visited.end(),
                       [&row](const DefinitionPath &path) { return path.isAtOrBelow(row.path); });
}

QString FormModel::shownError(int row) const
{
    const Row &shown = m_rows.at(row);
    const QString problem = isVisited(shown) ? checkRow(row) : QString();
    return ServerMessages::text(*shown.field, problem, m_serverErrors.at(shown.path));
}

void FormModel::visitRows(const std::function<bool(const Row &)> &isWanted)
{
    const qsizetype before = m_visited.size();
    for (const Row &row : std::as_const(m_rows)) {
        if (isWanted(row))
            m_visited.insert(row.path);
    }
    if (m_visited.size() != before)
        refreshRows([](const Row &) { return true; });
}

void FormModel::markVisited(const QModelIndex &index)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return;
    const DefinitionPath path = m_rows.at(index.row()).path;
    visitRows([&path](const Row &row) { return row.path == path; });
}

void FormModel::markSectionVisited(Section section)
{
    visitRows([section](const Row &row) { return row.field->section == section; });
}

void FormModel::markAllVisited()
{
    visitRows([](const Row &) { return true; });
}

void FormModel::setServerErrors(const QList<Violation> &violations)
{
    QList<DefinitionPath> rows;
    for (const Row &row : std::as_const(m_rows))
        rows.append(row.path);
    const QList<Violation> formerUnplaced = m_serverErrors.unplaced();
    m_serverErrors.place(violations, rows);
    m_problemsMoved = m_serverErrors.unplaced() != formerUnplaced;
    refreshRows([](const Row &) { return true; });
}

// Returns the rows that showed one of them.
QSet<DefinitionPath> FormModel::dropServerErrors(const DefinitionPath &path)
{
    const ServerErrors::Dropped dropped = m_serverErrors.drop(path);
    m_problemsMoved = m_problemsMoved || dropped.hasUnplaced;
    return dropped.rows;
}

QList<Violation> FormModel::serverErrors(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    QList<Violation> relative = m_serverErrors.at(row.path);
    for (Violation &violation : relative)
        violation.field = ServerMessages::placeIn(*row.field, violation.field);
    return relative;
}

void FormModel::setAdvice(const QString &path, const QString &text)
{
    const DefinitionPath place = DefinitionPath::fromText(path);
    if (text.isEmpty())
        m_advice.remove(place);
    else
        m_advice.insert(place, text);
    refreshRows([&place](const Row &row) { return row.path == place; });
}

void FormModel::setDraft(const QString &path, const QString &problem, const QJsonValue &content)
{
    const DefinitionPath place = DefinitionPath::fromText(path);
    if (!m_drafts.set(place, problem, content))
        return;
    m_problemsMoved = true;
    refreshRows([&place](const Row &row) { return row.path == place; });
}

QJsonValue FormModel::draft(const QString &path) const
{
    const FieldDrafts::Draft *draft = m_drafts.find(DefinitionPath::fromText(path));
    return draft ? draft->content : QJsonValue(QJsonValue::Undefined);
}

QJsonObject FormModel::drafts() const
{
    return m_drafts.toJson();
}

void FormModel::setDrafts(const QJsonObject &drafts)
{
    for (auto it = drafts.begin(); it != drafts.end(); ++it)
        setDraft(it.key(), it.value()["problem"_L1].toString(), it.value()["content"_L1]);
}

void FormModel::clearDrafts()
{
    if (m_drafts.isEmpty())
        return;
    m_drafts.clear();
    m_problemsMoved = true;
    refreshRows([](const Row &) { return true; });
}

QString FormModel::draftLabel() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [this](const Row &row) { return m_drafts.contains(row.path); });
    return found == m_rows.end() ? QString()
                                 : index(int(found - m_rows.begin())).data(LabelRole).toString();
}

void FormModel::dropDrafts(const DefinitionPath &path)
{
    m_problemsMoved = m_drafts.drop(path) || m_problemsMoved;
}

int FormModel::problemCount(Section section) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [section](const Row &row) {
        return row.field->section == section && !row.error.isEmpty();
    }));
}

int FormModel::problemCount() const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(),
                             [](const Row &row) { return !row.error.isEmpty(); }));
}

QModelIndex FormModel::nextProblem(const QModelIndex &from, bool backwards) const
{
    const int count = int(m_rows.size());
    const int step = backwards ? -1 : 1;
    int row = from.isValid() ? from.row() : backwards ? 0 : -1;
    for (int tried = 0; tried < count; ++tried) {
        row = (row + step + count) % count;
        if (!m_rows.at(row).error.isEmpty())
            return index(row);
    }
    return {};
}

} // namespace Sluice
