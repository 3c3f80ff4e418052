// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Sluice {

// The place of a new pipeline. The environment only names the runner to begin with: the API ties
// pipelines to projects.
struct ProjectPlace {
    QString account;     // Profile::id
    QString project;     // id
    QString environment; // name

    bool operator==(const ProjectPlace &) const = default;
};

} // namespace Sluice
