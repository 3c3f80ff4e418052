// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/actionfailures.h"

#include "models/fleet/fleet.h"

using namespace Qt::StringLiterals;

namespace Sluice {

ActionFailures::ActionFailures(Fleet *fleet, QObject *parent)
    : QObject(parent)
{
    connect(fleet, &Fleet::actionFailed, this, &ActionFailures::add);
    connect(fleet, &Fleet::commandAccepted, this, &ActionFailures::drop);
    connect(fleet, &Fleet::pipelineDeleted, this, &ActionFailures::drop);
    connect(fleet, &Fleet::accountAboutToBeRemoved, this,
            [this](const Account *account) { dropAccount(account->id()); });
}

void ActionFailures::add(const PipelineKey &pipeline, const QString &what, const ApiError &error)
{
    if (m_isToldElsewhere && m_isToldElsewhere(pipeline))
        return;
    const QString key = u"%1/action/%2"_s.arg(pipeline.account).arg(int(error.kind));
    QList<Failure> &failures = m_failures[key];
    failures.removeIf([&](const Failure &one) { return one.pipeline == pipeline; });
    failures.append({pipeline, what, error});
    Q_EMIT raised(noticeOf(key, failures));
}

Notice ActionFailures::noticeOf(const QString &key, const QList<Failure> &failures)
{
    const auto &[pipeline, what, error] = failures.last();
    const bool unknown = error.isEffectUnknown();
    Notice notice;
    notice.key = key;
    notice.kind = unknown ? Notice::Kind::Warning : Notice::Kind::Problem;
    notice.fact = unknown ? tr("It is not known whether this was done: %1.").arg(what)
                          : tr("Could not %1.").arg(what);
    if (failures.size() > 1)
        notice.fact +=
            u' ' + tr("%n action(s) failed for this reason.", nullptr, int(failures.size()));
    notice.consequence = u"%1 %2"_s.arg(error.summary(), error.nextStep()).trimmed();
    QStringList details;
    for (const Failure &one : failures)
        details += one.what + u'\n' + one.error.details();
    notice.details = details.join(u"\n\n"_s);
    return notice;
}

void ActionFailures::setToldElsewhere(std::function<bool(const PipelineKey &)> isToldElsewhere)
{
    m_isToldElsewhere = std::move(isToldElsewhere);
}

void ActionFailures::forget(const QString &key)
{
    if (m_failures.remove(key))
        Q_EMIT cleared(key);
}

void ActionFailures::drop(const PipelineKey &pipeline)
{
    const QStringList keys = m_failures.keys();
    for (const QString &key : keys) {
        QList<Failure> left = m_failures.value(key);
        if (left.removeIf([&](const Failure &one) { return one.pipeline == pipeline; }) == 0)
            continue;
        if (left.isEmpty()) {
            forget(key);
            continue;
        }
        m_failures.insert(key, left);
        Q_EMIT raised(noticeOf(key, left));
    }
}

void ActionFailures::dropAccount(const QString &account)
{
    const QStringList keys = m_failures.keys();
    for (const QString &key : keys) {
        if (m_failures.value(key).constFirst().pipeline.account == account)
            forget(key);
    }
}

} // namespace Sluice
