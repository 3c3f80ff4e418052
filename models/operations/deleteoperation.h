// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/operations/operation.h"

namespace Sluice {

// Deletes one pipeline. When the pipeline is already gone, outcome().isDone() is true and the error
// is NotFound.
class DeleteOperation final : public Operation
{
    Q_OBJECT

public:
    DeleteOperation(Client *client, const QString &project, const QString &pipeline,
                    QObject *parent = nullptr);

protected:
    Request write() const override;
    void refuse(const ApiError &error) override;
    void look() override;

private:
    void lookInList();
    void seeStillThere();
    void seeGone();

    QString m_project;
    QString m_pipeline;
};

} // namespace Sluice
