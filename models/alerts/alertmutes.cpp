// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alertmutes.h"

#include <algorithm>

namespace Sluice {

namespace {

// The keys that an alert is about: those of its pipelines, or its account's with its notice.
QList<PipelineKey> keysOf(const Alert &alert)
{
    if (alert.rule == AlertRule::AccountTrouble)
        return {{alert.account, {}, alert.notice}};
    QList<PipelineKey> keys;
    keys.reserve(alert.parts.size());
    for (const AlertPart &part : alert.parts)
        keys.append(part.key);
    return keys;
}

bool covers(const Mute &mute, const PipelineKey &key, AlertRule rule)
{
    return mute.key == key && (!mute.rule || *mute.rule == rule);
}

bool isOn(const Mute &mute, const QDateTime &now)
{
    return mute.from <= now && (mute.isEndless() || now < mute.until);
}

// Invalid is never.
bool isSooner(const QDateTime &one, const QDateTime &other)
{
    return one.isValid() && (!other.isValid() || one < other);
}

} // namespace

void AlertMutes::add(const Mute &mute)
{
    m_mutes.removeIf([&mute](const Mute &each) { return each.isAbout(mute); });
    m_mutes.append(mute);
}

void AlertMutes::removeAccount(const QString &account)
{
    m_mutes.removeIf([&account](const Mute &each) { return each.key.account == account; });
    m_wholes.removeIf([&account](const auto &each) { return each->account == account; });
}

bool AlertMutes::isMuted(const Alert &alert, const QDateTime &now) const
{
    const QList<PipelineKey> keys = keysOf(alert);
    return std::all_of(keys.cbegin(), keys.cend(), [&](const PipelineKey &key) {
        return std::any_of(m_mutes.cbegin(), m_mutes.cend(), [&](const Mute &mute) {
            return isOn(mute, now) && covers(mute, key, alert.rule);
        });
    });
}

bool AlertMutes::isMutedAsWhole(const Alert &alert, const QDateTime &now) const
{
    const auto whole = m_wholes.constFind(alert.id);
    return whole != m_wholes.cend() && isOn({{}, {}, whole->from, whole->until}, now);
}

QDateTime AlertMutes::mutedUntil(const Alert &alert, const QDateTime &now) const
{
    QDateTime first;
    const QList<PipelineKey> keys = keysOf(alert);
    for (const PipelineKey &key : keys) {
        QDateTime last = now; // the longest of its mutes counts
        for (const Mute &mute : m_mutes) {
            if (isOn(mute, now) && covers(mute, key, alert.rule) && isSooner(last, mute.until))
                last = mute.until;
        }
        if (isSooner(last, first))
            first = last;
    }
    return first == now ? QDateTime() : first;
}

void AlertMutes::mute(const Alert &alert, const QDateTime &from, const QDateTime &until)
{
    const QList<PipelineKey> keys = keysOf(alert);
    for (const PipelineKey &key : keys)
        add({key, alert.rule, from, until});
    m_wholes.insert(alert.id, {alert.account, from, until});
}

void AlertMutes::unmute(const Alert &alert)
{
    const QList<PipelineKey> keys = keysOf(alert);
    m_mutes.removeIf([&](const Mute &mute) {
        return std::any_of(keys.cbegin(), keys.cend(),
                           [&](const PipelineKey &key) { return covers(mute, key, alert.rule); });
    });
    m_wholes.remove(alert.id);
}

bool AlertMutes::prune(const QDateTime &now)
{
    m_wholes.removeIf(
        [&now](const auto &each) { return each->until.isValid() && each->until <= now; });
    return m_mutes.removeIf(
               [&now](const Mute &mute) { return !mute.isEndless() && mute.until <= now; }) > 0;
}

bool AlertMutes::onOver(const Alert &alert)
{
    const auto whole = m_wholes.constFind(alert.id);
    if (whole != m_wholes.cend() && (!alert.isOpen() || !whole->until.isValid()))
        m_wholes.erase(whole);
    const QList<PipelineKey> keys = keysOf(alert);
    return m_mutes.removeIf([&](const Mute &mute) {
        return mute.isEndless() && std::any_of(keys.cbegin(), keys.cend(), [&](const auto &key) {
                   return covers(mute, key, alert.rule);
               });
    }) > 0;
}

bool AlertMutes::onJoined(const Alert &alert)
{
    const auto whole = m_wholes.constFind(alert.id);
    if (whole == m_wholes.cend())
        return false;
    const PipelineKey key = alert.parts.constLast().key;
    add({key, alert.rule, whole->from, whole->until});
    return true;
}

} // namespace Sluice
