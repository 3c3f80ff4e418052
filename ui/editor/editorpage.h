// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/history/draftstore.h"
#include "ui/selection.h"

#include <QWidget>

#include <functional>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace Sluice {

class Fleet;
class LocalStore;
class PipelineActions;
class PipelineEditor;
class PipelineHeader;
class SecretWatch;

// The pipelines that are open, one shown at a time: where it belongs, its badge, the actions, and
// its editor. Esc goes back to the dashboard; what is open stays open.
class EditorPage final : public QWidget
{
    Q_OBJECT

public:
    // store may be null: nothing is kept on this computer.
    EditorPage(Fleet *fleet, LocalStore *store, const SecretWatch *secrets,
               const PipelineActions *actions, QWidget *parent = nullptr);

    // Shows the pipeline, opened newly if need be. It must be in the fleet's model.
    void open(const PipelineKey &key);
    // Opens it beside the others without showing it.
    void prepare(const PipelineKey &key);
    // Shows the draft's pipeline with the draft's edits, also when it is not on the server any
    // more.
    void openDraft(const Draft &draft);
    // What the actions apply to while the page is shown.
    Selection selection() const;
    PipelineEditor *current() const;
    PipelineEditor *editor(const PipelineKey &key) const; // nullptr: not open

    QList<PipelineKey> openKeys() const;
    // Open pipelines with edits.
    QList<PipelineEditor *> edited() const;
    // Closes without asking; edits that are not given up stay in the store.
    void close(PipelineEditor *editor);
    // Asks Save, Keep as draft or Discard when something is edited, then closes.
    void askToClose(PipelineEditor *editor);
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
    // A pipeline was closed, its edits are kept.
    void draftKept(const Sluice::Draft &draft);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLayout *makeTop();
    PipelineEditor *add(const PipelineKey &key);
    void show(PipelineEditor *editor);
    void updateHeader();
    QString placeOf(const PipelineKey &key) const;
    void updateTab(PipelineEditor *editor);
    void askNext(const std::function<void()> &left, const QList<PipelineEditor *> &answered);

    Fleet *m_fleet;
    LocalStore *m_store;
    const SecretWatch *m_secrets;
    QToolButton *m_back;
    QTabBar *m_tabs;
    PipelineHeader *m_header;
    QStackedWidget *m_editors;
};

} // namespace Sluice
