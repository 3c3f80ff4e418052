// SPDX-License-Identifier: Apache-2.0
#include "models/document/diff.h"

#include "models/definition/definitiontypes.h"
#include "models/definition/secret/secretparts.h"
#include "models/definition/sections.h"
#include "models/definition/tableset.h"
#include "models/json/jsonnumber.h"
#include "models/json/jsontext.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The fields of both definitions by their path, with their order in the form.
class Places
{
public:
    Places(const QJsonObject &base, const QJsonObject &mine)
    {
        add(fieldsOf(mine));
        add(fieldsOf(base));
    }

    // The field at this path, or the innermost one above it.
    const Field *fieldOf(DefinitionPath path) const
    {
        for (; !path.isEmpty(); path.leave()) {
            const auto found = m_fields.constFind(path);
            if (found != m_fields.constEnd())
                return found->field;
        }
        return nullptr;
    }

    qsizetype orderOf(const Field *field) const
    {
        return field ? m_fields.value(field->definitionPath()).order : m_fields.size();
    }

private:
    struct OrderedField {
        const Field *field = nullptr;
        qsizetype order = 0;
    };

    void add(const QList<const Field *> &fields)
    {
        for (const Field *field : fields) {
            const DefinitionPath path = field->definitionPath();
            if (!m_fields.contains(path))
                m_fields.insert(path, {field, m_fields.size()});
        }
    }

    QHash<DefinitionPath, OrderedField> m_fields;
};

bool isEqualText(const QJsonValue &one, const QJsonValue &other)
{
    return one == other || (one.isString() && other.isString() &&
                            one.toString().compare(other.toString(), Qt::CaseInsensitive) == 0);
}

bool isSameReference(const QJsonValue &one, const QJsonValue &other)
{
    if (!one.isObject() || !other.isObject())
        return one == other;
    QJsonObject reference = one.toObject();
    const QJsonObject second = other.toObject();
    if (isEqualText(reference.value(SecretPartKey::provider),
                    second.value(SecretPartKey::provider)) &&
        reference.contains(SecretPartKey::provider))
        reference.insert(SecretPartKey::provider, second.value(SecretPartKey::provider));
    return reference == second;
}

bool isRenamed(const QJsonValue &was, const QJsonValue &will)
{
    QJsonObject one = was.toObject();
    QJsonObject other = will.toObject();
    const QJsonValue schema = one.take("schema"_L1);
    const QJsonValue table = one.take("table"_L1);
    const bool isSameSchema = schema.isString() && other.take("schema"_L1) == schema;
    const bool isSameTable = table.isString() && other.take("table"_L1) == table;
    return isSameSchema != isSameTable && JsonNumber::isSameMeaning(one, other);
}

// The tables of one list that the other has not, by the last table before them that both have.
QHash<QString, QStringList> ownTables(const TableSet &list, const TableSet &other)
{
    QHash<QString, QStringList> own;
    QString before;
    for (const QString &id : list.ids()) {
        if (other.contains(id))
            before = id;
        else
            own[before].append(id);
    }
    return own;
}

// The new tables by the former ones in whose place they stand. Where a place has more tables than
// before, or fewer, nobody can tell which is which.
QHash<QString, QString> renamedTables(const TableSet &base, const TableSet &mine)
{
    QHash<QString, QString> renames;
    const QHash<QString, QStringList> gone = ownTables(base, mine);
    const QHash<QString, QStringList> come = ownTables(mine, base);
    for (auto place = gone.cbegin(); place != gone.cend(); ++place) {
        const QStringList others = come.value(place.key());
        if (others.size() != place->size())
            continue;
        for (qsizetype at = 0; at < others.size(); ++at) {
            if (isRenamed(base.entry(place->at(at)), mine.entry(others.at(at))))
                renames.insert(place->at(at), others.at(at));
        }
    }
    return renames;
}

class Comparison
{
public:
    Comparison(const QJsonObject &base, const QJsonObject &mine)
        : m_places(base, mine)
    {
        compareObjects({}, base, mine);
        std::stable_sort(m_changes.begin(), m_changes.end(),
                         [this](const Change &one, const Change &other) {
                             return m_places.orderOf(one.field) < m_places.orderOf(other.field);
                         });
    }

    const QList<Change> &changes() const { return m_changes; }

private:
    void compareObjects(const DefinitionPath &path, const QJsonObject &base,
                        const QJsonObject &mine)
    {
        for (auto it = base.begin(); it != base.end(); ++it)
            compare(path.child(it.key()), it.value(), mine.value(it.key()));
        for (auto it = mine.begin(); it != mine.end(); ++it) {
            if (!base.contains(it.key()))
                compare(path.child(it.key()), QJsonValue(QJsonValue::Undefined), it.value());
        }
    }

    void compare(const DefinitionPath &path, const QJsonValue &was, const QJsonValue &will)
    {
        if (JsonNumber::isSameMeaning(was, will))
            return;
        const Field *field = m_places.fieldOf(path);
        const bool isWhole = field && field->definitionPath() == path;
        if (isWhole && field->kind == FieldKind::Secret) {
            if (!isSameReference(was, will))
                add(path, field, was, will);
            return;
        }
        if (isWhole && (field->kind == FieldKind::Choice || field->kind == FieldKind::Type) &&
            isEqualText(was, will))
            return;
        if (isWhole && field->kind == FieldKind::Tables && isListOrAbsent(was, will)) {
            compareTables(path, field, was, will);
            return;
        }
        if (isObjectOrAbsent(was, will))
            compareObjects(path, was.toObject(), will.toObject());
        else
            add(path, field, was, will);
    }

    // An object that only one side has is shown by what is in it. An empty one is shown itself.
    static bool isObjectOrAbsent(const QJsonValue &one, const QJsonValue &other)
    {
        if (one.isUndefined())
            return !other.toObject().isEmpty();
        return one.isObject() &&
               (other.isObject() || (other.isUndefined() && one != QJsonObject()));
    }

    static bool isListOrAbsent(const QJsonValue &one, const QJsonValue &other)
    {
        if (one.isUndefined())
            return !other.toArray().isEmpty();
        return one.isArray() && (other.isArray() || (other.isUndefined() && one != QJsonArray()));
    }

    void compareTables(const DefinitionPath &path, const Field *field, const QJsonValue &was,
                       const QJsonValue &will)
    {
        const TableSet base(was.toArray());
        const TableSet mine(will.toArray());
        const QHash<QString, QString> renames = renamedTables(base, mine);
        QSet<QString> told;
        const QJsonValue none(QJsonValue::Undefined);
        for (const QString &id : base.ids()) {
            if (JsonNumber::isSameMeaning(base.entry(id), mine.entry(id)))
                continue;
            add(path, field, base.entry(id), mine.entry(id), id);
            const QString other = renames.value(id);
            if (other.isEmpty())
                continue;
            m_changes.last().renamed = other;
            add(path, field, none, mine.entry(other), other);
            m_changes.last().renamed = id;
            told.insert(other);
        }
        for (const QString &id : mine.ids()) {
            if (!base.contains(id) && !told.contains(id))
                add(path, field, none, mine.entry(id), id);
        }
    }

    void add(const DefinitionPath &path, const Field *field, const QJsonValue &was,
             const QJsonValue &will, const QString &table = {})
    {
        const Change::Kind kind = was.isUndefined()    ? Change::Kind::Added
                                  : will.isUndefined() ? Change::Kind::Removed
                                                       : Change::Kind::Changed;
        m_changes.append({kind, path, table, {}, was, will, field});
    }

    Places m_places;
    QList<Change> m_changes;
};

QString jsonOf(const QJsonValue &value)
{
    return QString::fromUtf8(compactJson(value));
}

QString referenceText(const QJsonObject &reference)
{
    QStringList parts;
    for (const SecretPartInfo &info : secretParts) {
        const QJsonValue part = reference.value(info.key);
        if (!part.isUndefined())
            parts.append(part.isString() ? part.toString() : jsonOf(part));
    }
    return parts.join(u" › "_s);
}

} // namespace

QString placeText(const QJsonObject &definition, const DefinitionPath &path)
{
    Change change;
    change.path = path;
    const QList<const Field *> fields = fieldsOf(definition);
    for (const Field *field : fields) {
        if (path.isAtOrBelow(field->definitionPath()) &&
            (!change.field || qstrlen(field->path) > qstrlen(change.field->path)))
            change.field = field;
    }
    return change.place();
}

QList<const Field *> fieldsOf(const QJsonObject &definition)
{
    QList<const Field *> fields;
    for (const Field &field : commonFields())
        fields.append(&field);
    for (const Side side : {Side::Source, Side::Target}) {
        const TypeInfo *type = typeOf(side, definition);
        for (const Field &field : type ? type->fields : std::span<const Field>())
            fields.append(&field);
    }
    std::stable_sort(fields.begin(), fields.end(), [](const Field *one, const Field *other) {
        return one->section < other->section;
    });
    return fields;
}

QList<Change> semanticDiff(const QJsonObject &base, const QJsonObject &mine)
{
    return base == mine ? QList<Change>() : Comparison(base, mine).changes();
}

QJsonArray changedTables(const QJsonArray &tables, const QList<Change> &changes,
                         Direction direction)
{
    QHash<QString, QJsonValue> results;
    for (const Change &change : changes)
        results.insert(change.table, direction == Direction::Make ? change.will : change.was);
    const TableSet present(tables);
    QList<std::pair<QString, QJsonValue>> entries;
    for (const Change &change : changes) {
        const QJsonValue result = results.value(change.table);
        const QString &coming = result.isUndefined() ? change.renamed : change.table;
        // A list that has the coming table already keeps it in its own place.
        const bool isWhole =
            change.isRename() && results.contains(change.renamed) && !present.contains(coming);
        if (!isWhole)
            entries.append({change.table, result});
        else if (result.isUndefined()) // the half that goes gives its place to the other one
            entries.append({change.table, results.value(change.renamed)});
    }
    return TableSet::with(tables, entries);
}

QString Change::tableName() const
{
    return isTable() ? TableSet::nameOf(was.isUndefined() ? will : was) : QString();
}

QString Change::pathText() const
{
    const QString dotted = path.text();
    return isTable() ? u"%1[%2]"_s.arg(dotted, tableName()) : dotted;
}

QString Change::place() const
{
    if (!field)
        return pathText();
    const QString section = sectionTitle(field->section);
    const QString label = QCoreApplication::translate("Form", field->label);
    QStringList parts{section};
    if (label != section)
        parts.append(label);
    const QString below = path.keys().mid(field->definitionPath().size()).join(u'.');
    if (!below.isEmpty())
        parts.append(below);
    return parts.join(u" › "_s);
}

QString Change::risk() const
{
    if (isTable() && kind == Kind::Removed)
        return QCoreApplication::translate("Form", "May need a new snapshot");
    return field && field->risk ? QCoreApplication::translate("Form", field->risk) : QString();
}

QString valueText(const Change &change, const QJsonValue &value)
{
    if (value.isUndefined())
        return {};
    if (change.isTable()) {
        // A table that stays has changed in its other properties: show the whole entry.
        const bool stays = !change.was.isUndefined() && !change.will.isUndefined();
        return stays ? jsonOf(value) : change.tableName();
    }
    if (change.field && change.field->kind == FieldKind::Secret && value.isObject())
        return referenceText(value.toObject());
    const bool isTyped = !change.field || change.field->kind == FieldKind::Map;
    if (value.isString() && !isTyped && !value.toString().isEmpty())
        return value.toString();
    return jsonOf(value);
}

} // namespace Sluice
