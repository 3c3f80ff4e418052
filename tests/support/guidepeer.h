// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/faultserver.h"

#include <QJsonArray>

namespace Sluice::Test {

// A peer with the guide's project and environment whose answers to a create can be lost on purpose,
// which a sandbox that works does not do.
class GuidePeer
{
public:
    GuidePeer();

    QUrl url() const { return m_server.url(); }

    // Creates that reached it.
    int creates() const;
    void addPipeline(const QString &name, const QString &id);
    // Closes the connection without an answer.
    void loseCreates(bool lose);
    // Never answers.
    void holdCreates();

private:
    Act answer(const Seen &request);
    Act create(const QByteArray &body);

    FaultServer m_server;
    Act::Kind m_create = Act::Kind::Reply;
    QJsonArray m_pipelines;
};

} // namespace Sluice::Test
