// SPDX-License-Identifier: Apache-2.0
#include "models/document/edithistory.h"

#include "models/json/jsonnumber.h"

namespace Sluice {

namespace {

constexpr qsizetype keptSteps = 500;

// The next value, but equal parts are taken from the former one: both then share the memory.
QJsonValue sharing(const QJsonValue &former, const QJsonValue &next)
{
    if (former == next)
        return former;
    if (!former.isObject() || !next.isObject())
        return next;
    const QJsonObject before = former.toObject();
    QJsonObject after = next.toObject();
    for (auto member = after.begin(); member != after.end(); ++member) {
        const auto same = before.constFind(member.key());
        if (same != before.constEnd())
            member.value() = sharing(same.value(), member.value());
    }
    return after;
}

} // namespace

void EditHistory::reset(const QJsonObject &state)
{
    m_state = state;
    m_undo.clear();
    m_redo.clear();
    m_isOpen = false;
}

// Only text and numbers are typed; anything else is one step a change.
bool EditHistory::isTyping(const DefinitionPath &place, const QJsonObject &state) const
{
    const auto isTyped = [&place](const QJsonObject &definition) {
        const QJsonValue value = place.valueIn(definition);
        return value.isString() || JsonNumber::is(value) || value.isUndefined();
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
    const DefinitionPath place = DefinitionPath::ofDifference(m_state, state);
    const bool isTyped = isTyping(place, state);
    const bool grows =
        m_isOpen && isTyped && !m_undo.isEmpty() && m_undo.constLast().place == place;
    m_redo.clear();
    if (!grows)
        m_undo.append({m_state, place});
    if (m_undo.size() > keptSteps)
        m_undo.removeFirst();
    m_state = sharing(m_state, state).toObject();
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
