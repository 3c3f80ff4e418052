// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/pipelinelife.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUuid>
#include <QVector>

#include <optional>

namespace Sluice::Sandbox {

// The data of the sandbox as plain values. A seed makes them, the store keeps them, and the
// registry serves them.

struct Environment {
    QString name;
    QUuid defaultAgentId; // null: the environment has no default runner
};

struct Project {
    QUuid id;
    QString name;
    QString description;
    QVector<Environment> environments;
};

// When a runner is away again and again, in real ms.
struct Absences {
    qint64 first = 0; // ms since 1970
    qint64 every = 0; // 0: never away
    qint64 lasts = 0;
};

struct Agent {
    QUuid id;
    QJsonObject details; // name, description, agentType, ... as the API spells them
    QString status;      // pending, running, paused, unknown
    bool connected = false;
    qint64 restartEndsAt = 0; // ms since 1970; until then a restart makes it pending
    QString clientSecret;
    Absences absences; // not kept
};

struct Pipeline {
    QUuid id;
    QUuid projectId;
    QUuid agentId;
    QByteArray json; // the whole answer body, with both ids
    Pace pace;
    Life life;
};

struct Records {
    QVector<Project> projects;
    QVector<Agent> agents;
    QVector<Pipeline> pipelines;
};

} // namespace Sluice::Sandbox
