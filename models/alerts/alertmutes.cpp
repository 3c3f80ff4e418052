// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alertmutes.h"

#include <algorithm>

namespace Sluice {

namespace {

// The keys that an alert is about: those of its pipelines, or its account's.
QList<PipelineKey> keysOf(const Alert &alert)
{
    if (alert.rule == AlertRule::AccountTrouble)
        return {{alert.account, {}, {}}};
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

} // namespace

void AlertMutes::add(const Mute &mute)
{
    m_mutes.removeIf([&mute](const Mute &each) { return each.isAbout(mute); });
    m_mutes.append(mute);
}

void AlertMutes::removeAccount(const QString &account)
{
    m_mutes.removeIf([&account](const Mute &each) { return each.key.account == account; });
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

QDateTime AlertMutes::mutedUntil(const Alert &alert, const QDateTime &now) const
{
    QDateTime first;
    const QList<PipelineKey> keys = keysOf(alert);
    for (const PipelineKey &key : keys) {
        for (const Mute &mute : m_mutes) {
            const bool isSooner = !first.isValid() || mute.until < first;
            if (!mute.isEndless() && isOn(mute, now) && covers(mute, key, alert.rule) && isSooner)
                first = mute.until;
        }
    }
    return first;
}

void AlertMutes::mute(const Alert &alert, const QDateTime &from, const QDateTime &until)
{
    const QList<PipelineKey> keys = keysOf(alert);
    for (const PipelineKey &key : keys)
        add({key, alert.rule, from, until});
}

void AlertMutes::unmute(const Alert &alert)
{
    const QList<PipelineKey> keys = keysOf(alert);
    m_mutes.removeIf([&](const Mute &mute) {
        return std::any_of(keys.cbegin(), keys.cend(),
                           [&](const PipelineKey &key) { return covers(mute, key, alert.rule); });
    });
}

bool AlertMutes::prune(const QDateTime &now)
{
    return m_mutes.removeIf(
               [&now](const Mute &mute) { return !mute.isEndless() && mute.until <= now; }) > 0;
}

bool AlertMutes::onOver(const Alert &alert)
{
    const QList<PipelineKey> keys = keysOf(alert);
    return m_mutes.removeIf([&](const Mute &mute) {
        return mute.isEndless() && std::any_of(keys.cbegin(), keys.cend(), [&](const auto &key) {
                   return covers(mute, key, alert.rule);
               });
    }) > 0;
}

} // namespace Sluice
