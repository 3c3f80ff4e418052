// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/references/repoint/repointrun.h"
#include "ui/widgets/dialog.h"

class QPushButton;
class QStackedWidget;

namespace Sluice {

class BusyLine;
class DeliberateButton;
class RepointChoice;
class RepointModel;
class RepointReview;
class ReferenceMonitor;
class TextLabel;

// Moves pipelines from references to others: first the user chooses the new reference and the
// pipelines, then looks at what changes in each, then they are saved one after the other, with
// their results. What failed can be looked at and sent again.
class RepointDialog final : public Dialog
{
    Q_OBJECT

public:
    // pipelines: chosen at first. Empty: those of accountInView; if that is empty too, those of the
    // only account, else none. Fleet and monitor outlive it.
    RepointDialog(Fleet *fleet, const ReferenceMonitor *monitor, const QList<SecretReference> &from,
                  const QString &accountInView, const QSet<PipelineKey> &pipelines = {},
                  QWidget *parent = nullptr);

    // While pipelines are re-pointed it starts no further one, and stays open until the answer is
    // there.
    void reject() override;

private:
    enum class Stage { Choosing, Reviewing, Running, Ended };

    QLayout *makeButtons();
    void setStage(Stage stage);
    void refresh();
    void updateChoosing();
    void updateReviewing();
    void updateRunning();
    void updateEnded();
    void showPrimary();
    void goOn(); // to the review, for the first time or again
    void goBack();
    void start();
    void onReport(const QList<PipelineKey> &keys, const ItemReport &report);
    int failedCount() const;
    QString summary() const;
    void copyReport();

    Fleet *m_fleet;
    RepointModel *m_model;
    RepointRun *m_run = nullptr; // the last one
    Stage m_stage = Stage::Choosing;
    int m_total = 0; // of the run
    int m_done = 0;  // of them, whatever the result
    QStackedWidget *m_pages;
    RepointChoice *m_choice;
    RepointReview *m_review;
    BusyLine *m_busy;
    TextLabel *m_words;
    QPushButton *m_report = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_next = nullptr;    // to the review
    DeliberateButton *m_go = nullptr; // sends
};

} // namespace Sluice
