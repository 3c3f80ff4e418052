// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/pipelinedocument.h"
#include "models/store/drafts/draftstore.h"
#include "ui/form/fields/fieldeditor.h"
#include "ui/shared/selection.h"

#include <QDateTime>
#include <QWidget>

class QDialog;
class QTabWidget;

namespace Sluice {

class ChangesPage;
class DefinitionTab;
class DraftKeeper;
class EditorFooter;
class Fleet;
class HistoryTab;
class JsonTab;
class LeftOutBanner;
class LocalStore;
class Overview;
class RefusalBanner;
class RunnerChoices;
class ReferenceMonitor;
class ServerCopyBanner;
class StoppedBanner;
class UndoKeys;

// One open pipeline: overview, the definition as form and as JSON, and what has changed. It edits a
// document of its own; nothing is sent before the review.
class PipelineEditor final : public QWidget
{
    Q_OBJECT

public:
    enum Tab { OverviewTab, FormTab, TextTab, ChangesTab, VersionsTab };

    // store may be null: nothing is kept then. A pipeline that is not in the fleet's model has
    // nothing to edit until takeDraft(). tableFile: asked for a file of tables.
    PipelineEditor(Fleet *fleet, LocalStore *store, const ReferenceMonitor *secrets,
                   const PipelineKey &key, const FileChooser &tableFile, QWidget *parent = nullptr);

    PipelineDocument *document() { return &m_document; }

    DraftKeeper *drafts() const { return m_drafts; }

    // Goes on with the edits of a former session. What the server has by now is met at the save.
    void takeDraft(const Draft &draft);

    const PipelineKey &key() const { return m_document.key(); }

    QString name() const;

    // Edits that a save would send, or text that is no JSON yet.
    bool hasEdits() const;

    bool canSave() const;

    bool canUndo() const;
    bool canRedo() const;

    void showTab(Tab tab);
    // Shows the definition as a form, or as text when its types are not known, with the focus in
    // it.
    void edit();
    // Takes over what is being typed, then shows the review, which is returned; null when there is
    // nothing that could be saved.
    QDialog *reviewAndSave();
    // Back to the server's copy; the draft goes.
    void giveUpEdits();
    // What is being typed goes into the draft now.
    void flush();
    void undo();
    void redo();
    void goToProblem(bool backwards);
    // The focus goes out of the field that has it, to the names of the parts.
    void leaveField();

Q_SIGNALS:
    // Name, edits or what can be undone changed.
    void stateChanged();
    // The pipeline is gone and nothing was edited, or the user gave it up.
    void closeRequested();
    // Its account was disconnected.
    void accountLeft();
    // It was created again; this editor goes on with the old one's edits.
    void recreated(const Sluice::PipelineKey &key);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildTabs();
    void connectParts();
    void serverMoved();
    void showState(int row);
    void follow();
    void refresh();
    void tabChanged();
    void showRefused(const ApiError &error);
    bool applyTyped(); // false: it is not complete, and is shown
    void createAgain();

    Fleet *m_fleet;
    PipelineDocument m_document;
    DraftKeeper *m_drafts;
    RunnerChoices *m_runners;
    ServerCopyBanner *m_banner;
    StoppedBanner *m_stopped;
    RefusalBanner *m_refusal;
    LeftOutBanner *m_leftOut;
    QTabWidget *m_tabs;
    Overview *m_overview;
    DefinitionTab *m_definition = nullptr;
    JsonTab *m_json;
    ChangesPage *m_changes;
    HistoryTab *m_history;
    EditorFooter *m_footer;
    UndoKeys *m_undoKeys;
    QDateTime m_saved; // by the last save from here
    bool m_wasConnected = false;
    bool m_isBehind = false; // the server moved while nobody looked
};

} // namespace Sluice
