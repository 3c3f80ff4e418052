// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/operations/operation.h"

#include <QSet>

namespace Sluice {

// Creates one pipeline. The API knows no idempotency key, so a request whose answer is lost must
// not simply be sent again: the project's list tells what became of it. What was there before is
// read right before the request, unless it is known.
class CreateOperation final : public Operation
{
    Q_OBJECT

public:
    // Refused: when the project has a pipeline of this name (of those that are not known from
    // before), nothing is sent, and outcome().definition is that one.
    enum class Namesakes { Allowed, Refused };

    // json: the definition's text, sent as it is.
    CreateOperation(Client *client, const QString &project, const QByteArray &json,
                    Namesakes namesakes, QObject *parent = nullptr);

    // The ids of the project's pipelines, when they are known. Before start().
    void setKnown(const QSet<QString> &ids);

    // Instead of start(): sends nothing, and only looks for what a former session sent.
    void lookOnly();

    const QString &name() const { return m_name; }

    const QJsonObject &sent() const { return m_sent; }

    // Ids of the project's pipelines before the request; none: they are not known.
    const std::optional<QSet<QString>> &known() const { return m_known; }

protected:
    void check() override;
    Request write() const override;
    void take(const Reply &reply) override;
    void look() override;

private:
    void takeListBefore(const Result<QJsonArray> &list);
    void refuseNamesake(const QJsonObject &namesake);
    void examine(const QJsonArray &list);
    QList<QJsonObject> namesakesIn(const QJsonArray &list) const;

    QString m_project;
    QByteArray m_json;
    QJsonObject m_sent;
    QString m_name;
    Namesakes m_namesakes;
    std::optional<QSet<QString>> m_known;
};

} // namespace Sluice
