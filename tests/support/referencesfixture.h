// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/fleet.h"
#include "models/references/referencemonitor.h"
#include "models/references/silences.h"
#include "tests/support/scriptedapi.h"

#include <QSettings>
#include <QTemporaryDir>

namespace Sluice::Test {

// A fleet that reads one account over HTTP, and the monitor of its references.
class ReferencesFixture
{
public:
    // pipelines: ids in project p1. Each pipeline is named pipeline-ID, and has its own runner,
    // named after it.
    explicit ReferencesFixture(const QStringList &pipelines);

    // Sets the password on the server. The next refresh() shows it.
    void setPassword(const QString &pipeline, const SecretReference &reference,
                     const QString &host = QStringLiteral("db"));
    // Sets a reference at another place of the same pipeline.
    void setPrivateKey(const QString &pipeline, const SecretReference &reference);
    void setProperty(const QString &pipeline, const QString &name, const QJsonValue &value);
    void removePipeline(const QString &pipeline);
    // Reads everything again, and waits until the monitor has told of it. False when it never does.
    bool refresh();
    bool signIn();

    static PipelineKey key(const QString &pipeline)
    {
        return {QStringLiteral("acc"), QStringLiteral("p1"), pipeline};
    }

    QList<ReferenceRule> rules(const QString &pipeline) const; // of the pipeline's findings

    ScriptedApi api;
    QTemporaryDir dir;
    QSettings settings{dir.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Silences silences{&settings};
    Fleet fleet;
    ReferenceMonitor monitor{&fleet, &silences};

private:
    void edit(const QString &pipeline, const std::function<void(QJsonObject &)> &change);
};

inline SecretReference azure(const QString &vault, const QString &name)
{
    return {QStringLiteral("AZURE_KEY_VAULT"), vault, name, {}};
}

inline SecretReference aws(const QString &name)
{
    return {QStringLiteral("AWS_SECRETS_MANAGER"), {}, name, {}};
}

} // namespace Sluice::Test
