// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/operations/operation.h"

#include <functional>

namespace Sluice {

// Replaces one pipeline's whole definition. It is read right before, as the API knows no version to
// check against; a plan then tells what is sent in place of what is there, or that nothing is.
class ReplaceOperation final : public Operation
{
    Q_OBJECT

public:
    // What is to be done about what the server has.
    struct Replacement {
        QByteArray json;                 // is sent, as it is
        std::optional<ApiError> refusal; // nothing is sent, and why
        bool isThere = false;            // nothing has to be sent: the server has it already
    };

    using Plan = std::function<Replacement(const QJsonObject &onServer)>;

    ReplaceOperation(Client *client, const QString &project, const QString &pipeline, Plan plan,
                     QObject *parent = nullptr);

    // Whatever is there: this text.
    static Plan always(const QByteArray &json);
    // Only what the user has seen. Else nothing is sent, and outcome().definition is what is there.
    static Plan onlyIf(std::function<bool(const QJsonObject &onServer)> isSeen,
                       const QByteArray &json);

    // Empty until it is known.
    const QJsonObject &sent() const { return m_sent; }

    // As the server had it right before; empty until it was read.
    const QJsonObject &before() const { return m_before; }

protected:
    void check() override;
    Request write() const override;
    void take(const Reply &reply) override;
    void look() override;

private:
    void takeBefore(const Reply &reply);
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
