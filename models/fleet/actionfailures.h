// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/api/apierror.h"
#include "models/support/notice.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <functional>

namespace Sluice {

class Fleet;

// Starts, stops and deletions that failed, in one notice for each account and kind of error. A
// pipeline leaves its notices when one of its next actions succeeds, or with its account.
class ActionFailures final : public QObject
{
    Q_OBJECT

public:
    explicit ActionFailures(Fleet *fleet, QObject *parent = nullptr);

    // Those for which this gives true are told elsewhere, and leave no notice.
    void setToldElsewhere(std::function<bool(const PipelineKey &)> isToldElsewhere);

    // The user has read it: the next failure of this kind begins a new notice.
    void forget(const QString &key);

Q_SIGNALS:
    void raised(const Sluice::Notice &notice); // new, or its words changed
    void cleared(const QString &key);

private:
    // The newest failure of one pipeline.
    struct Failure {
        PipelineKey pipeline;
        QString what;
        ApiError error;
    };

    void add(const PipelineKey &pipeline, const QString &what, const ApiError &error);
    void drop(const PipelineKey &pipeline);
    void dropAccount(const QString &account);
    static Notice noticeOf(const QString &key, const QList<Failure> &failures);

    std::function<bool(const PipelineKey &)> m_isToldElsewhere;
    QHash<QString, QList<Failure>> m_failures; // by the notice's key, oldest first
};

} // namespace Sluice
