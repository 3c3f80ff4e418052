// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"

#include <QList>

namespace Sluice {

// The states of one edited definition, for undo and redo. Keeps whole states; they share what did
// not change. Drops the oldest steps when there are very many.
class EditHistory final
{
public:
    // Forgets all steps.
    void reset(const QJsonObject &state);

    // Adds a state. Typing in one field is one step, until seal(). A step that leads back to where
    // it began is removed.
    void push(const QJsonObject &state);

    // The next change starts a new step: the user left the field or looked at the text.
    void seal() { m_isOpen = false; }

    const QJsonObject &state() const { return m_state; }

    bool canUndo() const { return !m_undo.isEmpty(); }

    bool canRedo() const { return !m_redo.isEmpty(); }

    const QJsonObject &undo(); // needs canUndo()
    const QJsonObject &redo();

    // The place that undo() and redo() would change; empty: several, or nothing to do.
    DefinitionPath undoPlace() const
    {
        return canUndo() ? m_undo.constLast().place : DefinitionPath();
    }

    DefinitionPath redoPlace() const
    {
        return canRedo() ? m_redo.constLast().place : DefinitionPath();
    }

private:
    struct Step {
        QJsonObject other; // the state that the step leads to
        DefinitionPath place;
    };

    bool isTyping(const DefinitionPath &place, const QJsonObject &state) const;

    QJsonObject m_state;
    QList<Step> m_undo;
    QList<Step> m_redo;
    bool m_isOpen = false; // the last step may grow
};

} // namespace Sluice
