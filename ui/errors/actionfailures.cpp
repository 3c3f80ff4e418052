// SPDX-License-Identifier: Apache-2.0
#include "ui/errors/actionfailures.h"

#include "models/fleet/fleet.h"

using namespace Qt::StringLiterals;

namespace Sluice {

ActionFailures::ActionFailures(Fleet *fleet, QObject *parent)
    : QObject(parent)
{
    connect(fleet, &Fleet::actionFailed, this, &ActionFailures::add);
    connect(fleet, &Fleet::commandAccepted, this, &ActionFailures::clear);
    connect(fleet, &Fleet::pipelineDeleted, this, &ActionFailures::clear);
}

void ActionFailures::add(const PipelineKey &pipeline, const QString &what, const ApiError &error)
{
    Cause cause;
    cause.key = u"%1/action/%2"_s.arg(pipeline.account).arg(int(error.kind));
    Failures &failures = m_failures[cause.key];
    failures.account = pipeline.account;
    ++failures.count;
    failures.details +=
        (failures.details.isEmpty() ? QString() : u"\n\n"_s) + what + u'\n' + error.details();

    const bool unknown = error.kind == ApiError::Kind::OutcomeUnknown;
    cause.kind = unknown ? Banner::Kind::Warning : Banner::Kind::Problem;
    cause.fact = unknown ? tr("It is not known whether this was done: %1.").arg(what)
                         : tr("Could not %1.").arg(what);
    if (failures.count > 1)
        cause.fact += u' ' + tr("%1 actions failed for this reason.").arg(failures.count);
    cause.consequence = u"%1 %2"_s.arg(error.summary(), error.nextStep()).trimmed();
    cause.details = failures.details;
    Q_EMIT raised(cause);
}

void ActionFailures::clear(const PipelineKey &pipeline)
{
    const QStringList keys = m_failures.keys();
    for (const QString &key : keys) {
        if (m_failures.value(key).account != pipeline.account)
            continue;
        m_failures.remove(key);
        Q_EMIT cleared(key);
    }
}

} // namespace Sluice
