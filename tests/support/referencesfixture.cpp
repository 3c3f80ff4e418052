// SPDX-License-Identifier: Apache-2.0
#include "tests/support/referencesfixture.h"

#include "models/account/account.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sluice::Test {

ReferencesFixture::ReferencesFixture(const QStringList &pipelines)
{
    api.addProject(u"p1"_s, u"Orders"_s);
    for (const QString &id : pipelines) {
        api.addPipeline(u"p1"_s, id, u"pipeline-"_s + id, u"runner-"_s + id);
        setPassword(id, aws(u"password-"_s + id));
    }
    fleet.setPolling(false);
}

void ReferencesFixture::edit(const QString &pipeline,
                             const std::function<void(QJsonObject &)> &change)
{
    QJsonArray &all = api.pipelines[u"p1"_s];
    for (qsizetype place = 0; place < all.size(); ++place) {
        QJsonObject definition = all.at(place).toObject();
        if (definition.value(u"streamingPipelineId"_s) != pipeline)
            continue;
        change(definition);
        all.replace(place, definition);
    }
}

void ReferencesFixture::setPassword(const QString &pipeline, const SecretReference &reference,
                                    const QString &host)
{
    edit(pipeline, [&](QJsonObject &definition) {
        const QJsonObject connection{{u"host"_s, host}, {u"password"_s, reference.writtenInto({})}};
        definition.insert(u"streamingSource"_s,
                          QJsonObject{{u"type"_s, u"postgres"_s}, {u"connection"_s, connection}});
    });
}

void ReferencesFixture::setPrivateKey(const QString &pipeline, const SecretReference &reference)
{
    edit(pipeline, [&](QJsonObject &definition) {
        definition.insert(u"streamingTarget"_s,
                          QJsonObject{{u"privateKey"_s, reference.writtenInto({})}});
    });
}

void ReferencesFixture::setProperty(const QString &pipeline, const QString &name,
                                    const QJsonValue &value)
{
    edit(pipeline, [&](QJsonObject &definition) {
        definition.insert(u"advancedProperties"_s, QJsonObject{{name, value}});
    });
}

void ReferencesFixture::removePipeline(const QString &pipeline)
{
    QJsonArray &all = api.pipelines[u"p1"_s];
    for (qsizetype place = all.size() - 1; place >= 0; --place) {
        if (all.at(place)[u"streamingPipelineId"_s] == pipeline)
            all.removeAt(place);
    }
}

bool ReferencesFixture::signIn()
{
    QSignalSpy changed(&monitor, &ReferenceMonitor::changed);
    const Account *account = fleet.addAccount(api.makeAccount());
    // What is read still would take a test's own reading for the same.
    return changed.wait() && QTest::qWaitFor([account] {
               return account->projectsState() == LoadState::Loaded &&
                      account->runnersState() == LoadState::Loaded;
           });
}

bool ReferencesFixture::refresh()
{
    QSignalSpy changed(&monitor, &ReferenceMonitor::changed);
    fleet.refreshAll();
    return changed.wait();
}

QList<ReferenceRule> ReferencesFixture::rules(const QString &pipeline) const
{
    QList<ReferenceRule> rules;
    for (const ReferenceFinding &finding : monitor.findings(key(pipeline)))
        rules.append(finding.rule);
    return rules;
}

} // namespace Sluice::Test
