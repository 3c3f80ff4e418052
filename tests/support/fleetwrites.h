// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/fleet.h"

#include <QPointer>

// Changes that somebody else makes meanwhile, made with the program's own operations.
namespace Sluice::Test {

// Starts the operation. Gives its outcome to the handler, unless the context is gone.
inline void runFor(QObject *context, Operation *operation, Handler<QJsonObject> handler)
{
    QObject::connect(operation, &Operation::settled, operation,
                     [operation, guard = QPointer<QObject>(context),
                      handler = std::move(handler)](const WriteOutcome &outcome) {
                         operation->release();
                         if (guard)
                             handler(outcome.isDone() ? Result<QJsonObject>(outcome.definition)
                                                      : Result<QJsonObject>(*outcome.error));
                     });
    operation->start();
}

// Creates a pipeline from JSON text. The handler gets the new definition.
inline void createPipeline(Fleet &fleet, const QString &account, const QString &project,
                           const QByteArray &json, QObject *context, Handler<QJsonObject> handler)
{
    runFor(context, fleet.newCreate(account, project, json, CreateOperation::Namesakes::Allowed),
           std::move(handler));
}

// Replaces the whole definition by this JSON text. The handler gets the definition that the server
// has then.
inline void savePipeline(Fleet &fleet, const PipelineKey &key, const QByteArray &json,
                         QObject *context, Handler<QJsonObject> handler)
{
    runFor(context, fleet.newReplace(key, ReplaceOperation::always(json)), std::move(handler));
}

} // namespace Sluice::Test
