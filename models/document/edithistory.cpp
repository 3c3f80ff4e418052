// SPDX-License-Identifier: Apache-2.0
#include "models/document/edithistory.h"

namespace Sluice {

void EditHistory::reset(const QJsonObject &state)
{
    m_state = state;
    m_undo.clear();
    m_redo.clear();
    m_isOpen = false;
}

// Only text and numbers are typed; anything else is one step a change.
bool EditHistory::isTyping(const KeyPath &place, const QJsonObject &state) const
{
    const auto isTyped = [&place](const QJsonObject &definition) {
        const QJsonValue value = valueAt(definition, place);
        return value.isString() || value.isDouble() || value.isUndefined();
    };
    return !place.isEmpty() && isTyped(m_state) && isTyped(state);
}

void EditHistory::push(const QJsonObject &state)
{
    if (state == m_state)
        return;
    if (m_isOpen && !m_undo.isEmpty() && m_undo.constLast().other == state) {
        undo(); // by hand: the step is gone
        m_redo.clear();
        return;
    }
    const KeyPath place = differingPlace(m_state, state);
    const bool isTyped = isTyping(place, state);
    const bool grows =
        m_isOpen && isTyped && !m_undo.isEmpty() && m_undo.constLast().place == place;
    m_redo.clear();
    if (!grows)
        m_undo.append({m_state, place});
    m_state = state;
    m_isOpen = isTyped;
}

const QJsonObject &EditHistory::undo()
{
    Step step = m_undo.takeLast();
    m_redo.append({m_state, step.place});
    m_state = step.other;
    m_isOpen = false;
    return m_state;
}

const QJsonObject &EditHistory::redo()
{
    Step step = m_redo.takeLast();
    m_undo.append({m_state, step.place});
    m_state = step.other;
    m_isOpen = false;
    return m_state;
}

} // namespace Sluice
