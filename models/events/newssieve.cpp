// SPDX-License-Identifier: Apache-2.0
#include "models/events/newssieve.h"

using namespace Qt::StringLiterals;

namespace Sluice {

bool NewsSieve::isNews(const Event &event)
{
    if (event.kind == Event::Kind::CommandSent)
        m_commands.insert(event.key, event.after == "stop"_L1 ? PipelineCommand::Stop
                                                              : PipelineCommand::Start);
    return !event.isOwnDeed() && !isOnItsWay(event);
}

// A start leads to the snapshot or to streaming, a stop to a pipeline that stands. All else that
// comes meanwhile, and all that comes later, is news.
bool NewsSieve::isOnItsWay(const Event &event)
{
    const auto command = m_commands.constFind(event.key);
    if (command == m_commands.cend() || event.kind != Event::Kind::StateChanged)
        return false;
    const PipelineState state = pipelineStateFrom(event.after);
    const bool isStart = *command == PipelineCommand::Start;
    if (state == (isStart ? PipelineState::Starting : PipelineState::Stopping))
        return true;
    m_commands.erase(command);
    return isStart ? state == PipelineState::Snapshotting || state == PipelineState::Streaming
                   : state == PipelineState::NotRunning;
}

} // namespace Sluice
