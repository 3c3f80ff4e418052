// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/pipelinerow.h"

#include "models/pipeline/definition.h"

#include <QJsonArray>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

bool isActive(PipelineState state)
{
    return state == PipelineState::Snapshotting || state == PipelineState::Streaming;
}

QString joined(std::initializer_list<QString> parts)
{
    QStringList texts(parts);
    texts.removeAll(QString());
    return texts.join(u' ');
}

} // namespace

void PipelineRow::setDefinition(const QJsonObject &json)
{
    definition = json;
    name = Definition::name(json);
    agentId = Definition::agentId(json);
    sourceType = Definition::sourceType(json);
    sourceHost = Definition::sourceHost(json);
    sourceDatabase = Definition::sourceDatabase(json);
    targetType = Definition::targetType(json);
    targetPlace = Definition::targetPlace(json);
    tableCount = Definition::tableCount(json);
    dropSearchText();
}

bool PipelineRow::takeStatus(const QString &status, const QDateTime &now)
{
    const PipelineState seen = pipelineStateFrom(status);
    const bool wordChanged = status != rawStatus || seen != state;
    const bool wasOutdated = std::exchange(outdated, false);
    checked = now;
    error.clear();

    bool badgeChanged = proves(seen) || expireRequest(now);
    if (proves(seen))
        requested.reset();
    if (!wordChanged)
        return badgeChanged || wasOutdated;

    if (seen != PipelineState::NotRunning)
        stoppedUnexpectedly = false;
    else if (isUnexpectedStop(seen, now))
        stoppedUnexpectedly = true;
    if (seen != state || seen == PipelineState::Other) {
        sinceExact = state != PipelineState::NotChecked;
        since = now;
    }
    state = seen;
    rawStatus = status;
    return true;
}

bool PipelineRow::takeFailure(const QString &reason, const QDateTime &now)
{
    const bool expired = expireRequest(now);
    if (outdated && error == reason)
        return expired;
    outdated = true;
    error = reason;
    return true;
}

void PipelineRow::request(PipelineCommand command, const QDateTime &now)
{
    requested = command;
    requestedAt = now;
    stopSentAt = command == PipelineCommand::Stop ? now : QDateTime();
    stoppedUnexpectedly = false;
}

Badge PipelineRow::badge() const
{
    if (requested)
        return *requested == PipelineCommand::Start ? Badge::StartRequested : Badge::StopRequested;
    return stoppedUnexpectedly ? Badge::StoppedUnexpectedly : badgeOf(state);
}

QString PipelineRow::sourceText() const
{
    return joined({sourceType, sourceHost, sourceDatabase});
}

QString PipelineRow::targetText() const
{
    return joined({targetType, targetPlace});
}

const QString &PipelineRow::searchText() const
{
    if (!m_search.isEmpty())
        return m_search;
    QString text = joined({name, sourceText(), targetText(), runnerText(), projectName});
    const QJsonArray tables = definition["streamingSource"_L1]["tables"_L1].toArray();
    for (const QJsonValue &table : tables) {
        text += u'\n' + table["schema"_L1].toString() + u'.' + table["table"_L1].toString();
    }
    m_search = text.toLower();
    return m_search;
}

bool PipelineRow::expireRequest(const QDateTime &now)
{
    if (!requested || requestedAt.secsTo(now) < requestSeconds)
        return false;
    requested.reset();
    return true;
}

bool PipelineRow::proves(PipelineState seen) const
{
    if (!requested)
        return false;
    if (*requested == PipelineCommand::Start)
        return seen == PipelineState::Starting || isActive(seen);
    return seen == PipelineState::Stopping || seen == PipelineState::NotRunning;
}

bool PipelineRow::isUnexpectedStop(PipelineState seen, const QDateTime &now) const
{
    const bool stopWasSent = stopSentAt.isValid() && stopSentAt.secsTo(now) < stopSeconds;
    return isActive(state) && seen == PipelineState::NotRunning && !stopWasSent;
}

} // namespace Sluice
