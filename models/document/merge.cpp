// SPDX-License-Identifier: Apache-2.0
#include "models/document/merge.h"

#include "models/json/jsonnumber.h"

#include <algorithm>

namespace Sluice {

namespace {

bool isOverlap(const Change &one, const Change &other)
{
    if (one.isTable() && other.isTable())
        return one.isSamePlace(other);
    return one.path.overlaps(other.path);
}

// Finds changes by their path, so that 5,000 tables on each side are not all compared in pairs.
class Overlaps
{
public:
    explicit Overlaps(const QList<Change> &changes)
        : m_changes(changes)
    {
        for (qsizetype index = 0; index < changes.size(); ++index) {
            const Change &change = changes.at(index);
            if (change.isTable())
                m_tables.insert({change.path, change.table}, index);
            else
                m_others.append(index);
        }
        m_hasTables = !m_tables.isEmpty();
    }

    QList<qsizetype> with(const Change &change) const
    {
        QList<qsizetype> found;
        if (change.isTable()) {
            const auto same = m_tables.constFind({change.path, change.table});
            if (same != m_tables.constEnd())
                found.append(*same);
        } else if (m_hasTables) {
            for (const qsizetype index : m_tables) {
                if (isOverlap(m_changes.at(index), change))
                    found.append(index);
            }
        }
        for (const qsizetype index : m_others) {
            if (isOverlap(m_changes.at(index), change))
                found.append(index);
        }
        return found;
    }

private:
    const QList<Change> &m_changes;
    QHash<std::pair<DefinitionPath, QString>, qsizetype> m_tables;
    QList<qsizetype> m_others;
    bool m_hasTables = false;
};

bool isSameOutcome(const MergeItem &item)
{
    return item.mine.size() == 1 && item.theirs.size() == 1 &&
           item.mine.constFirst().isSamePlace(item.theirs.constFirst()) &&
           JsonNumber::isSameMeaning(item.mine.constFirst().will, item.theirs.constFirst().will);
}

DefinitionPath shortestPath(const QList<Change> &changes)
{
    return std::min_element(changes.begin(), changes.end(),
                            [](const Change &one, const Change &other) {
                                return one.path.size() < other.path.size();
                            })
        ->path;
}

using TableChanges = QHash<DefinitionPath, QList<Change>>;

void applyMine(QJsonObject &result, const MergeItem &item, const QJsonObject &mine,
               TableChanges &tables)
{
    if (item.origin == MergeItem::Origin::Conflict) {
        const QList<Change> all = item.mine + item.theirs;
        const bool isOneTable = std::all_of(all.begin(), all.end(),
                                            [](const Change &change) { return change.isTable(); });
        if (!isOneTable) {
            const DefinitionPath path = item.place.isEmpty() ? shortestPath(all) : item.place;
            path.setIn(result, path.valueIn(mine));
            return;
        }
    }
    for (const Change &change : item.mine) {
        if (change.isTable()) {
            tables[change.path].append(change);
            continue;
        }
        change.path.settleIn(result, change.will, mine);
    }
}

// Takes the changes at or below the path out of the list.
QList<Change> takeBelow(QList<Change> &changes, const DefinitionPath &path)
{
    const auto isOutside = [&path](const Change &change) { return !change.path.isAtOrBelow(path); };
    const auto below = std::stable_partition(changes.begin(), changes.end(), isOutside);
    QList<Change> taken(below, changes.end());
    changes.erase(below, changes.end());
    return taken;
}

bool changesType(const QList<Change> &changes, const DefinitionPath &side)
{
    return std::any_of(changes.begin(), changes.end(), [&side](const Change &change) {
        return change.path == side || change.path == side.child(QStringLiteral("type"));
    });
}

} // namespace

Merge::Merge(const QJsonObject &base, const QJsonObject &theirs, const QJsonObject &mine)
    : m_base(base)
    , m_theirs(theirs)
    , m_mine(mine)
{
    QList<Change> here = semanticDiff(base, mine);
    QList<Change> there = semanticDiff(base, theirs);
    for (const char *side : {"streamingSource", "streamingTarget"})
        mergeTypes({QLatin1String(side)}, here, there);
    mergePlaces(here, there);
    sortItems();
}

// The fields of one type make no sense in another. When a side changed the type, the user chooses
// between two whole sources or targets.
void Merge::mergeTypes(const DefinitionPath &side, QList<Change> &here, QList<Change> &there)
{
    if (!changesType(here, side) && !changesType(there, side))
        return;
    MergeItem item;
    item.place = side;
    item.mine = takeBelow(here, side);
    item.theirs = takeBelow(there, side);
    if (item.mine.isEmpty() || item.theirs.isEmpty()) {
        here += item.mine;
        there += item.theirs;
        return;
    }
    item.origin = JsonNumber::isSameMeaning(side.valueIn(m_mine), side.valueIn(m_theirs))
                      ? MergeItem::Origin::Both
                      : MergeItem::Origin::Conflict;
    m_items.append(item);
}

void Merge::mergePlaces(const QList<Change> &here, const QList<Change> &there)
{
    const Overlaps overlaps(there);
    QHash<qsizetype, qsizetype> itemOf; // by index in there
    for (const Change &change : here) {
        MergeItem item;
        item.mine.append(change);
        qsizetype place = m_items.size();
        const QList<qsizetype> met = overlaps.with(change);
        for (const qsizetype index : met) {
            if (itemOf.contains(index))
                place = itemOf.value(index); // they replaced what holds several changes of mine
            else
                item.theirs.append(there.at(index));
        }
        for (const qsizetype index : met)
            itemOf.insert(index, place);
        if (place == m_items.size()) {
            item.origin = item.theirs.isEmpty() ? MergeItem::Origin::Mine
                          : isSameOutcome(item) ? MergeItem::Origin::Both
                                                : MergeItem::Origin::Conflict;
            m_items.append(item);
        } else {
            m_items[place].mine += item.mine;
            m_items[place].theirs += item.theirs;
            m_items[place].origin = MergeItem::Origin::Conflict;
        }
    }
    for (qsizetype index = 0; index < there.size(); ++index) {
        if (!itemOf.contains(index))
            m_items.append({MergeItem::Origin::Theirs, {}, {there.at(index)}});
    }
}

void Merge::sortItems()
{
    const auto rank = [](const MergeItem &item) {
        return item.origin == MergeItem::Origin::Conflict ? 0
               : item.origin == MergeItem::Origin::Theirs ? 2
                                                          : 1;
    };
    std::stable_sort(
        m_items.begin(), m_items.end(),
        [&rank](const MergeItem &one, const MergeItem &other) { return rank(one) < rank(other); });
}

void Merge::chooseAs(const Merge &former)
{
    for (MergeItem &item : m_items) {
        const auto same = std::find_if(
            former.m_items.cbegin(), former.m_items.cend(), [&item](const MergeItem &old) {
                return old.mine == item.mine && old.theirs == item.theirs;
            });
        if (item.isOpen() && same != former.m_items.cend())
            item.choice = same->choice;
    }
}

int Merge::openCount() const
{
    return int(std::count_if(m_items.begin(), m_items.end(),
                             [](const MergeItem &item) { return item.isOpen(); }));
}

bool Merge::isAllThere() const
{
    using Origin = MergeItem::Origin;
    const auto has = [this](Origin origin) {
        return std::any_of(m_items.cbegin(), m_items.cend(),
                           [origin](const MergeItem &item) { return item.origin == origin; });
    };
    return has(Origin::Both) && !has(Origin::Mine) && !has(Origin::Conflict);
}

QJsonObject Merge::result() const
{
    if (!isMoved())
        return m_mine;
    QJsonObject result = m_theirs;
    TableChanges tables;
    for (const MergeItem &item : m_items) {
        const bool takesMine =
            item.origin == MergeItem::Origin::Mine ||
            (item.origin == MergeItem::Origin::Conflict && item.choice == MergeItem::Choice::Mine);
        if (takesMine)
            applyMine(result, item, m_mine, tables);
    }
    for (auto it = tables.cbegin(); it != tables.cend(); ++it)
        it.key().settleIn(result,
                          changedTables(it.key().valueIn(result).toArray(), *it, Direction::Make),
                          m_mine);
    return result;
}

} // namespace Sluice
