// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/table/selection.h"
#include "models/store/drafts/draftstore.h"
#include "models/store/history.h"
#include "ui/form/fields/fieldeditor.h"

#include <QSet>
#include <QWidget>

#include <functional>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace Sluice {

class Actions;
class Fleet;
class LocalStore;
class PipelineEditor;
class PipelineHeader;
class ReferenceMonitor;

// The open pipelines, of which one is shown: its place, its badge, the actions on it, and its
// editor, which is made when the pipeline is first seen. Esc leaves a field first; then it goes
// back to the dashboard, and the pipelines stay open.
class EditorPage final : public QWidget
{
    Q_OBJECT

public:
    // store may be null: nothing is kept on this computer. tableFile: asked for a file of tables.
    EditorPage(Fleet *fleet, LocalStore *store, const ReferenceMonitor *secrets,
               const History &history, Actions *actions, const FileChooser &tableFile,
               QWidget *parent = nullptr);

    // Shows the pipeline; opens it if necessary. It must be in the fleet's model.
    void open(const PipelineKey &key);
    // Opens a tab for it without showing it.
    void prepare(const PipelineKey &key);
    // Shows the draft's pipeline with the draft's edits, even if the pipeline is not on the server
    // any more.
    void openDraft(const Draft &draft);
    // The pipeline that the actions are about while the page is shown.
    Selection selection() const;
    PipelineEditor *current() const;
    // nullptr: it is not open, or nobody has looked at it yet.
    PipelineEditor *editor(const PipelineKey &key) const;

    QList<PipelineKey> openKeys() const;
    // Open pipelines with edits.
    QList<PipelineEditor *> edited() const;
    // Closes without asking. Edits that are not discarded stay in the store.
    void close(PipelineEditor *editor);
    // Asks Save, Keep as draft or Discard when something is edited, then closes.
    void askToClose(PipelineEditor *editor);
    void askToClose(const PipelineKey &key);
    // Asks for every edited pipeline, one after the other, and closes nothing. left is called when
    // all are answered and the user went back to none.
    void askToLeave(const std::function<void()> &left);

Q_SIGNALS:
    void backRequested();
    // See Overview.
    void runnerRequested(const QString &account, const QString &agentId, const QString &name);
    void logRequested(const Sluice::PipelineKey &key);
    void retentionRequested(const Sluice::PipelineKey &key);
    void selectionUpdated();
    // A pipeline was opened, closed or moved.
    void openChanged();
    // The edits of the shown pipeline changed, and so may the actions.
    void editsChanged();
    // edited() changed.
    void editedChanged();
    // A pipeline was closed, its edits are kept.
    void draftKept(const Sluice::Draft &draft);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLayout *makeTop();
    PipelineKey keyAt(int tab) const;        // not valid: there is no such tab
    int tabOf(const PipelineKey &key) const; // -1: it is not open
    void addTab(const PipelineKey &key);
    PipelineEditor *makeEditor(const PipelineKey &key);
    PipelineEditor *ensureEditor(const PipelineKey &key);
    void show(PipelineEditor *editor);
    void showCurrent();
    void dropGone(const QList<PipelineKey> &keys);
    void handle(Actions *actions);
    void updateHeader();
    QString placeOf(const PipelineKey &key) const;
    QString nameOf(const PipelineKey &key) const;
    void updateTab(const PipelineKey &key);
    void askNext(const std::function<void()> &left, const QList<PipelineEditor *> &answered);

    Fleet *m_fleet;
    LocalStore *m_store;
    const ReferenceMonitor *m_secrets;
    History m_history;
    FileChooser m_tableFile;
    QToolButton *m_back;
    QTabBar *m_tabs;
    PipelineHeader *m_header;
    QStackedWidget *m_editors;
    QSet<PipelineKey> m_edited; // as told last
};

} // namespace Sluice
