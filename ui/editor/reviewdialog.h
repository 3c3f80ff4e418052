// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/pipelinesave.h"
#include "ui/widgets/dialog.h"

class QPushButton;
class QSplitter;

namespace Sluice {

class BusyLine;
class ChainChoice;
class ChangesModel;
class ChangesTable;
class Fleet;
class JsonSides;
class PipelineDocument;
class ReviewBanner;
class SaveSteps;
class TextLabel;

// Shows what a save would change before it is sent, asks about what both sides changed, then saves.
// It reads the server's definition first and stays open until the save is done or given up.
class ReviewDialog final : public Dialog
{
    Q_OBJECT

public:
    // isStopped: a former save has stopped the pipeline and did not start it again.
    ReviewDialog(Fleet *fleet, PipelineDocument *document, bool isStopped,
                 QWidget *parent = nullptr);

    // Tells how far the save came.
    const PipelineSave &progress() const { return *m_save; }

Q_SIGNALS:
    // The document is saved as it stands now.
    void saved();
    // The server refused fields of the definition; the messages are at the fields.
    void refused(const Sluice::ApiError &error);
    // The pipeline was deleted meanwhile.
    void gone();

protected:
    void reject() override;

private:
    QLayout *makeHeader();
    QLayout *makeButtons();
    void connectSave();
    void showReview();
    void showProgress();
    void showCancelled();
    void showFailure(PipelineSave::Step step, const ApiError &error);
    void shareHeight();
    void updateSave();
    void startSave();
    void startAndClose();
    void offerChain();

    Fleet *m_fleet;
    PipelineDocument *m_document;
    PipelineSave *m_save;
    ChangesModel *m_changes;
    TextLabel *m_counts;
    ReviewBanner *m_banner;
    BusyLine *m_busy;
    ChangesTable *m_table = nullptr;
    JsonSides *m_sides;
    QSplitter *m_parts = nullptr;
    ChainChoice *m_chain;
    SaveSteps *m_steps;
    TextLabel *m_reason;
    QPushButton *m_back = nullptr;
    QPushButton *m_accept = nullptr;
    bool m_hasMovedAgain = false;
};

} // namespace Sluice
