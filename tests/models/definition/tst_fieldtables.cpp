// SPDX-License-Identifier: Apache-2.0
#include "models/definition/pipelinetypes.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// The component schemas of the API description, as far as the field tables need them. The file is
// written in one plain style, so that its indentation says all.
class Schemas
{
public:
    explicit Schemas(const QString &fileName)
    {
        QFile file(fileName);
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
        bool isInside = false;
        QString name;
        for (const QString &line : lines) {
            if (line == "  schemas:"_L1)
                isInside = true;
            else if (isInside && line.startsWith("    "_L1) && line.at(4) != u' ')
                name = line.trimmed().chopped(1);
            else if (!name.isEmpty())
                m_lines[name].append(line);
        }
    }

    // The schema that the dotted path leads to, or the type of a plain value; empty when the path
    // is not in the description.
    QString resolve(QString schema, const QStringList &keys, const QString &type) const
    {
        for (const QString &key : keys) {
            schema = property(variant(schema, type), key);
            if (schema.isEmpty())
                return {};
        }
        return schema;
    }

    // The schema behind a discriminator, or the schema itself.
    QString variant(const QString &schema, const QString &type) const
    {
        const QString found = firstMatch(schema, u"^ {10}%1: .*schemas/(\\w+)"_s.arg(type));
        return found.isEmpty() ? schema : found;
    }

    QStringList list(const QString &schema, const QString &key) const
    {
        return firstMatch(schema, u"^ {6}%1: \\[(.*)\\]"_s.arg(key))
            .split(u", "_s, Qt::SkipEmptyParts);
    }

    bool isEmpty() const { return m_lines.isEmpty(); }

    // The schema a property refers to; what it says of itself when it refers to none.
    QString property(const QString &schema, const QString &key) const
    {
        QString block;
        for (const QString &line : m_lines.value(schema)) {
            if (line.startsWith("        "_L1) && line.at(8) != u' ' && !block.isEmpty())
                break;
            if (line.startsWith(u"        "_s + key + u':') || !block.isEmpty())
                block += line.trimmed() + u' ';
        }
        static const QRegularExpression reference(u"schemas/(\\w+)"_s);
        const auto match = reference.match(block);
        return match.hasMatch() ? match.captured(1) : block.section(u':', 1).trimmed();
    }

private:
    QString firstMatch(const QString &schema, const QString &pattern) const
    {
        const QRegularExpression expression(pattern);
        for (const QString &line : m_lines.value(schema)) {
            const auto match = expression.match(line);
            if (match.hasMatch())
                return match.captured(1);
        }
        return {};
    }

    QHash<QString, QStringList> m_lines;
};

// Every row of the field tables is whole, and agrees with the API description.
class TestFieldTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyType();
    void everyField_data();
    void everyField();

    void agreesWithDescription_data() { everyField_data(); }

    void agreesWithDescription();
    void coversDescription_data();
    void coversDescription();
    void findsTypesInAnyCase();

private:
    const Schemas m_schemas{QStringLiteral(SLUICE_TEST_DATA "/maia-openapi.yaml")};
};

void TestFieldTables::everyType()
{
    QCOMPARE(sourceTypes().size(), std::size_t(5));
    QCOMPARE(targetTypes().size(), std::size_t(4));
    QSet<QByteArray> ids;
    for (const auto types : {sourceTypes(), targetTypes()}) {
        for (const TypeInfo &type : types) {
            QVERIFY2(!ids.contains(type.id), type.id);
            ids.insert(type.id);
            QVERIFY2(qstrlen(type.label) > 0 && qstrlen(type.mark) > 0, type.id);
            QVERIFY2(qstrlen(type.description) > 0, type.id);
            QVERIFY2(!type.fields.empty(), type.id);
            QSet<QByteArray> paths;
            for (const Field &field : commonFields())
                paths.insert(field.path);
            for (const Field &field : type.fields) {
                QVERIFY2(!paths.contains(field.path), field.path);
                paths.insert(field.path);
            }
        }
    }
    for (const TypeInfo &type : sourceTypes())
        QVERIFY2(type.usualPort > 0, type.id);
    for (const TypeInfo &type : targetTypes())
        QCOMPARE(type.documented, qstrcmp(type.id, "gcs") != 0);
}

void TestFieldTables::everyField_data()
{
    QTest::addColumn<const Field *>("field");
    QTest::addColumn<QString>("type");
    for (const Field &field : commonFields())
        QTest::newRow(field.path) << &field << QString();
    for (const auto types : {sourceTypes(), targetTypes()}) {
        for (const TypeInfo &type : types) {
            for (const Field &field : type.fields)
                QTest::addRow("%s %s", type.id, field.path)
                    << &field << QString::fromLatin1(type.id);
        }
    }
}

void TestFieldTables::everyField()
{
    QFETCH(const Field *, field);
    QVERIFY(qstrlen(field->label) > 0);
    // The hint is what a problem says first: a full sentence.
    QVERIFY(QByteArrayView(field->hint).endsWith('.'));
    QVERIFY(!field->help || QByteArrayView(field->help).endsWith('.'));
    QCOMPARE(field->kind == FieldKind::Choice, !field->choices.empty());
    QCOMPARE(field->kind == FieldKind::Number, field->maximum > field->minimum);
    bool isPresetValid = !field->preset || field->kind == FieldKind::Text;
    QSet<QByteArray> values;
    for (const Choice &choice : field->choices) {
        QVERIFY(qstrlen(choice.value) > 0 && qstrlen(choice.label) > 0);
        QVERIFY2(QByteArrayView(choice.help).endsWith('.'), choice.value);
        values.insert(choice.value);
        isPresetValid = isPresetValid || qstrcmp(choice.value, field->preset) == 0;
    }
    QCOMPARE(values.size(), qsizetype(field->choices.size()));
    QVERIFY(isPresetValid);
}

void TestFieldTables::agreesWithDescription()
{
    QVERIFY(!m_schemas.isEmpty());
    QFETCH(const Field *, field);
    QFETCH(QString, type);
    const QStringList keys = QString::fromLatin1(field->path).split(u'.');
    const QString side = keys.first() == "streamingSource"_L1 ? u"sqlserver"_s : u"snowflake"_s;
    const QString variant = type.isEmpty() ? side : type;
    const QString root = u"StreamingPipelineRequest"_s;
    const QString schema = m_schemas.resolve(root, keys, variant);
    QVERIFY2(!schema.isEmpty(), field->path);

    const QString parent =
        m_schemas.variant(m_schemas.resolve(root, keys.first(keys.size() - 1), variant), variant);
    QCOMPARE(field->required, m_schemas.list(parent, u"required"_s).contains(keys.last()) ||
                                  field->kind == FieldKind::Type);
    switch (field->kind) {
    case FieldKind::Secret: QCOMPARE(schema, u"SecretReference"_s); break;
    case FieldKind::Map: QVERIFY(schema.endsWith("Properties"_L1)); break;
    case FieldKind::Tables: QCOMPARE(schema, u"SourceTables"_s); break;
    case FieldKind::Number: QVERIFY(schema.contains("minimum: 1, maximum: 65535"_L1)); break;
    case FieldKind::Group: QCOMPARE(schema, u"SnowflakeAuthentication"_s); break;
    case FieldKind::Runner: QVERIFY(schema.contains("uuid"_L1)); break;
    case FieldKind::Text:
    case FieldKind::Type: QVERIFY2(schema.contains("type: string"_L1), qPrintable(schema)); break;
    case FieldKind::Choice: {
        QStringList values;
        for (const Choice &choice : field->choices)
            values.append(QString::fromLatin1(choice.value));
        const QStringList known = m_schemas.list(schema, u"enum"_s);
        QCOMPARE(values, known.isEmpty() ? QStringList{u"key-pair"_s} : known);
        break;
    }
    }
}

void TestFieldTables::coversDescription_data()
{
    QTest::addColumn<const TypeInfo *>("type");
    QTest::addColumn<QString>("side");
    for (const TypeInfo &type : sourceTypes())
        QTest::newRow(type.id) << &type << u"StreamingSource"_s;
    for (const TypeInfo &type : targetTypes())
        QTest::newRow(type.id) << &type << u"StreamingTarget"_s;
}

// What the description requires of a type has a field.
void TestFieldTables::coversDescription()
{
    QFETCH(const TypeInfo *, type);
    QFETCH(QString, side);
    QSet<QString> paths;
    for (const Field &field : type->fields)
        paths.insert(QString::fromLatin1(field.path).section(u'.', 1));
    const QString schema = m_schemas.variant(side, QString::fromLatin1(type->id));
    QVERIFY(schema != side);
    QStringList required = m_schemas.list(schema, u"required"_s);
    QVERIFY(required.removeOne(u"type"_s));
    if (required.removeOne(u"connection"_s)) {
        const QString connection = m_schemas.property(schema, u"connection"_s);
        for (const QString &key : m_schemas.list(connection, u"required"_s))
            required.append(u"connection."_s + key);
    }
    for (const QString &key : std::as_const(required))
        QVERIFY2(paths.contains(key), qPrintable(key));
}

void TestFieldTables::findsTypesInAnyCase()
{
    QCOMPARE(findSourceType(u"SQLServer"_s), &sourceTypes().front());
    QCOMPARE(findTargetType(u"SNOWFLAKE"_s), &targetTypes().front());
    QVERIFY(!findSourceType(u"snowflake"_s));
    QVERIFY(!findTargetType(QString()));
}

SLUICE_TEST(TestFieldTables, None)
#include "tst_fieldtables.moc"
