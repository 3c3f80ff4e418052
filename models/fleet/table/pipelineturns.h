// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinekey.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>

namespace Sluice {

// One action at a time for each pipeline. Who wants to act takes a turn, and acts when all earlier
// turns have ended. No turn is dropped. Who does not want to wait asks isBusy() first.
class PipelineTurns final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    bool isBusy(const PipelineKey &key) const { return m_waiting.contains(key); }

    // Runs begin when it is the holder's turn, at once when nobody is before. The turn ends with
    // end() or with the holder.
    void enqueue(const PipelineKey &key, QObject *holder, const std::function<void()> &begin);
    // Nothing happens when the holder has none.
    void end(const PipelineKey &key, const QObject *holder);

private:
    struct Turn {
        const QObject *holder = nullptr;
        std::function<void()> begin;
    };

    QHash<PipelineKey, QList<Turn>> m_waiting; // the first one has the turn
};

} // namespace Sluice
