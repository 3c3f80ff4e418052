// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/document/diff.h"

namespace Sluice {

// One place that changed since base, here or on the server. A conflict may hold several changes of
// one side, when the other side replaced the object around them.
struct MergeItem {
    enum class Origin { Mine, Theirs, Both, Conflict };
    enum class Choice { None, Mine, Theirs };

    Origin origin = Origin::Mine;
    QList<Change> mine;           // base to mine
    QList<Change> theirs;         // base to theirs
    Choice choice = Choice::None; // of a conflict
    DefinitionPath place; // of a conflict about a whole source or target, whose type a side changed

    bool isOpen() const { return origin == Origin::Conflict && choice == Choice::None; }
};

// Joins the edits made here with what changed on the server meanwhile, place by place. Takes over
// all that does not overlap; an overlap is a conflict and waits for a choice. It is no conflict
// when both sides changed a value to the same.
class Merge final
{
public:
    Merge() = default;
    Merge(const QJsonObject &base, const QJsonObject &theirs, const QJsonObject &mine);

    // Conflicts first, then what was changed here, then what comes from the server.
    const QList<MergeItem> &items() const { return m_items; }

    void choose(int item, MergeItem::Choice choice) { m_items[item].choice = choice; }

    // Repeats the choices of a former merge where the same two values still meet.
    void chooseAs(const Merge &former);

    int openCount() const;

    // True when the server's definition has all changes made here.
    bool isAllThere() const;

    // True when the server's definition is not the base any more.
    bool isMoved() const { return m_theirs != m_base; }

    const QJsonObject &base() const { return m_base; }

    const QJsonObject &theirs() const { return m_theirs; }

    const QJsonObject &mine() const { return m_mine; }

    // The server's definition with the changes made here. Open conflicts stay as on the server. If
    // the server did not move, the result is exactly mine.
    QJsonObject result() const;

private:
    void mergeTypes(const DefinitionPath &side, QList<Change> &here, QList<Change> &there);
    void mergePlaces(const QList<Change> &here, const QList<Change> &there);
    void sortItems();

    QJsonObject m_base;
    QJsonObject m_theirs;
    QJsonObject m_mine;
    QList<MergeItem> m_items;
};

} // namespace Sluice
