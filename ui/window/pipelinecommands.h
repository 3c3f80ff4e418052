// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"
#include "models/fleet/table/selection.h"
#include "models/runs/rundecision.h"
#include "ui/shared/pathchooser.h"
#include "ui/widgets/questionbox.h"

#include <QObject>

#include <functional>

class QWidget;

namespace Sluice {

class Actions;
class Fleet;
class FleetHealth;
class LocalStore;
class RunList;

// Carries out what the user chose. Asks first where it matters (deletion, a stop), then hands the
// calls to the fleet. For several pipelines it shows a plan, which becomes a run. The questions are
// window-modal and never block the event loop.
class PipelineCommands final : public QObject
{
    Q_OBJECT

public:
    // store: keeps what is deleted; null: there is no trash.
    // runs: takes the runs over. All outlive it.
    PipelineCommands(Fleet *fleet, LocalStore *store, RunList *runs, const FleetHealth *health,
                     const PathChooser &paths, QWidget *window);

    // Connects its actions.
    void handle(Actions *actions);

    void start(const Selection &selection);
    void stop(const Selection &selection);
    void restart(const Selection &selection);
    void remove(const Selection &selection);
    // The selected ones, or everything when the selection is empty.
    void refresh(const Selection &selection);
    void copyIds(const Selection &selection);

    // Shows what would be done to each; nothing is sent until the user says so.
    void plan(RunVerb verb, const QList<PipelineKey> &pipelines);

private:
    void plan(RunVerb verb, const Selection &selection);
    void ask(const QString &text, const QString &detail, const QString &verb,
             const std::function<void()> &accepted,
             QuestionBox::Kind kind = QuestionBox::Kind::Plain);
    void askToStop(const SelectedPipeline &one);
    void askToRestart(const SelectedPipeline &one);

    bool hasTrash() const;
    QString deletionText(bool one) const;

    Fleet *m_fleet;
    LocalStore *m_store;
    RunList *m_runs;
    const FleetHealth *m_health;
    PathChooser m_paths;
    QWidget *m_window;
};

} // namespace Sluice
