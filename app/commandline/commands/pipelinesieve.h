// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/table/filtertext.h"

#include <QJsonObject>

namespace Sluice {

struct Arguments;
struct Project;

// Which pipelines a command is about: those that --filter finds, as the filter of the window does.
// Without it all of them.
class PipelineSieve
{
public:
    explicit PipelineSieve(const Arguments &arguments);

    bool passes(const QJsonObject &definition, const Project &project) const;

private:
    FilterText m_text;
};

} // namespace Sluice
