// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/errors/cause.h"

#include <QHash>
#include <QObject>

namespace Sluice {

class Fleet;
struct ApiError;
struct PipelineKey;

// Starts, stops and deletions that failed, gathered to one cause an account and kind of error. The
// next action of the account that succeeds clears them.
class ActionFailures final : public QObject
{
    Q_OBJECT

public:
    explicit ActionFailures(Fleet *fleet, QObject *parent = nullptr);

Q_SIGNALS:
    void raised(const Sluice::Cause &cause);
    void cleared(const QString &key);

private:
    void add(const PipelineKey &pipeline, const QString &what, const ApiError &error);
    void clear(const PipelineKey &pipeline);

    struct Failures {
        QString account;
        int count = 0;
        QString details;
    };

    QHash<QString, Failures> m_failures; // by the cause's key
};

} // namespace Sluice
