// SPDX-License-Identifier: Apache-2.0
#include "app/commandline/commands/pipelinesieve.h"

#include "app/commandline/arguments/arguments.h"
#include "models/account/inventory.h"
#include "models/fleet/table/pipelinerow.h"

#include <algorithm>

namespace Sluice {

PipelineSieve::PipelineSieve(const Arguments &arguments)
    : m_text(FilterText::fromText(arguments.value(OptionId::Filter)))
{}

bool PipelineSieve::passes(const QJsonObject &definition, const Project &project) const
{
    if (m_text.isEmpty())
        return true;
    PipelineRow row;
    row.setDefinition(definition, project.name);
    return m_text.fits(row);
}

} // namespace Sluice
