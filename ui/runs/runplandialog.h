// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/runs/runplanmodel.h"
#include "ui/shared/pathchooser.h"
#include "ui/widgets/dialog.h"

class QComboBox;
class QLayout;
class QLineEdit;
class QPushButton;

namespace Sluice {

class NoteLine;
class TextLabel;

// What a run would do to each pipeline, how it runs and what it costs. Nothing is sent before its
// button is pressed, which names verb and number.
class RunPlanDialog final : public Dialog
{
    Q_OBJECT

public:
    // The fleet outlives it.
    RunPlanDialog(Fleet *fleet, RunVerb verb, const QList<PipelineKey> &pipelines,
                  const RunPlanModel::Obstacle &obstacle, const PathChooser &paths,
                  QWidget *parent);

Q_SIGNALS:
    void chosen(const QList<Sluice::CommandRun::Item> &items,
                const Sluice::CommandRun::Settings &settings);

private:
    QWidget *makeRows();
    QWidget *makeSettings();
    QLayout *makeButtons();
    QLineEdit *makeNumber(const QString &objectName, const QString &name, int value, int most);
    TextLabel *makeFact(const QString &objectName);
    QLayout *makeWaves(QWidget *part);
    CommandRun::Settings settings() const;
    // Numbers those that something is done to.
    void setWaves(QList<CommandRun::Item> &items) const;
    void refresh();
    void showWaves();
    void go();
    void copyPlan();
    void savePlan();

    Fleet *m_fleet;
    RunPlanModel *m_model;
    PathChooser m_paths;
    TextLabel *m_counts = nullptr;
    NoteLine *m_snapshots = nullptr;
    QLineEdit *m_atOnce = nullptr;
    QLineEdit *m_failures = nullptr;
    QComboBox *m_waves = nullptr;
    QComboBox *m_hold = nullptr; // between two waves
    TextLabel *m_wavesText = nullptr;
    TextLabel *m_time = nullptr;
    TextLabel *m_calls = nullptr;
    TextLabel *m_budget = nullptr;
    QPushButton *m_go = nullptr;
};

} // namespace Sluice
