// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/fleet.h"

#include <QPointer>

// What somebody else does meanwhile, in the operations of the program.
namespace Sluice::Test {

// Starts it, and hands what became of it to a handler whose context still lives.
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

// From JSON text; the handler gets the new definition.
inline void createPipeline(Fleet &fleet, const QString &account, const QString &project,
                           const QByteArray &json, QObject *context, Handler<QJsonObject> handler)
{
    runFor(context, fleet.newCreate(account, project, json, CreateOperation::Namesakes::Allowed),
           std::move(handler));
}

// The whole definition by this JSON text; the handler gets the server's answer.
inline void savePipeline(Fleet &fleet, const PipelineKey &key, const QByteArray &json,
                         QObject *context, Handler<QJsonObject> handler)
{
    runFor(context, fleet.newReplace(key, ReplaceOperation::always(json)), std::move(handler));
}

} // namespace Sluice::Test
