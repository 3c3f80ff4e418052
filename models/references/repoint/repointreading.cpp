// SPDX-License-Identifier: Apache-2.0
#include "models/references/repoint/repointreading.h"

#include "models/fleet/fleet.h"

#include <algorithm>

namespace Sluice {

RepointReading::RepointReading(Fleet *fleet, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
{}

void RepointReading::start(const QList<PipelineKey> &keys)
{
    ++m_round;
    m_left = keys;
    m_isRunning = true;
    readNext();
}

void RepointReading::stop()
{
    ++m_round;
    m_left.clear();
    m_isRunning = false;
}

void RepointReading::readNext()
{
    if (m_left.isEmpty()) {
        m_isRunning = false;
        Q_EMIT finished();
        return;
    }
    const PipelineKey key = m_left.takeFirst();
    Q_EMIT reading(key);
    m_fleet->readPipeline(key, this, [this, key, round = m_round](const Result<QJsonObject> &read) {
        if (round == m_round)
            onRead(key, read);
    });
}

void RepointReading::onRead(const PipelineKey &key, const Result<QJsonObject> &read)
{
    const int round = m_round;
    Q_EMIT answered(key, read);
    if (!read && read.error().endsARun() && round == m_round)
        passOver(key, read.error());
    if (round == m_round)
        readNext();
}

// Those that would fare as this one did. A project may be forbidden beside others that are not.
void RepointReading::passOver(const PipelineKey &failed, const ApiError &error)
{
    const bool isOfProject = error.kind == ApiError::Kind::Forbidden;
    const auto stays = [&](const PipelineKey &key) {
        return key.account != failed.account || (isOfProject && key.project != failed.project);
    };
    const auto alike = std::stable_partition(m_left.begin(), m_left.end(), stays);
    const QList<PipelineKey> keys(alike, m_left.end());
    m_left.erase(alike, m_left.end());
    if (!keys.isEmpty())
        Q_EMIT passedOver(keys, error);
}

} // namespace Sluice
