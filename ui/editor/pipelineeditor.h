// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/pipelinedocument.h"
#include "models/fleet/table/selection.h"
#include "models/store/drafts/draftstore.h"
#include "ui/form/fields/fieldeditor.h"

#include <QDateTime>
#include <QWidget>

class QDialog;
class QTabWidget;

namespace Sluice {

class ChangesPage;
class DefinitionTab;
class DocumentDraft;
class EditorFooter;
class Fleet;
class HistoryTab;
struct History;
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

// One open pipeline: its overview, its definition as form and as JSON, and its changes. It edits a
// document of its own and sends nothing before the review.
class PipelineEditor final : public QWidget
{
    Q_OBJECT

public:
    enum Tab { OverviewTab, FormTab, TextTab, ChangesTab, VersionsTab };

    // store may be null: nothing is kept then. A pipeline that is not in the fleet's model has
    // nothing to edit until takeDraft(). tableFile: asked for a file of tables.
    PipelineEditor(Fleet *fleet, LocalStore *store, const ReferenceMonitor *secrets,
                   const History &history, const PipelineKey &key, const FileChooser &tableFile,
                   QWidget *parent = nullptr);

    PipelineDocument *document() { return &m_document; }

    DocumentDraft *drafts() const { return m_drafts; }

    // Goes on with the edits of a former session. The save compares them with what the server has
    // by then.
    void takeDraft(const Draft &draft);

    const PipelineKey &key() const { return m_document.key(); }

    QString name() const;

    // Edits that a save would send, or text that is no JSON yet.
    bool hasEdits() const;

    bool canSave() const;

    bool canUndo() const;
    bool canRedo() const;

    void showTab(Tab tab);
    // Shows the definition as a form, or as text when its types are not known, and gives the focus
    // to it.
    void edit();
    // Shows a former version in the history.
    void showVersion(qint64 id);
    // The same as edit() for one field; path: dotted.
    void editField(const QString &path);
    // Takes over what is being typed, then shows the review and returns it; null when there is
    // nothing to save.
    QDialog *reviewAndSave();
    // Goes back to the server's copy and discards the draft.
    void giveUpEdits();
    // Writes what is being typed into the draft now.
    void flush();
    void undo();
    void redo();
    void goToProblem(bool backwards);
    // Moves the focus from its field to the names of the parts.
    void leaveField();

Q_SIGNALS:
    // Name or edits changed, or what can be undone.
    void stateChanged();
    // The pipeline is gone, and nothing was edited or the user discarded the edits.
    void closeRequested();
    // See Overview.
    void runnerRequested(const QString &account, const QString &agentId, const QString &name);
    void logRequested(const Sluice::PipelineKey &key);
    void retentionRequested(const Sluice::PipelineKey &key);
    // Its account was disconnected.
    void accountLeft();
    // It was created again. This editor goes on with the edits of the old one.
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
    void adviseOnRunner();
    void tabChanged();
    void showRefused(const ApiError &error);
    bool applyTyped(); // false: the text is not complete, and the user sees why
    void createAgain();

    Fleet *m_fleet;
    PipelineDocument m_document;
    DocumentDraft *m_drafts;
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
