// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/faultserver.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Sluice::Test {

// A server with one project. Its answers to writes are broken, whether it does the write or not.
// Reads tell the truth.
class BrokenProject
{
public:
    // What the server does with a write, and whether the project can be read afterwards.
    enum class Does { All, Nothing, AllUnseen };

    BrokenProject(const Act &answer, Does does);

    FaultServer &server() { return m_server; }

    // Puts a definition with its id into the server's list.
    void put(const QString &id, QJsonObject definition);

    const QList<QJsonObject> &pipelines() const { return m_pipelines; }

    int writes() const { return m_writes; }

    void setStatus(const QByteArray &status) { m_status = status; }

    // Sets the answer from the next write on.
    void setAnswer(const Act &answer) { m_answer = answer; }

    // "%1" in the body of an answer stands for the id of the written pipeline.
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
