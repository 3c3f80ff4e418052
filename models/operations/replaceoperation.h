// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/operations/operation.h"

#include <functional>

namespace Sluice {

// Replaces the whole definition of a pipeline. Reads it right before, as the API has no version to
// check against. A plan then decides what is sent, or that nothing is sent.
class ReplaceOperation final : public Operation
{
    Q_OBJECT

public:
    // What a plan decides about the server's definition.
    struct Replacement {
        QByteArray json;                 // sent as it is
        std::optional<ApiError> refusal; // why nothing is sent
        bool isThere = false;            // nothing needs to be sent: the server has it already
    };

    using Plan = std::function<Replacement(const QJsonObject &onServer)>;

    ReplaceOperation(Client *client, const QString &project, const QString &pipeline, Plan plan,
                     QObject *parent = nullptr);

    // Sends this text, whatever the server has.
    static Plan always(const QByteArray &json);
    // Sends only in place of a definition that the user has seen. Else sends nothing, and
    // outcome().definition is what the server has.
    static Plan onlyIf(std::function<bool(const QJsonObject &onServer)> isSeen,
                       const QByteArray &json);

    // The text as an object. Empty until it is known.
    const QJsonObject &sent() const { return m_sent; }

    // The server's definition right before the write. Empty until it was read.
    const QJsonObject &before() const { return m_before; }

protected:
    void check() override;
    Request write() const override;
    void onReply(const Reply &reply) override;
    void look() override;

private:
    void onDefinitionBefore(const Reply &reply);
    void compare(const Reply &reply);
    Request readRequest() const;

    QString m_project;
    QString m_pipeline;
    Plan m_plan;
    QByteArray m_json;
    QJsonObject m_sent;
    QJsonObject m_before;
};

} // namespace Sluice
