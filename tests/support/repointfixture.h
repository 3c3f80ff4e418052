// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/account.h"
#include "models/fleet/fleet.h"
#include "models/references/referencemonitor.h"
#include "models/references/repoint/repointing.h"
#include "models/references/silences.h"
#include "tests/support/scriptedapi.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace Sluice::Test {

inline const QString repointProject = QStringLiteral("p1");

inline SecretReference awsSecret(const QString &name)
{
    return {QStringLiteral("AWS_SECRETS_MANAGER"), {}, name, {}};
}

// A server whose pipelines all use one secret as password, and a fleet that has read them. The
// server keeps what is saved.
class RepointFixture
{
public:
    explicit RepointFixture(const QStringList &pipelines)
    {
        api.addProject(repointProject, QStringLiteral("Orders"));
        for (const QString &id : pipelines) {
            api.addPipeline(repointProject, id, QStringLiteral("pipeline-") + id,
                            QStringLiteral("r1"));
            put(id, "password", shared);
        }
        api.ahead = [this](const Seen &seen) { return answer(seen); };
        fleet.addAccount(api.makeAccount());
    }

    bool isReady()
    {
        return QTest::qWaitFor([this] {
            return fleet.pipelines()->rowCount() == api.pipelines.value(repointProject).size() &&
                   monitor.index().contains(shared);
        });
    }

    static PipelineKey key(const QString &id, const QString &account = QStringLiteral("acc"))
    {
        return {account, repointProject, id};
    }

    // The definition that the server has.
    QJsonObject onServer(const QString &id) const
    {
        const QJsonArray all = api.pipelines.value(repointProject);
        for (const QJsonValue &each : all) {
            if (each[QStringLiteral("streamingPipelineId")] == id)
                return each.toObject();
        }
        return {};
    }

    // Changes the server's definition, as somebody else would.
    void put(const QString &id, const char *place, const SecretReference &reference)
    {
        QJsonObject definition = onServer(id);
        QJsonObject source = definition.value(QStringLiteral("streamingSource")).toObject();
        QJsonObject connection = source.value(QStringLiteral("connection")).toObject();
        connection.insert(QLatin1StringView(place), reference.writtenInto({}));
        source.insert(QStringLiteral("type"), QStringLiteral("postgres"));
        source.insert(QStringLiteral("connection"), connection);
        definition.insert(QStringLiteral("streamingSource"), source);
        replace(id, definition);
    }

    void replace(const QString &id, const QJsonObject &definition)
    {
        QJsonArray &all = api.pipelines[repointProject];
        for (qsizetype place = all.size() - 1; place >= 0; --place) {
            if (all.at(place)[QStringLiteral("streamingPipelineId")] != id)
                continue;
            if (definition.isEmpty())
                all.removeAt(place);
            else
                all.replace(place, definition);
        }
    }

    int puts(const QString &id) const
    {
        int count = 0;
        for (const Seen &seen : api.server.seen())
            count += int(seen.method == "PUT" && seen.path().endsWith('/' + id.toLatin1()));
        return count;
    }

    // The test's answer to the PUT of a pipeline. Then the server keeps the new definition only
    // with isKeptAllTheSame.
    QHash<QString, Act> putAnswers;
    bool isKeptAllTheSame = false;
    std::function<void(const QString &id)> beforePut; // called before the PUT is answered

    const SecretReference shared = awsSecret(QStringLiteral("shared"));
    const SecretReference next = awsSecret(QStringLiteral("shared-v2"));
    ScriptedApi api;
    Fleet fleet{
        StatusPoller::Intervals{std::chrono::milliseconds(50), std::chrono::milliseconds(100),
                                std::chrono::milliseconds(400), std::chrono::milliseconds(50)}};
    QTemporaryDir dir;
    QSettings settings{dir.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Silences silences{&settings};
    ReferenceMonitor monitor{&fleet, &silences};

private:
    std::optional<Act> answer(const Seen &seen)
    {
        if (seen.method != "PUT")
            return std::nullopt;
        const QString id = QString::fromLatin1(seen.path().split('/').constLast());
        if (beforePut)
            beforePut(id);
        const auto own = putAnswers.constFind(id);
        if (own == putAnswers.constEnd() || isKeptAllTheSame)
            replace(id, QJsonDocument::fromJson(seen.body).object());
        return own == putAnswers.constEnd() ? Act::reply(200, seen.body) : *own;
    }
};

} // namespace Sluice::Test
