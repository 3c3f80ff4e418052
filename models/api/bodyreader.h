// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/replyladder.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Sluice {

// Parses and judges large JSON bodies in worker threads. Gives the results back in its own thread,
// by number. The workers share it, so it outlives its owner, who calls close(). It is deleted in
// its own thread, whoever releases it last.
class BodyReader : public QObject
{
    Q_OBJECT

public:
    using Deliver = std::function<void(quint64 number, const Result<Reply> &result)>;

    static std::shared_ptr<BodyReader> create(Deliver deliver);

    // Calls judgeBody() in a worker. `take` runs later, from the event loop.
    static void read(const std::shared_ptr<BodyReader> &reader, quint64 number,
                     const Request &request, const Answer &answer);

    // Gives back no further results.
    void close() { m_deliver = nullptr; }

private:
    explicit BodyReader(Deliver deliver);
    void give(quint64 number, const Result<Reply> &result) const;

    Deliver m_deliver;
};

} // namespace Sluice
