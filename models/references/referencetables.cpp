// SPDX-License-Identifier: Apache-2.0
#include "models/references/referencetables.h"

#include "models/account/runnerfacts.h"
#include "models/references/referencemonitor.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Sluice::ReferenceTables {

namespace {

struct TableWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::ReferenceTables)
};

QStringList referenceTitles()
{
    return {TableWords::tr("Provider"), TableWords::tr("Location"), TableWords::tr("Secret name"),
            TableWords::tr("Key")};
}

QStringList cells(const SecretReference &reference)
{
    return {reference.providerName(), reference.location, reference.name, reference.key};
}

QString pipelineText(const PipelineReferences &pipeline)
{
    return QStringList{pipeline.accountName, pipeline.projectName, pipeline.name}.join(u" / "_s);
}

QString reasons(const QList<ReferenceFinding> &findings)
{
    QStringList all;
    for (const ReferenceFinding &finding : findings) {
        if (!all.contains(finding.reason))
            all.append(finding.reason);
    }
    return all.join(u' ');
}

QString markdownCell(const QString &text)
{
    static const QString markup = u"\\`*_[]<>|&~#$"_s;
    QString escaped;
    const QString plain = text.simplified();
    for (const QChar each : plain) {
        if (markup.contains(each))
            escaped += u'\\';
        escaped += each;
    }
    return escaped;
}

} // namespace

Table references(const ReferenceMonitor &monitor)
{
    Table table{referenceTitles() +
                QStringList{TableWords::tr("Used by"), TableWords::tr("Pipelines"),
                            TableWords::tr("Checks"), TableWords::tr("Last seen")}};
    const QList<SecretReference> all = monitor.index().sortedReferences();
    for (const SecretReference &reference : all) {
        QStringList pipelines;
        const QList<ReferenceUser> users = monitor.index().sortedUsers(reference);
        for (const ReferenceUser &user : users)
            pipelines.append(pipelineText(*monitor.index().pipeline(user.pipeline)));
        pipelines.removeDuplicates();
        table.append(cells(reference) +
                     QStringList{QString::number(users.size()), pipelines.join(u"; "_s),
                                 reasons(monitor.findings(reference)),
                                 monitor.lastSeen(reference).toUTC().toString(Qt::ISODate)});
    }
    return table;
}

Table vaults(const ReferenceMonitor &monitor)
{
    Table table{referenceTitles() + QStringList{TableWords::tr("Account"),
                                                TableWords::tr("Project"),
                                                TableWords::tr("Pipeline"), TableWords::tr("Field"),
                                                TableWords::tr("Checks")}};
    const QList<SecretReference> all = monitor.index().sortedReferences();
    for (const SecretReference &reference : all) {
        const QList<ReferenceUser> users = monitor.index().sortedUsers(reference);
        for (const ReferenceUser &user : users) {
            const PipelineReferences &pipeline = *monitor.index().pipeline(user.pipeline);
            QList<ReferenceFinding> found = monitor.findings(user.pipeline);
            found.removeIf(
                [&user](const ReferenceFinding &each) { return each.path != user.path; });
            table.append(cells(reference) + QStringList{pipeline.accountName, pipeline.projectName,
                                                        pipeline.name, user.path.text(),
                                                        reasons(found)});
        }
    }
    return table;
}

Table runners(const ReferenceMonitor &monitor)
{
    using Key = std::tuple<QString, QString, QString, QString>; // account, runner, their ids
    QMap<Key, QMap<SecretReference, QStringList>> needs;
    QMap<Key, QString> clouds;
    const QList<PipelineKey> keys = monitor.index().pipelines();
    for (const PipelineKey &key : keys) {
        const PipelineReferences &pipeline = *monitor.index().pipeline(key);
        const Key runner{pipeline.accountName, pipeline.runnerName, key.account, pipeline.agentId};
        auto &needed = needs[runner];
        clouds.insert(runner, cloudName(pipeline.cloud));
        for (const SecretUse &use : pipeline.uses) {
            const QString name = pipeline.projectName + u" / "_s + pipeline.name;
            if (!needed[use.reference].contains(name))
                needed[use.reference].append(name);
        }
    }
    Table table{
        QStringList{TableWords::tr("Account"), TableWords::tr("Runner"), TableWords::tr("Cloud")} +
        referenceTitles() + QStringList{TableWords::tr("Pipelines")}};
    for (auto runner = needs.begin(); runner != needs.end(); ++runner) {
        const QString &account = std::get<0>(runner.key());
        const QString &name = std::get<1>(runner.key());
        for (auto need = runner->begin(); need != runner->end(); ++need) {
            need->sort();
            table.append(QStringList{account, name, clouds.value(runner.key())} +
                         cells(need.key()) + QStringList{need->join(u"; "_s)});
        }
    }
    return table;
}

QByteArray markdown(const QString &title, const Table &table)
{
    QString text = u"# "_s + markdownCell(title) + u"\n\n"_s;
    for (qsizetype row = 0; row < table.size(); ++row) {
        QStringList written;
        for (const QString &cell : table.at(row))
            written.append(markdownCell(cell));
        text += u"| "_s + written.join(u" | "_s) + u" |\n"_s;
        if (row == 0)
            text += u"|"_s + u" --- |"_s.repeated(written.size()) + u'\n';
    }
    return text.toUtf8();
}

} // namespace Sluice::ReferenceTables
