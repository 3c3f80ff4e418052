// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/secretslisting.h"

#include "app/commandline/arguments/commandline.h"
#include "app/commandline/output/console.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QJsonObject partsOf(const SecretReference &reference)
{
    return {{u"provider"_s, reference.provider},
            {u"location"_s, reference.location},
            {u"name"_s, reference.name},
            {u"key"_s, reference.key}};
}

} // namespace

QList<ReferenceFinding> SecretsListing::findings() const
{
    const QList<PipelineKey> keys = index.sortedPipelines();
    QList<ReferenceFinding> all;
    for (const PipelineKey &key : keys)
        all += referenceFindings(index, key);
    return all;
}

QString SecretsListing::summary(qsizetype findings) const
{
    const QString found = findings == 0 ? CommandLine::tr("no findings")
                                        : CommandLine::tr("%n finding(s)", nullptr, int(findings));
    const QString text = CommandLine::tr("References: %1. Pipelines: %2. Checks: %3.")
                             .arg(QString::number(index.references().size()),
                                  QString::number(index.pipelines().size()), found);
    return unread.isEmpty()
               ? text
               : text + u' ' + CommandLine::tr("Lists not read: %1.").arg(unread.size());
}

void SecretsListing::print(OutputFormat format) const
{
    switch (format) {
    case OutputFormat::Table: printForPeople(); break;
    case OutputFormat::Name:
        if (const QStringList all = names(); !all.isEmpty())
            Console::print(all.join(u'\n'));
        break;
    case OutputFormat::Json:
    case OutputFormat::Yaml: Console::printValue(json()); break;
    }
}

QStringList SecretsListing::names() const
{
    QStringList names;
    const QList<SecretReference> all = index.sortedReferences();
    for (const SecretReference &reference : all)
        names += Console::onOneLine(reference.name);
    names.removeDuplicates();
    return names;
}

void SecretsListing::printForPeople() const
{
    QList<QStringList> table;
    const QList<SecretReference> all = index.sortedReferences();
    for (const SecretReference &reference : all) {
        const QList<ReferenceUser> known = index.sortedUsers(reference);
        for (const ReferenceUser &user : known) {
            const PipelineReferences *pipeline = index.pipeline(user.pipeline);
            table.append({reference.provider, reference.location, reference.name, reference.key,
                          pipeline->projectName, pipeline->name, user.path.text()});
        }
    }
    Console::printTable({u"PROVIDER"_s, u"LOCATION"_s, u"NAME"_s, u"KEY"_s, u"PROJECT"_s,
                         u"PIPELINE"_s, u"FIELD"_s},
                        table);
    const QList<ReferenceFinding> found = findings();
    if (!found.isEmpty())
        Console::print({});
    for (const ReferenceFinding &finding : found) {
        const PipelineReferences *pipeline = index.pipeline(finding.pipeline);
        Console::print(Console::onOneLine(u"%1: %2 / %3, %4: %5 %6"_s.arg(
                           idOf(finding.rule), pipeline->projectName, pipeline->name,
                           finding.path.text(), finding.reason, finding.advice)),
                       Tone::Busy);
    }
    Console::print(summary(found.size()));
}

QJsonObject SecretsListing::placeJson(const PipelineKey &key, const DefinitionPath &path) const
{
    const PipelineReferences *pipeline = index.pipeline(key);
    return {{u"project"_s, pipeline->projectName},
            {u"projectId"_s, key.project},
            {u"pipeline"_s, pipeline->name},
            {u"pipelineId"_s, key.pipeline},
            {u"field"_s, path.text()}};
}

QJsonObject SecretsListing::json() const
{
    QJsonArray referencesJson;
    const QList<SecretReference> all = index.sortedReferences();
    for (const SecretReference &reference : all) {
        QJsonArray usersJson;
        const QList<ReferenceUser> known = index.sortedUsers(reference);
        for (const ReferenceUser &user : known)
            usersJson.append(placeJson(user.pipeline, user.path));
        QJsonObject json = partsOf(reference);
        json.insert(u"users"_s, usersJson);
        referencesJson.append(json);
    }
    QJsonArray findingsJson;
    const QList<ReferenceFinding> found = findings();
    for (const ReferenceFinding &finding : found) {
        QJsonObject json = placeJson(finding.pipeline, finding.path);
        json.insert(u"rule"_s, idOf(finding.rule));
        json.insert(u"reference"_s, partsOf(finding.reference));
        json.insert(u"reason"_s, finding.reason);
        json.insert(u"advice"_s, finding.advice);
        findingsJson.append(json);
    }
    QJsonArray unreadJson;
    for (const Unread &each : unread) {
        unreadJson.append(QJsonObject{{u"what"_s, each.what},
                                      {u"projectId"_s, each.projectId},
                                      {u"message"_s, each.message}});
    }
    return {{u"references"_s, referencesJson},
            {u"findings"_s, findingsJson},
            {u"unread"_s, unreadJson}};
}

} // namespace Sluice
