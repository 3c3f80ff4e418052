// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAction;

namespace Sluice {

class EditorPage;

// The actions on the pipeline that is being edited; enabled while its page is shown.
class EditActions final : public QObject
{
    Q_OBJECT

public:
    EditActions(EditorPage *page, QObject *parent);

    QAction *undo() const { return m_undo; }

    QAction *redo() const { return m_redo; }

    QAction *save() const { return m_save; }

    QAction *close() const { return m_close; }

    QAction *nextProblem() const { return m_nextProblem; }

    QAction *previousProblem() const { return m_previousProblem; }

    // isShown: the page is on screen.
    void update(bool isShown);

private:
    void enable(QAction *action, bool enabled, const QString &reason);

    EditorPage *m_page;
    bool m_isShown = false;
    QAction *m_undo;
    QAction *m_redo;
    QAction *m_save;
    QAction *m_close;
    QAction *m_nextProblem;
    QAction *m_previousProblem;
};

} // namespace Sluice
