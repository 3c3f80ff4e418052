// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/faultserver.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Sluice::Test {

// A server with one project whose answers to writes are broken, whatever it does: reads tell the
// truth.
class BrokenProject
{
public:
    // Whether a write is done, and whether the project can be looked at afterwards.
    enum class Does { All, Nothing, AllUnseen };

    BrokenProject(const Act &answer, Does does);

    FaultServer &server() { return m_server; }

    // As the server keeps them, with their ids.
    void put(const QString &id, QJsonObject definition);

    const QList<QJsonObject> &pipelines() const { return m_pipelines; }

    int writes() const { return m_writes; }

    void setStatus(const QByteArray &status) { m_status = status; }

    // From the next write on.
    void setAnswer(const Act &answer) { m_answer = answer; }

    // "%1" of an answer's body is the id of the pipeline that was written.
    static const QString newId;

private:
    Act act(const Seen &seen);
    Act read(const Seen &seen) const;
    void write(const Seen &seen);
    qsizetype indexOf(const QByteArray &path) const;

    FaultServer m_server;
    Act m_answer;
    Does m_does;
    QList<QJsonObject> m_pipelines;
    QByteArray m_status = "NOT_RUNNING";
    int m_writes = 0;
};

} // namespace Sluice::Test
