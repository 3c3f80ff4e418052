// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/table/pipelinematch.h"

#include <QAbstractProxyModel>
#include <QHash>
#include <QTimer>

#include <functional>

namespace Sluice {

class PipelineModel;

// The dashboard's view of a PipelineModel (no other source): text, states, facets (types, project,
// runner) and the place in the tree must all match. Sorted by status, problems first, then name,
// unless the user sorts by a column. Above manyRows the order follows changes once a second instead
// of at once. While its order is held no row moves, and waitingCount() tells how many changed
// meanwhile.
//
// Many scattered rows that come or go are told with one signal, unlike in a QSortFilterProxyModel:
// rows that leave move to the end and are removed together, rows that come are added at the end and
// then sorted. Each such signal costs a view as much as the whole table.
class PipelineFilter final : public QAbstractProxyModel
{
    Q_OBJECT

public:
    using Scope = PipelineMatch::Scope;

    // What there is to say of a pipeline beyond its row, and whether there is anything. Both are
    // asked each time a view shows the row.
    struct Findings {
        std::function<bool(const PipelineKey &)> has;
        std::function<QString(const PipelineRow &)> text;
    };

    enum Role {
        FindingsRole = Qt::UserRole + 500, // bool; beside the model's roles
        EditedRole,                        // bool: see setEdited()
        PinnedRole,                        // bool
        TaggedRole,                        // bool: it has tags or a note
        WordsRole,                         // QStringList: what the text filter looks for
    };

    static constexpr int manyRows = 20'000;

    explicit PipelineFilter(QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *model) override;
    void setText(const QString &text);         // see FilterText
    void setBadges(const QSet<Badge> &badges); // empty: all
    void setFacets(const FacetChoice &facets);
    void setScope(const Scope &scope);

    // The text is the tool tip of the name, and screen readers read it after the name. The caller
    // repaints the views.
    void setFindings(Findings findings) { m_findings = std::move(findings); }

    // Pipelines with edits that are not on the server. Tool tips tell them like findings. The views
    // hear of changes.
    void setEdited(const QSet<PipelineKey> &pipelines);

    const QSet<Badge> &badges() const { return m_match.badges(); }

    const FacetChoice &facets() const { return m_match.facets(); }

    const Scope &scope() const { return m_match.scope(); }

    bool isFiltering() const { return m_match.isFiltering(); } // by anything but the place

    // While the order is held, no row moves or leaves because its status changed, and new rows wait
    // at the end. Afterwards all rows go where they belong. Another filter or order that the user
    // asks for takes effect at once.
    void holdOrder(bool hold);

    // Puts all rows where they belong now, held or not.
    void sortAgain() { bringUpToDate(); }

    // How many rows changed or came since the order was held. 0 when the order is still right.
    int waitingCount() const { return m_waiting; }

    // The data behind a row without QVariant; row must be valid.
    const PipelineRow &pipeline(int row) const;

    // Rows by badge that match all but the badges: for the state strip.
    QHash<Badge, int> counts() const { return m_match.counts(); }

    // All values of a facet with the rows that match all but this facet, by text.
    QList<FacetCount> facetCounts(Facet facet) const { return m_match.facetCounts(facet); }

    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QModelIndex mapToSource(const QModelIndex &proxyIndex) const override;
    QModelIndex mapFromSource(const QModelIndex &sourceIndex) const override;

Q_SIGNALS:
    void countsChanged(); // at most once a flush
    void waitingCountChanged(int count);

private:
    void watchSource(PipelineModel *model);
    void sourceInserted(int first, int last);
    void sourceAboutToRemove(int first, int last);
    void sourceRemoved(int first, int last);
    void sourceChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void notifyChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    bool follows() const; // the order follows changes at once
    void bringUpToDate();
    bool isUpToDate() const;
    void compareCounts();
    void setWaiting(int count);
    void hideRows(const QList<bool> &stays, int count);
    void removeRun(int first, int last);
    void showRows(const QList<int> &sourceRows, bool sorted);
    void insertSorted(int sourceRow);
    void sortRows();
    void rearrange(const QList<int> &rows);
    void renumber(int first = 0);

    PipelineModel *m_model = nullptr;
    Findings m_findings;
    QSet<PipelineKey> m_edited;
    PipelineMatch m_match; // of the source's rows
    bool m_held = false;
    int m_waiting = 0;
    QList<int> m_rows;        // source rows in the order shown
    QList<int> m_places;      // by source row: where it is shown, or -1
    QHash<Badge, int> m_told; // counts at the last countsChanged
    QTimer m_countTimer;
    QTimer m_orderTimer;
};

} // namespace Sluice
