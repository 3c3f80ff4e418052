// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelineturns.h"

#include <algorithm>

namespace Sluice {

void PipelineTurns::enqueue(const PipelineKey &key, QObject *holder,
                            const std::function<void()> &begin)
{
    connect(holder, &QObject::destroyed, this, [this, key, holder] { end(key, holder); });
    QList<Turn> &turns = m_waiting[key];
    turns.append({holder, begin});
    if (turns.size() == 1)
        begin();
}

void PipelineTurns::end(const PipelineKey &key, const QObject *holder)
{
    const auto found = m_waiting.find(key);
    if (found == m_waiting.end())
        return;
    QList<Turn> &turns = *found;
    const bool hadTurn = turns.constFirst().holder == holder;
    turns.removeIf([holder](const Turn &turn) { return turn.holder == holder; });
    if (turns.isEmpty()) {
        m_waiting.erase(found);
    } else if (hadTurn) {
        const std::function<void()> begin = turns.constFirst().begin; // may change the list
        begin();
    }
}

} // namespace Sluice
