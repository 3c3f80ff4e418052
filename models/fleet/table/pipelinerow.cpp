// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinerow.h"

#include "models/definition/definition.h"
#include "models/support/hiddencharacters.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

bool isActive(PipelineState state)
{
    return state == PipelineState::Snapshotting || state == PipelineState::Streaming;
}

// before: the state that was seen last, at lastSeen, of a pipeline that does not run any more.
// stopSentAt: the last stop from here; invalid: none.
bool isUnexpectedStop(PipelineState before, const QDateTime &lastSeen, const QDateTime &stopSentAt)
{
    const bool stopWasSent =
        stopSentAt.isValid() && stopSentAt.secsTo(lastSeen) < PipelineRow::stopSeconds;
    return isActive(before) && !stopWasSent;
}

QString joinedWords(std::initializer_list<QString> parts)
{
    QStringList texts(parts);
    texts.removeAll(QString());
    return texts.join(u' ');
}

// What a row is searched by, a line for each thing, so that no word matches across two.
QString textOf(const PipelineRow &row)
{
    QString text =
        row.name + u'\n' + row.sourceText() + u'\n' + row.targetText() + u'\n' + row.projectName;
    const QJsonArray tables = row.definition["streamingSource"_L1]["tables"_L1].toArray();
    text.reserve(text.size() + tables.size() * 32);
    for (const QJsonValue &value : tables) {
        const QJsonObject table = value.toObject();
        text += u'\n';
        text += table["schema"_L1].toString();
        text += u'.';
        text += table["table"_L1].toString();
    }
    return text;
}

} // namespace

void PipelineRow::setDefinition(const QJsonObject &json, const QString &project)
{
    definition = json;
    projectName = project;
    name = shownName(Definition::name(json));
    sortName = name.toCaseFolded();
    agentId = Definition::agentId(json);
    sourceType = shownName(Definition::sourceType(json));
    sourceHost = shownName(Definition::sourceHost(json));
    sourceDatabase = shownName(Definition::sourceDatabase(json));
    targetType = shownName(Definition::targetType(json));
    targetPlace = shownName(Definition::targetPlace(json));
    tableCount = Definition::tableCount(json);
    m_search = textOf(*this).toLower();
}

bool PipelineRow::applyStatus(const QString &status, const QDateTime &now)
{
    const PipelineState seen = pipelineStateFrom(status);
    const QString word = shownName(status);
    const bool wordChanged = word != rawStatus || seen != state;
    const bool wasOutdated = std::exchange(outdated, false);
    const QDateTime lastSeen = std::exchange(checked, now);
    const bool wasRecalled = std::exchange(recalled, false);
    error.clear();
    noteCourse(seen, lastSeen, now, wasRecalled);

    bool badgeChanged = proves(seen) || expireRequest(now);
    if (proves(seen))
        requested.reset();
    if (!wordChanged)
        return badgeChanged || wasOutdated;

    if (seen != PipelineState::NotRunning)
        stoppedUnexpectedly = false;
    else if (isUnexpectedStop(state, lastSeen, stopSentAt))
        stoppedUnexpectedly = true;
    if (seen != state || seen == PipelineState::Other) {
        // Between two runs of the program nobody saw when it changed.
        sinceExact = state != PipelineState::NotChecked && !wasRecalled;
        since = now;
        seenBefore = {};
    }
    state = seen;
    rawStatus = word;
    return true;
}

// When it streamed last, and how long its snapshots take. Called before the state changes.
void PipelineRow::noteCourse(PipelineState seen, const QDateTime &lastSeen, const QDateTime &now,
                             bool wasRecalled)
{
    const bool isInTime = lastSeen.isValid() && lastSeen.secsTo(now) <= lookSeconds && !wasRecalled;
    if (seen == PipelineState::Streaming) {
        if (state == PipelineState::Snapshotting && sinceExact && isInTime)
            longestSnapshot =
                std::max(longestSnapshot, std::chrono::milliseconds(since.msecsTo(now)));
        streamed = now;
        streamedExact = false;
    } else if (state == PipelineState::Streaming) {
        streamedExact = isInTime;
    }
}

bool PipelineRow::applyFailure(const QString &reason, const QDateTime &now)
{
    const bool expired = expireRequest(now);
    if (outdated && error == reason)
        return expired;
    outdated = true;
    error = reason;
    return true;
}

void PipelineRow::recall(const SeenState &seen)
{
    if (!streamed.isValid()) {
        streamed = seen.streamed;
        streamedExact = seen.streamedExact;
    }
    longestSnapshot = std::max(longestSnapshot, seen.longestSnapshot);
    if (requested || stopSentAt.isValid())
        return; // what is sent from here says how a stop came about
    const PipelineState before = pipelineStateFrom(seen.status);
    const bool isAnswered = checked.isValid();
    const bool hasStopped =
        state == PipelineState::NotRunning && isUnexpectedStop(before, seen.seen, seen.stopSentAt);
    if (!isAnswered || state == PipelineState::NotRunning)
        stoppedUnexpectedly = stoppedUnexpectedly || seen.stoppedUnexpectedly || hasStopped;
    if (!seen.seen.isValid())
        return;
    if (isAnswered && before != state)
        return;
    since = seen.since;
    sinceExact = seen.sinceExact;
    seenBefore = seen.seen;
    if (isAnswered)
        return;
    state = before;
    rawStatus = shownName(seen.status);
    checked = seen.seen;
    stopSentAt = seen.stopSentAt;
    outdated = true;
    recalled = true;
}

SeenState PipelineRow::seenState() const
{
    return {rawStatus,           checked,  since,         sinceExact,     stopSentAt,
            stoppedUnexpectedly, streamed, streamedExact, longestSnapshot};
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
    // One that is known from an earlier run of the program waits for the first status.
    const bool isStopped = state == PipelineState::NotRunning;
    return stoppedUnexpectedly && isStopped ? Badge::StoppedUnexpectedly : badgeOf(state);
}

QString PipelineRow::sourceText() const
{
    return joinedWords({sourceType, sourceHost, sourceDatabase});
}

QString PipelineRow::targetText() const
{
    return joinedWords({targetType, targetPlace});
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

} // namespace Sluice
