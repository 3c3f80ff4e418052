// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/table/pipelinecells.h"

#include "models/definition/pipelinestate.h"
#include "models/definition/pipelinetypes.h"
#include "models/fleet/table/pipelinemodel.h"
#include "models/fleet/table/pipelinerow.h"
#include "models/support/agetext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Sluice::PipelineCells {

namespace {

struct CellWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::PipelineCells)
};

// "PostgreSQL"; the id of a type that this program does not know.
QString nameOf(const TypeInfo *type, const QString &id)
{
    return type ? QCoreApplication::translate("Form", type->label) : id;
}

QString joinedParts(QStringList parts, const QString &separator)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

QStringList source(const PipelineRow &row)
{
    return {nameOf(findSourceType(row.sourceType), row.sourceType), row.sourceHost,
            row.sourceDatabase};
}

QStringList target(const PipelineRow &row)
{
    return {nameOf(findTargetType(row.targetType), row.targetType), row.targetPlace};
}

QString spokenSince(const PipelineRow &row, const QDateTime &now)
{
    const QDateTime end = row.knownUntil();
    QString duration = durationText(row.shownSince(), end.isValid() ? end : now);
    if (duration.isEmpty() || row.isShownSinceExact())
        return duration;
    return CellWords::tr("more than %1").arg(duration);
}

QString sinceText(const PipelineRow &row)
{
    const QString moment = momentText(row.shownSince());
    if (moment.isEmpty())
        return {};
    return row.isShownSinceExact()
               ? CellWords::tr("Since %1").arg(moment)
               : CellWords::tr("At least since %1, when Sluice saw it first").arg(moment);
}

QString lastCommand(const PipelineRow &row)
{
    if (row.requested) {
        const QString moment = momentText(row.requestedAt);
        return *row.requested == PipelineCommand::Start
                   ? CellWords::tr("Start requested from here at %1").arg(moment)
                   : CellWords::tr("Stop requested from here at %1").arg(moment);
    }
    return row.stopSentAt.isValid()
               ? CellWords::tr("Stop requested from here at %1").arg(momentText(row.stopSentAt))
               : QString();
}

QString lastAnswer(const PipelineRow &row)
{
    return row.checked.isValid() ? CellWords::tr("Last answer %1").arg(momentText(row.checked))
                                 : QString();
}

QString statusToolTip(const PipelineRow &row)
{
    QStringList lines{badgeText(row.badge(), row.rawStatus, row.outdated)};
    if (!row.rawStatus.isEmpty())
        lines += CellWords::tr("The server says %1").arg(row.rawStatus);
    lines << sinceText(row) << lastAnswer(row) << lastCommand(row);
    if (row.recalled)
        lines += CellWords::tr("Seen so before Sluice was started; no answer since.");
    if (row.outdated && !row.error.isEmpty())
        lines += CellWords::tr("The last check failed: %1").arg(row.error);
    lines << advice(row.badge());
    return joinedParts(lines, u"\n"_s);
}

} // namespace

QString readText(const PipelineRow &row)
{
    return row.recalledFrom.isValid()
               ? CellWords::tr("Its definition is as read %1. The list of its project has not come "
                               "since Sluice was started.")
                     .arg(momentText(row.recalledFrom))
               : QString();
}

QString advice(Badge badge)
{
    switch (badge) {
    case Badge::Unknown:
        return CellWords::tr("Maia itself does not know the state, often because the runner does "
                             "not answer. Look whether the runner is connected, then refresh.");
    case Badge::NewValue: return CellWords::tr("This version of Sluice does not know the word.");
    case Badge::StoppedUnexpectedly:
        return CellWords::tr("It was running, and no stop went out from here: it stopped by "
                             "itself, or somebody else stopped it. The vendor's log tells why.");
    default: return {};
    }
}

QString spoken(const PipelineRow &row, int column, const QDateTime &now)
{
    switch (column) {
    case PipelineModel::StatusColumn: return badgeText(row.badge(), row.rawStatus, row.outdated);
    case PipelineModel::NameColumn: return row.name;
    case PipelineModel::SourceColumn: return joinedParts(source(row), u", "_s);
    case PipelineModel::TargetColumn: return joinedParts(target(row), u", "_s);
    case PipelineModel::RunnerColumn: return row.runnerText();
    case PipelineModel::ProjectColumn: return row.projectName;
    case PipelineModel::TablesColumn: return QLocale().toString(row.tableCount);
    case PipelineModel::SinceColumn: return spokenSince(row, now);
    case PipelineModel::CheckedColumn: return agoText(row.checked, now);
    case PipelineModel::LogColumn: return row.clock ? row.clock->shortText(now) : QString();
    default: return {};
    }
}

QString toolTip(const PipelineRow &row, int column)
{
    switch (column) {
    case PipelineModel::StatusColumn: return statusToolTip(row);
    case PipelineModel::NameColumn: return readText(row);
    case PipelineModel::SourceColumn: return joinedParts(source(row), u"\n"_s);
    case PipelineModel::TargetColumn: return joinedParts(target(row), u"\n"_s);
    case PipelineModel::RunnerColumn: return joinedParts({row.runnerName, row.agentId}, u"\n"_s);
    case PipelineModel::ProjectColumn:
        return joinedParts({row.projectName, row.accountName}, u"\n"_s);
    case PipelineModel::CheckedColumn: return lastAnswer(row);
    case PipelineModel::LogColumn: return row.clock ? row.clock->reason(row.sourceHost) : QString();
    default: return {};
    }
}

} // namespace Sluice::PipelineCells
