// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/paging.h"
#include "app/sandbox/records.h"

#include <QJsonObject>

namespace Sluice::Sandbox {

// Who did what to streaming pipelines, as the list of audit events of the API has it. Which
// pipeline events the API really lists, and the name of their time, are assumptions.
class AuditEvents
{
public:
    enum class Deed { Created, Updated, Deleted, Started, Stopped };

    // By a request, with the API credentials of that id.
    void append(Deed deed, const Pipeline &pipeline, const QString &clientId, qint64 at);
    // By a person who uses something else than this server.
    void appendCommandOfSomebody(const Pipeline &pipeline, bool isStart, qint64 at);

    // Those from one time to before another, the newest first.
    Slice slice(const PageRequest &page, qint64 from, qint64 to) const;

private:
    void append(Deed deed, const Pipeline &pipeline, const QJsonObject &actor, qint64 at);

    struct Event {
        qint64 at;
        QJsonObject json;
    };

    QVector<Event> m_events; // by time
};

} // namespace Sluice::Sandbox
