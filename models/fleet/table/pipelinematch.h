// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/table/facets.h"
#include "models/fleet/table/filtertext.h"
#include "models/fleet/table/pipelinerow.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace Sluice {

class PipelineRows;

// Which rows are wanted, and in which order: by text, states, facets and place, sorted by a column
// of the PipelineModel. It keeps close together what is asked of a row often. It reads badges only
// when it is told to, so that order and filter agree between two flushes of the model. It remembers
// which rows changed since they were last put in order. It tells nobody.
class PipelineMatch
{
public:
    // Where the navigation tree stands; empty members do not restrict.
    struct Scope {
        QString account;
        QString project;
        QSet<QString> agents;    // an environment: its default runner
        QSet<QString> notAgents; // "Other runners"
        QString pipeline;
        bool operator==(const Scope &) const = default;
    };

    // rows: must outlive it, or be set anew; null: there are none.
    void setRows(const PipelineRows *rows);
    // The same rows as in the storage, after the same change there.
    void insert(int first, int last);
    void remove(int first, int last);
    // Reads these rows anew after any change, or only their badges.
    void read(int first, int last);
    void readBadges(int first, int last);

    // True when that changed anything.
    bool setText(const QString &text);         // see FilterText
    bool setBadges(const QSet<Badge> &badges); // empty: all
    bool setFacets(const FacetChoice &facets); // all facets must fit
    bool setScope(const Scope &scope);

    // The words of the text, in lower case.
    const QStringList &words() const { return m_text.words; }

    const QSet<Badge> &badges() const { return m_badges; }

    const FacetChoice &facets() const { return m_facets; }

    const Scope &scope() const { return m_scope; }

    bool isFiltering() const; // by anything but the place

    void setOrder(int column, Qt::SortOrder order);

    int sortColumn() const { return m_sortColumn; }

    // Sorts all names once. Until rows come or change, a filter or a status flush then compares
    // numbers instead of names.
    void rankNames();

    int size() const { return int(m_states.size()); }

    bool matches(int row) const; // text, facets and scope
    bool accepts(int row) const; // badges as well
    bool isBefore(int left, int right) const;
    // Rows by badge that match all but the badges.
    QHash<Badge, int> counts() const;
    // All values of a facet, by text, with the rows that match all but this facet. Walks all rows.
    QList<FacetCount> facetCounts(Facet facet) const;

    // The row's place in the order may be another now, although its badge is the same.
    void setMoved(int row) { m_states[row].isMoved = true; }

    // All rows stand where they belong.
    void settle();
    // How many that match changed, came or moved since then.
    int unsettled() const;

private:
    enum class Match : quint8 { NotKnown, No, Yes };

    struct RowState {
        Badge badge = Badge::NotChecked;
        Badge settledBadge = Badge::NotChecked;
        bool isMoved = false;
        // Of text and scope, so that a new status costs no text search.
        Match match = Match::NotKnown;
        quint8 missed = 0; // a bit for each facet that does not fit
        int nameRank = 0;  // place by name, while m_isRanked
    };

    bool isInScope(const PipelineRow &row) const;
    bool isFound(int row) const; // by text, in scope
    bool hasWantedBadge(int row) const;
    quint8 missedFacets(const PipelineRow &row) const;
    int compareColumn(const PipelineRow &left, const PipelineRow &right) const;

    const PipelineRows *m_rows = nullptr;
    FilterText m_text;
    QSet<Badge> m_badges;
    FacetChoice m_facets;
    Scope m_scope;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    mutable QList<RowState> m_states; // by row
    bool m_isRanked = false;
};

} // namespace Sluice
