// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"
#include "models/fleet/table/facetmodel.h"

#include <QSet>
#include <QWidget>

#include <functional>

class QMenu;
class QToolButton;

namespace Sluice {

class FacetButton;
class FilterChips;
class FilterEdit;

// The line above the table: the text filter, a list to tick for each facet, a chip for each active
// filter (states that are chosen together have one), and the sort order in words.
class FilterBar final : public QWidget
{
    Q_OBJECT

public:
    using FacetCounts = std::function<QList<FacetCount>(Facet)>;

    // counts: asked each time the list of a facet opens. views: the menu of the saved views.
    FilterBar(const FacetCounts &counts, QMenu *views, QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    void clearText();
    void focusText();
    const FacetModel::Chosen &facet(Facet facet) const;
    void setFacet(Facet facet, const FacetModel::Chosen &chosen);
    void clearFacets();
    // Without any tag or pin there is nothing to choose them by.
    void setHasTags(bool hasTags);
    // The place chosen in the tree, in words; empty: no chip.
    void setScope(const QString &words);
    void setBadges(const QSet<Badge> &badges);
    // False shows the button that goes back to the default order.
    void setProblemsFirst(bool problemsFirst);
    // How many rows changed and wait for their places; 0: none.
    void setWaiting(int count);

Q_SIGNALS:
    void textChanged(const QString &text);
    void rowsRequested();  // Down: to the first row
    void firstRequested(); // Enter: open it
    void facetChanged(Sluice::Facet facet);
    void scopeRemoved();
    void badgesRemoved(const QSet<Sluice::Badge> &badges); // those of one chip
    void problemsFirstRequested();
    void sortAgainRequested();

private:
    void addFacet(Facet facet, const QString &name, const FacetCounts &counts);

    FacetButton *button(Facet facet) const { return m_facets[size_t(facet)]; }

    QWidget *makeViewsButton(QMenu *views);
    void showChips();
    void removeChip(const QString &id);

    FilterEdit *m_edit;
    std::array<FacetButton *, allFacets.size()> m_facets = {};
    FilterChips *m_chips;
    QToolButton *m_again;
    QToolButton *m_order;
    QString m_scope;
    QSet<Badge> m_badges;
};

} // namespace Sluice
