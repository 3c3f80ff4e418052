// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/operations/replaceoperation.h"
#include "tests/support/scriptedapi.h"

#include <QJsonDocument>

#include <memory>

namespace Sluice {

class FixedToken;
class RateBudget;

namespace Test {

// A server with project "p1" and pipeline "a", called "orders", and a client of it. The test says
// what the server answers to writes, and whether it carries them out.
class OperationStage
{
public:
    OperationStage();
    ~OperationStage();

    Client *client() const { return m_client.get(); }

    void renewClient();

    void endClient() { m_client.reset(); }

    // Sets the answer to all later writes. By default they are carried out, and answered as the API
    // promises.
    void answerWrites(const Act &act, bool happens);

    static QJsonObject definition(const QString &name);

    static QByteArray text(const QString &name) { return QJsonDocument(definition(name)).toJson(); }

    static ReplaceOperation::Plan renaming(const QString &name)
    {
        return ReplaceOperation::always(text(name));
    }

    // Change what the server has.
    QJsonObject create(const QByteArray &json);
    QJsonObject replace(const QString &id, const QByteArray &json);

    ScriptedApi api;
    std::function<void()> onList;  // before the list of pipelines is answered
    std::function<void()> onWrite; // before a write is done

private:
    Act answer(const Seen &seen);
    QByteArray perform(const Seen &seen);

    std::optional<Act> m_act;
    bool m_happens = true;
    int m_created = 0;
    std::unique_ptr<FixedToken> m_token;
    std::unique_ptr<RateBudget> m_budget;
    std::unique_ptr<Client> m_client;
};

} // namespace Test
} // namespace Sluice
