// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/editactions.h"

#include "ui/editor/editorpage.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/theme/icons.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QAction *make(QObject *parent, const QString &objectName, const QKeySequence &shortcut)
{
    auto *action = new QAction(parent);
    action->setObjectName(objectName);
    action->setShortcut(shortcut);
    return action;
}

QString withPlace(const QString &verb, const QString &place)
{
    return place.isEmpty() ? verb : u"%1: %2"_s.arg(verb, place);
}

} // namespace

EditActions::EditActions(EditorPage *page, QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_undo(make(this, u"undoAction"_s, QKeySequence::Undo))
    , m_redo(make(this, u"redoAction"_s, QKeySequence::Redo))
    , m_save(make(this, u"saveAction"_s, QKeySequence::Save))
    , m_close(make(this, u"closePipelineAction"_s, QKeySequence::Close))
    , m_nextProblem(make(this, u"nextProblemAction"_s, QKeySequence(Qt::Key_F8)))
    , m_previousProblem(make(this, u"previousProblemAction"_s, QKeySequence(u"Shift+F8"_s)))
{
    m_undo->setIcon(icon("undo-2"));
    m_save->setText(tr("&Review and save…"));
    m_save->setIcon(icon("save"));
    m_close->setText(tr("&Close pipeline"));
    m_nextProblem->setText(tr("&Next problem"));
    m_previousProblem->setText(tr("&Previous problem"));
    const auto on = [page](const QAction *action, void (*work)(EditorPage *, PipelineEditor *)) {
        connect(action, &QAction::triggered, page, [page, work] {
            if (PipelineEditor *editor = page->current())
                work(page, editor);
        });
    };
    on(m_undo, [](EditorPage *, PipelineEditor *editor) { editor->undo(); });
    on(m_redo, [](EditorPage *, PipelineEditor *editor) { editor->redo(); });
    on(m_save, [](EditorPage *, PipelineEditor *editor) { editor->reviewAndSave(); });
    on(m_close, [](EditorPage *shown, PipelineEditor *editor) { shown->askToClose(editor); });
    on(m_nextProblem, [](EditorPage *, PipelineEditor *editor) { editor->goToProblem(false); });
    on(m_previousProblem, [](EditorPage *, PipelineEditor *editor) { editor->goToProblem(true); });
    update(false);
}

// What cannot be done says why.
void EditActions::enable(QAction *action, bool enabled, const QString &reason)
{
    action->setEnabled(enabled);
    const QString why = m_isShown ? reason : tr("Open a pipeline first.");
    action->setToolTip(enabled ? QString() : why); // empty: the action's text
}

void EditActions::update(bool isShown)
{
    m_isShown = isShown;
    PipelineEditor *editor = isShown ? m_page->current() : nullptr;
    PipelineDocument *document = editor ? editor->document() : nullptr;
    m_undo->setText(withPlace(tr("&Undo"), document ? document->undoText() : QString()));
    m_redo->setText(withPlace(tr("&Redo"), document ? document->redoText() : QString()));
    enable(m_undo, editor && editor->canUndo(), tr("There is nothing to undo."));
    enable(m_redo, editor && editor->canRedo(), tr("There is nothing to redo."));
    enable(m_save, editor && editor->canSave(), tr("There is nothing to save."));
    enable(m_close, editor, {});
    const bool hasProblems = document && (document->form()->problemCount() > 0 ||
                                          !document->form()->unplacedErrors().isEmpty());
    enable(m_nextProblem, hasProblems, tr("There are no problems."));
    enable(m_previousProblem, hasProblems, tr("There are no problems."));
}

} // namespace Sluice
