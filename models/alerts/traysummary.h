// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alert.h"

#include <QList>
#include <QString>

#include <optional>

namespace Sluice {

class AlertWatch;
class Fleet;

// What an icon in the desktop's tray says of the fleet: the worst that needs somebody, counts, and
// the pipelines to look at first.
struct TraySummary {
    static constexpr qsizetype mostProblems = 8;

    // Something to look at.
    struct Problem {
        PipelineKey key; // without a pipeline: an account
        QString name;    // of the pipeline, or what is wrong with the account
        AlertRule rule = AlertRule::UnexpectedStop;

        // "orders: Stopped unexpectedly"
        QString text() const;
    };

    QList<Problem> problems; // the most urgent first, each pipeline once
    int streaming = 0;
    bool isWatching = false; // there is a pipeline to watch
    bool isPaused = false;   // nobody asks for states now

    // alerts: null: nobody is told of anything.
    static TraySummary of(Fleet *fleet, const AlertWatch *alerts);

    // Nothing where nobody is needed.
    std::optional<AlertRule> worst() const;
    // "Sluice: 2 need attention, 41 streaming"
    QString toolTip() const;

    // Those that a menu lists.
    QList<Problem> listed() const { return problems.mid(0, mostProblems); }

    // "3 more…"; empty: all are listed.
    QString moreText() const;
};

} // namespace Sluice
