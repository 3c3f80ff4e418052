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

// An environment has no id; it names the runner that new pipelines take (guide).
struct Environment {
    QString name;
    QString defaultAgentId;
    QString defaultAgentName;
    bool operator==(const Environment &) const = default;
};

// An agent of the API, "runner" on screen. All but id and name are optional in the list
// (reference).
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

// One entry of the API's lists; what is missing stays empty.
Project projectFrom(const QJsonObject &json);         // guide
Environment environmentFrom(const QJsonObject &json); // guide
Runner runnerFrom(const QJsonObject &json);           // reference

} // namespace Sluice
