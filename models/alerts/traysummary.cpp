// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/traysummary.h"

#include "models/alerts/alerttexts.h"
#include "models/alerts/alertwatch.h"
#include "models/fleet/fleet.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct TrayWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::TraySummary)
};

} // namespace

QString TraySummary::Problem::text() const
{
    return key.pipeline.isEmpty() ? name
                                  : TrayWords::tr("%1: %2").arg(name, AlertTexts::ruleText(rule));
}

TraySummary TraySummary::of(Fleet *fleet, const AlertWatch *alerts)
{
    TraySummary summary;
    const PipelineModel *pipelines = fleet->pipelines();
    summary.isWatching = pipelines->rowCount() > 0;
    summary.isPaused = !fleet->isPolling();
    for (int row = 0; row < pipelines->rowCount(); ++row)
        summary.streaming += pipelines->row(row).badge() == Badge::Streaming ? 1 : 0;
    const AlertTexts texts(fleet);
    QSet<PipelineKey> known;
    const QList<Alert> open = alerts ? alerts->open() : QList<Alert>();
    for (const Alert &alert : open) {
        if (alert.isRecovering() || alerts->isMuted(alert))
            continue;
        if (alert.parts.isEmpty())
            summary.problems.append({{alert.account, {}, {}}, alert.fact, alert.rule});
        for (const AlertPart &part : alert.parts) {
            if (part.overAt.isValid() || known.contains(part.key))
                continue;
            known.insert(part.key);
            summary.problems.append({part.key, texts.name(part.key), alert.rule});
        }
    }
    return summary;
}

std::optional<AlertRule> TraySummary::worst() const
{
    return problems.isEmpty() ? std::nullopt : std::optional(problems.constFirst().rule);
}

QString TraySummary::toolTip() const
{
    if (!isWatching && problems.isEmpty())
        return TrayWords::tr("Sluice: no pipelines are watched");
    const auto count = int(problems.size());
    const QString needing = count == 0 ? TrayWords::tr("nothing needs attention")
                                       : TrayWords::tr("%Ln need(s) attention", nullptr, count);
    const QString all =
        TrayWords::tr("%1, %2").arg(needing, TrayWords::tr("%Ln streaming", nullptr, streaming));
    return isPaused ? TrayWords::tr("Sluice: checks are paused; before, %1").arg(all)
                    : TrayWords::tr("Sluice: %1").arg(all);
}

QString TraySummary::moreText() const
{
    const auto more = int(problems.size() - listed().size());
    return more == 0 ? QString() : TrayWords::tr("%Ln more…", nullptr, more);
}

} // namespace Sluice
