// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/operations/operation.h"

#include <QSet>

namespace Sluice {

// Creates one pipeline. The API has no idempotency key, so a request without an answer must not
// simply be sent again. The project's list tells what became of it. For that, the list is also read
// right before the request, unless its ids are known.
class CreateOperation final : public Operation
{
    Q_OBJECT

public:
    // Refused: nothing is sent when the project has a pipeline of this name that setKnown() did not
    // name. outcome().definition is then that pipeline.
    enum class Namesakes { Allowed, Refused };

    // json: the text of the definition, sent as it is.
    CreateOperation(Client *client, const QString &project, const QByteArray &json,
                    Namesakes namesakes, QObject *parent = nullptr);

    // Sets the known ids of the project's pipelines. To be called before start().
    void setKnown(const QSet<QString> &ids);

    // To be called instead of start(). Sends nothing, and only looks for the pipeline that a former
    // session sent.
    void lookOnly();

    const QString &name() const { return m_name; }

    const QJsonObject &sent() const { return m_sent; }

    // The ids of the project's pipelines before the request. Nothing when they are not known.
    const std::optional<QSet<QString>> &known() const { return m_known; }

protected:
    void check() override;
    Request write() const override;
    void onReply(const Reply &reply) override;
    void look() override;

private:
    void onListBefore(const Result<QJsonArray> &list);
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
