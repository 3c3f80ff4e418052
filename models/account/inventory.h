// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"

#include <QList>
#include <QString>

#include <optional>

class QJsonObject;

namespace Sluice {

enum class LoadState { NotLoaded, Loading, Loaded, Failed };

struct Project {
    QString id;
    QString name;
    QString description;
    bool operator==(const Project &) const = default;
};

// An environment has no id. It names the runner that new pipelines get (guide).
struct Environment {
    QString name;
    QString defaultAgentId;
    QString defaultAgentName;
    bool operator==(const Environment &) const = default;
};

// An agent of the API, called "runner" on screen. Everything but id and name is optional in the
// list (reference).
struct Runner {
    QString id;
    QString name;
    QString type;       // "streaming" or "data_productivity_cloud"
    QString cloud;      // aws, azure, gcp
    QString deployment; // fargate, aci, gke, ...
    QString status;
    std::optional<bool> connected;

    bool isStreaming() const { return type.compare(u"streaming", Qt::CaseInsensitive) == 0; }

    bool operator==(const Runner &) const = default;
};

// Reads one entry of the API's lists. Missing values stay empty.
Project projectFrom(const QJsonObject &json);         // guide
Environment environmentFrom(const QJsonObject &json); // guide
Runner runnerFrom(const QJsonObject &json);           // reference

} // namespace Sluice
