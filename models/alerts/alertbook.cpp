// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alertbook.h"

#include <algorithm>

namespace Sluice {

namespace {

// How long a fault that came back so often has to be over, in s.
qint64 holdOf(AlertRule rule, int returns)
{
    const qint64 longest = std::chrono::seconds(longestHold).count();
    return std::min(longest, qint64(rowOf(rule).hold.count()) << std::min(returns, 10));
}

AlertPart *partOf(Alert &alert, const PipelineKey &key)
{
    const auto found = std::find_if(alert.parts.begin(), alert.parts.end(),
                                    [&key](const AlertPart &part) { return part.key == key; });
    return found == alert.parts.end() ? nullptr : &*found;
}

} // namespace

Alert *AlertBook::find(qint64 id)
{
    const auto found = std::find_if(m_open.begin(), m_open.end(),
                                    [id](const Alert &alert) { return alert.id == id; });
    return found == m_open.end() ? nullptr : &*found;
}

Alert *AlertBook::findNotice(const QString &notice)
{
    const auto found = std::find_if(m_open.begin(), m_open.end(), [&notice](const Alert &alert) {
        return alert.rule == AlertRule::AccountTrouble && alert.notice == notice;
    });
    return found == m_open.end() ? nullptr : &*found;
}

void AlertBook::look(AlertRule rule, const PipelineKey &key, bool isFaulty, const QDateTime &now,
                     const QDateTime &since)
{
    Cases &cases = m_cases[rule];
    auto found = cases.find(key);
    if (found == cases.end()) {
        if (!isFaulty)
            return; // as nearly always
        found = cases.insert(key, {});
    }
    Case &standing = *found;
    if (standing.alert != 0) {
        lookAtOpen(standing, rule, key, isFaulty, now);
        return;
    }
    if (!isFaulty) {
        standing.seenAt = {};
        const bool isForgotten = !standing.settled.isValid() ||
                                 standing.settled.secsTo(now) > 2 * holdOf(rule, standing.returns);
        if (isForgotten)
            cases.erase(found);
        return;
    }
    if (!standing.seenAt.isValid()) {
        standing.seenAt = now;
        standing.since = since.isValid() ? std::min(since, now) : now;
    }
    if (standing.seenAt.secsTo(now) >= rowOf(rule).confirmation.count())
        open(rule, key, standing, now);
}

void AlertBook::lookAtOpen(Case &standing, AlertRule rule, const PipelineKey &key, bool isFaulty,
                           const QDateTime &now)
{
    Alert *alert = find(standing.alert);
    AlertPart *part = alert ? partOf(*alert, key) : nullptr;
    if (!part)
        return;
    const bool wasRecovering = alert->isRecovering();
    if (isFaulty) {
        if (!part->overAt.isValid())
            return;
        part->overAt = {};
        part->audit = {}; // it stopped once more
        ++standing.returns;
        if (wasRecovering)
            tell(Step::Returned, *alert);
        return;
    }
    if (!part->overAt.isValid()) {
        part->overAt = now;
        if (alert->isRecovering() && holdOf(rule, standing.returns) > 0)
            tell(Step::Eased, *alert);
    }
    if (isOverForLong(*alert, now))
        settle(alert->id, now);
}

void AlertBook::setAudit(const PipelineKey &key, const AuditFinding &audit)
{
    for (Alert &alert : m_open) {
        AlertPart *part = alert.rule == AlertRule::UnexpectedStop ? partOf(alert, key) : nullptr;
        if (!part || part->overAt.isValid() || part->audit == audit)
            continue;
        part->audit = audit;
        tell(Step::Reworded, alert);
    }
}

// What the same cause may have hit already.
Alert *AlertBook::sameCause(AlertRule rule, const QString &account, const QDateTime &since)
{
    const auto isNear = [&since](const AlertPart &part) {
        return std::abs(part.since.secsTo(since)) <= oneCause.count();
    };
    const auto found = std::find_if(m_open.begin(), m_open.end(), [&](const Alert &alert) {
        return alert.rule == rule && alert.account == account &&
               std::any_of(alert.parts.cbegin(), alert.parts.cend(), isNear);
    });
    return found == m_open.end() ? nullptr : &*found;
}

void AlertBook::open(AlertRule rule, const PipelineKey &key, Case &standing, const QDateTime &now)
{
    const bool comesBack = standing.settled.isValid() &&
                           standing.settled.secsTo(now) <= 2 * holdOf(rule, standing.returns);
    standing.returns = comesBack ? standing.returns + 1 : 0;
    if (Alert *same = sameCause(rule, key.account, standing.since)) {
        standing.alert = same->id;
        same->parts.append({key, standing.since, {}});
        same->since = std::min(same->since, standing.since);
        tell(Step::Grew, *same);
        return;
    }
    Alert alert;
    alert.id = ++m_lastId;
    alert.rule = rule;
    alert.account = key.account;
    alert.parts = {{key, standing.since, {}}};
    alert.since = standing.since;
    standing.alert = alert.id;
    m_open.append(alert);
    tell(Step::Opened, alert);
}

bool AlertBook::isOverForLong(const Alert &alert, const QDateTime &now) const
{
    const Cases &cases = *m_cases.constFind(alert.rule);
    return std::all_of(alert.parts.cbegin(), alert.parts.cend(), [&](const AlertPart &part) {
        return part.overAt.isValid() &&
               part.overAt.secsTo(now) >= holdOf(alert.rule, cases.value(part.key).returns);
    });
}

void AlertBook::settle(qint64 id, const QDateTime &now)
{
    Alert alert = *find(id);
    m_open.removeIf([id](const Alert &each) { return each.id == id; });
    alert.settled = now;
    Cases &cases = m_cases[alert.rule];
    for (const AlertPart &part : std::as_const(alert.parts)) {
        const auto standing = cases.find(part.key);
        if (standing == cases.end())
            continue; // it is forgotten
        standing->alert = 0;
        standing->seenAt = {};
        standing->settled = now;
    }
    tell(Step::Settled, alert);
}

void AlertBook::forget(const QList<PipelineKey> &keys, const QDateTime &now)
{
    for (Cases &cases : m_cases) {
        for (const PipelineKey &key : keys) {
            const Case gone = cases.take(key);
            Alert *alert = gone.alert == 0 ? nullptr : find(gone.alert);
            if (!alert)
                continue;
            if (alert->parts.size() == 1) {
                settle(gone.alert, now);
            } else {
                alert->parts.removeIf([&key](const AlertPart &part) { return part.key == key; });
                tell(Step::Reworded, *alert);
            }
        }
    }
}

void AlertBook::raise(const Notice &notice, const QDateTime &now)
{
    const auto word = [&notice](Alert &alert) {
        alert.fact = notice.fact;
        alert.consequence = notice.consequence;
        alert.back = notice.back;
        alert.past = notice.past;
    };
    Alert *known = findNotice(notice.key);
    if (!known) {
        Alert alert;
        alert.id = ++m_lastId;
        alert.rule = AlertRule::AccountTrouble;
        alert.account = notice.account;
        alert.notice = notice.key;
        word(alert);
        alert.since = now;
        m_open.append(alert);
        tell(Step::Opened, alert);
        return;
    }
    const bool isReworded = known->fact != notice.fact || known->consequence != notice.consequence;
    word(*known);
    if (std::exchange(known->overAt, {}).isValid()) {
        ++m_returns[notice.key];
        tell(Step::Returned, *known);
    } else if (isReworded) {
        tell(Step::Reworded, *known);
    }
}

void AlertBook::ease(const QString &notice, const QDateTime &now)
{
    Alert *alert = findNotice(notice);
    if (!alert || alert->overAt.isValid())
        return;
    alert->overAt = now;
    tell(Step::Eased, *alert);
}

void AlertBook::forgetAccount(const QString &account, const QDateTime &now)
{
    QList<qint64> ids;
    for (const Alert &alert : std::as_const(m_open)) {
        if (alert.account == account)
            ids.append(alert.id);
    }
    for (const qint64 id : std::as_const(ids))
        settle(id, now);
    for (Cases &cases : m_cases)
        cases.removeIf([&account](const auto &each) { return each.key().account == account; });
}

void AlertBook::tick(const QDateTime &now)
{
    QList<qint64> over;
    for (const Alert &alert : std::as_const(m_open)) {
        if (alert.overAt.isValid() &&
            alert.overAt.secsTo(now) >= holdOf(alert.rule, m_returns.value(alert.notice))) {
            over.append(alert.id);
            m_returns.remove(alert.notice);
        }
    }
    for (const qint64 id : std::as_const(over))
        settle(id, now);
}

QHash<PipelineKey, QDateTime> AlertBook::unconfirmed(AlertRule rule) const
{
    QHash<PipelineKey, QDateTime> seen;
    const Cases cases = m_cases.value(rule);
    for (auto each = cases.cbegin(); each != cases.cend(); ++each) {
        if (each->alert == 0 && each->seenAt.isValid())
            seen.insert(each.key(), each->seenAt);
    }
    return seen;
}

} // namespace Sluice
