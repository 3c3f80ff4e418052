// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/runs/rundecision.h"
#include "ui/shared/pathchooser.h"

#include <QWidget>

class QListView;
class QPushButton;
class QToolButton;

namespace Sluice {

class CommandRun;
class Fleet;
class RowsView;
class RunList;
class RunModel;
class TextLabel;
struct PipelineKey;

// The activity of the program at the bottom of its window: a strip that says how far the newest
// run is, and below it, when it is open, all runs at the left and the pipelines of the chosen one
// at the right.
class RunsPanel final : public QWidget
{
    Q_OBJECT

public:
    // The fleet and the list outlive it.
    RunsPanel(Fleet *fleet, RunList *runs, const PathChooser &paths, QWidget *parent = nullptr);

    bool isOpen() const;
    void setOpen(bool isOpen);

Q_SIGNALS:
    void openChanged(bool isOpen);
    // The user wants to see this pipeline.
    void openRequested(const Sluice::PipelineKey &key);
    // A plan is to be shown of doing this to these, to take back what a run did.
    void undoRequested(Sluice::RunVerb verb, const QList<Sluice::PipelineKey> &pipelines);

private:
    QWidget *makeStrip();
    QWidget *makeBody();
    QLayout *makeHead(QWidget *parent);
    QPushButton *addButton(const QString &text, const char *icon, const QString &objectName,
                           QWidget *parent);
    void choose();
    void refresh();
    void retry();
    void undo();
    void saveReport();

    Fleet *m_fleet;
    RunList *m_runs;
    PathChooser m_paths;
    RunModel *m_model;
    QToolButton *m_toggle = nullptr;
    TextLabel *m_newest = nullptr;
    QWidget *m_body = nullptr;
    QListView *m_list = nullptr;
    RowsView *m_table = nullptr;
    TextLabel *m_title = nullptr;
    TextLabel *m_words = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_retry = nullptr;
    QPushButton *m_undo = nullptr;
    QPushButton *m_report = nullptr;
};

} // namespace Sluice
