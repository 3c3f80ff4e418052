// SPDX-License-Identifier: Apache-2.0
#include "models/references/definitionfindings.h"

#include "models/fleet/table/pipelinemodel.h"
#include "models/form/formmodel.h"
#include "models/references/referencelint.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonArray>
#include <QMap>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct FindingWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::DefinitionFindings)
};

constexpr int mostNamed = 3; // pipelines in one sentence

// Properties that must not be the same for two readers of one database.
constexpr const char *ownProperties[] = {"slot.name", "database.server.id", "server.id",
                                         "database.server.name", "topic.prefix"};

// Places below the target that two pipelines would write over each other. What stands above a last
// part must be the same, too.
struct SharedPlace {
    const char *part;
    QList<const char *> above;
};

const QList<SharedPlace> &sharedPlaces()
{
    static const QList<SharedPlace> places{
        {"stagePrefix", {"connection", "database", "stageSchema", "stageName"}},
        {"prefix", {"bucket", "container", "accountName"}},
    };
    return places;
}

QString textAt(const QJsonObject &object, QLatin1StringView key)
{
    return object.value(key).toVariant().toString().trimmed().toLower();
}

// Host and database; empty without a host.
QString sourceOf(const QJsonObject &source)
{
    const QJsonObject connection = source.value("connection"_L1).toObject();
    const QString host = textAt(connection, "host"_L1);
    return host.isEmpty()
               ? QString()
               : QStringList{textAt(source, "type"_L1), host, textAt(connection, "port"_L1),
                             textAt(connection, "database"_L1), textAt(connection, "pdb"_L1)}
                     .join(u'\n');
}

using TableName = std::pair<QString, QString>;

QSet<TableName> tableNamesOf(const QJsonObject &source)
{
    QSet<TableName> tables;
    const QJsonArray list = source.value("tables"_L1).toArray();
    for (const QJsonValue &table : list)
        tables.insert({table["schema"_L1].toString(), table["table"_L1].toString()});
    return tables;
}

// What a new definition has in common with the account's pipelines.
class Likeness
{
public:
    explicit Likeness(const QJsonObject &definition)
        : m_definition(definition)
        , m_source(sourceOf(part(definition, "streamingSource"_L1)))
        , m_tables(tableNamesOf(part(definition, "streamingSource"_L1)))
    {}

    void add(const QString &name, const QJsonObject &other)
    {
        const QJsonObject source = part(other, "streamingSource"_L1);
        if (!m_source.isEmpty() && sourceOf(source) == m_source) {
            const QSet<TableName> shared = tableNamesOf(source).intersect(m_tables);
            if (!shared.isEmpty()) {
                m_readers.append(name);
                m_shared += shared;
            }
            addProperties(name, part(other, "advancedProperties"_L1));
        }
        addPlaces(name, part(other, "streamingTarget"_L1));
    }

    QList<DefinitionFinding> findings() const
    {
        QList<DefinitionFinding> found;
        if (!m_readers.isEmpty())
            found.append({u"streamingSource.tables"_s,
                          FindingWords::tr("%L1 of %Ln table(s) are read from this source already, "
                                           "by %2.",
                                           nullptr, int(m_tables.size()))
                              .arg(m_shared.size())
                              .arg(named(m_readers))});
        for (auto each = m_others.begin(); each != m_others.end(); ++each)
            found.append({each.key(), FindingWords::tr("The same %1 is used by %2.")
                                          .arg(m_labels.value(each.key()), named(*each))});
        return found;
    }

private:
    static QJsonObject part(const QJsonObject &definition, QLatin1StringView key)
    {
        return definition.value(key).toObject();
    }

    static QString named(const QStringList &names)
    {
        QString text = names.first(qMin(mostNamed, int(names.size()))).join(u", "_s);
        if (names.size() > mostNamed)
            text += u' ' + FindingWords::tr("and %Ln more", nullptr, int(names.size()) - mostNamed);
        return text;
    }

    void addProperties(const QString &name, const QJsonObject &theirs)
    {
        const QJsonObject own = part(m_definition, "advancedProperties"_L1);
        for (const char *property : ownProperties) {
            const QLatin1StringView key(property);
            if (!textAt(own, key).isEmpty() && textAt(own, key) == textAt(theirs, key))
                record(u"advancedProperties"_s, key, name);
        }
    }

    void addPlaces(const QString &name, const QJsonObject &theirs)
    {
        const QJsonObject own = part(m_definition, "streamingTarget"_L1);
        if (textAt(own, "type"_L1) != textAt(theirs, "type"_L1))
            return;
        for (const SharedPlace &place : sharedPlaces()) {
            const QLatin1StringView key(place.part);
            const auto isSame = [&own, &theirs](const char *above) {
                const QLatin1StringView upper(above);
                if (upper == "connection"_L1)
                    return textAt(part(own, upper), "accountName"_L1) ==
                           textAt(part(theirs, upper), "accountName"_L1);
                return textAt(own, upper) == textAt(theirs, upper);
            };
            if (!textAt(own, key).isEmpty() && textAt(own, key) == textAt(theirs, key) &&
                std::all_of(place.above.begin(), place.above.end(), isSame))
                record(u"streamingTarget."_s + key, key, name);
        }
    }

    void record(const QString &path, QLatin1StringView label, const QString &name)
    {
        m_labels.insert(path, label);
        if (!m_others[path].contains(name))
            m_others[path].append(name);
    }

    QJsonObject m_definition;
    QString m_source;
    QSet<TableName> m_tables;
    QSet<TableName> m_shared;
    QStringList m_readers;
    QMap<QString, QStringList> m_others; // by path
    QHash<QString, QString> m_labels;
};

bool hasAdvice(const FormModel &form, const QString &path)
{
    return !form.indexOf(path).data(FormModel::AdviceRole).toString().isEmpty();
}

QList<DefinitionFinding> ofSecrets(const FormModel &form, const QString &account,
                                   const QString &cloud)
{
    const PipelineKey key{account, {}, u"new"_s};
    PipelineReferences secrets = pipelineReferences(key, form.definition());
    secrets.cloud = cloud;
    secrets.noTexts.clear(); // the field says it itself
    // What is missing is said as a problem of its field.
    secrets.uses.removeIf([](const SecretUse &use) { return use.reference.isEmpty(); });
    ReferenceIndex alone;
    alone.put(secrets);
    QList<DefinitionFinding> found;
    const QList<ReferenceFinding> all = referenceFindings(alone, key);
    for (const ReferenceFinding &finding : all) {
        // The advice of the field says it already.
        if (finding.rule == ReferenceRule::EmptyPart && hasAdvice(form, finding.path.text()))
            continue;
        found.append({finding.path.text(), finding.reason + u' ' + finding.advice});
    }
    return found;
}

} // namespace

QList<DefinitionFinding> definitionFindings(const FormModel &form, const PipelineModel &pipelines,
                                            const QString &account, const QString &cloud,
                                            const QString &except)
{
    QList<DefinitionFinding> found;
    for (int row = 0; row < form.rowCount(); ++row) {
        const QModelIndex field = form.index(row);
        const QString advice = field.data(FormModel::AdviceRole).toString();
        if (!advice.isEmpty())
            found.append({field.data(FormModel::PathRole).toString(), advice});
    }
    Likeness likeness(form.definition());
    const QList<PipelineKey> keys = pipelines.keys(account);
    for (const PipelineKey &key : keys) {
        if (key.pipeline == except)
            continue;
        const QJsonObject other = pipelines.definition(key);
        likeness.add(other.value("name"_L1).toString(), other);
    }
    found += ofSecrets(form, account, cloud) + likeness.findings();
    const auto place = [&form](const DefinitionFinding &finding) {
        const int row = form.indexOf(finding.path).row();
        return row < 0 ? form.rowCount() : row;
    };
    std::stable_sort(found.begin(), found.end(),
                     [&place](const DefinitionFinding &one, const DefinitionFinding &other) {
                         return place(one) < place(other);
                     });
    return found;
}

} // namespace Sluice
