// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/events/event.h"

#include <QHash>

namespace Sluice {

// Tells news from what the user does here: commands, saves, and the states that a command leads to.
class NewsSieve
{
public:
    // Wants all events, in their order.
    bool isNews(const Event &event);

private:
    bool isOnItsWay(const Event &event);

    QHash<PipelineKey, PipelineCommand> m_commands; // sent from here, not yet where they lead
};

} // namespace Sluice
