// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/drafts/draftstore.h"
#include "ui/form/fields/fieldeditor.h"
#include "ui/shared/selection.h"

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

// The pipelines that are open, one shown at a time: where it belongs, its badge, the actions, and
// its editor, which is made when the pipeline is first looked at. Esc leaves a field first, then
// goes back to the dashboard; what is open stays open.
class EditorPage final : public QWidget
{
    Q_OBJECT

public:
    // store may be null: nothing is kept on this computer. tableFile: asked for a file of tables.
    EditorPage(Fleet *fleet, LocalStore *store, const ReferenceMonitor *secrets, Actions *actions,
               const FileChooser &tableFile, QWidget *parent = nullptr);

    // Shows the pipeline, opened newly if need be. It must be in the fleet's model.
    void open(const PipelineKey &key);
    // Opens it beside the others without showing it: a tab, until it is looked at.
    void prepare(const PipelineKey &key);
    // Shows the draft's pipeline with the draft's edits, also when it is not on the server any
    // more.
    void openDraft(const Draft &draft);
    // What the actions apply to while the page is shown.
    Selection selection() const;
    PipelineEditor *current() const;
    // nullptr: it is not open, or was not looked at yet.
    PipelineEditor *editor(const PipelineKey &key) const;

    QList<PipelineKey> openKeys() const;
    // Open pipelines with edits.
    QList<PipelineEditor *> edited() const;
    // Closes without asking; edits that are not given up stay in the store.
    void close(PipelineEditor *editor);
    // Asks Save, Keep as draft or Discard when something is edited, then closes.
    void askToClose(PipelineEditor *editor);
    void askToClose(const PipelineKey &key);
    // The same for every edited pipeline, one after the other; nothing is closed. left comes when
    // all are answered and none was gone back to.
    void askToLeave(const std::function<void()> &left);

Q_SIGNALS:
    void backRequested();
    void selectionUpdated();
    // A pipeline was opened, closed or moved.
    void openChanged();
    // What can be done with the shown pipeline may have changed: its edits did.
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
    FileChooser m_tableFile;
    QToolButton *m_back;
    QTabBar *m_tabs;
    PipelineHeader *m_header;
    QStackedWidget *m_editors;
    QSet<PipelineKey> m_edited; // as last told
};

} // namespace Sluice
