// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/pipeline/pipelinestate.h"

#include <QAbstractProxyModel>
#include <QHash>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <functional>

namespace Sluice {

class PipelineModel;
struct PipelineKey;
struct PipelineRow;

// The dashboard's view of a PipelineModel (no other source): text, states and place (account,
// project, runners) must all match. Sorted by status, problems first, then name, unless the user
// sorts by a column. Above manyRows the order follows changes once a second instead of at once.
//
// Unlike a QSortFilterProxyModel it tells of many scattered rows that come or go as of one: those
// that leave are moved to the end and removed together, those that come are added there and then
// sorted. A view's work for one such signal is that of the whole table.
class PipelineFilter final : public QAbstractProxyModel
{
    Q_OBJECT

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

    // What there is to say of a pipeline that its row does not hold, and whether there is anything:
    // asked for when a view shows the row, each time.
    struct Remarks {
        std::function<bool(const PipelineKey &)> has;
        std::function<QString(const PipelineRow &)> text;
    };

    enum Role {
        RemarkedRole = Qt::UserRole + 500, // bool; beside the model's roles
        EditedRole,                        // bool: see setEdited()
    };

    static constexpr int manyRows = 20'000;

    explicit PipelineFilter(QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *model) override;
    void setText(const QString &text);         // all words must occur, any case
    void setBadges(const QSet<Badge> &badges); // empty: all
    void setScope(const Scope &scope);

    // Their text is the name's tooltip, and what is read out after it. The views repaint when they
    // are told to.
    void setRemarks(Remarks remarks) { m_remarks = std::move(remarks); }

    // Pipelines with edits that are not on the server. Said as remarks are; told to the views.
    void setEdited(const QSet<PipelineKey> &pipelines);

    const QSet<Badge> &badges() const { return m_badges; }

    const Scope &scope() const { return m_scope; }

    bool isFiltering() const; // by text or badges

    // While held, no row moves or leaves because its status changed; afterwards all is put right.
    void holdOrder(bool hold);

    // Rows by badge that match text and scope, whatever the badges chosen: for the state strip.
    QHash<Badge, int> counts() const;

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

private:
    enum class Match : quint8 { NotKnown, No, Yes };

    // What sorting and filtering ask of a source row again and again, kept close together. The
    // badge is the one the model has told of: order and filter stay of one mind between two
    // flushes.
    struct Facts {
        Badge badge = Badge::NotChecked;
        Match match =
            Match::NotKnown; // of text and scope, so that a new status costs no text search
        int nameRank = 0;    // place by name, while m_isRanked
    };

    // What matches (pipelinefilter.cpp).
    void readFacts(int first, int last);
    void forgetMatches();
    void rankNames();
    void filterAgain();
    void compareCounts();
    bool isMatch(int sourceRow) const; // text and scope
    bool isInScope(const PipelineRow &row) const;
    bool accepts(int sourceRow) const;
    bool isBefore(int left, int right) const; // source rows
    int compareColumn(const PipelineRow &left, const PipelineRow &right) const;

    // Which rows are shown, in which order, and what the views are told (pipelinefilterrows.cpp).
    void watchSource(PipelineModel *model);
    void sourceInserted(int first, int last);
    void sourceAboutToRemove(int first, int last);
    void sourceRemoved(int first, int last);
    void sourceChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    void tellChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles);
    bool follows() const; // the order follows changes at once
    void bringUpToDate();
    void hideRows(const QList<bool> &stays, int count);
    void removeRun(int first, int last);
    void showRows(const QList<int> &sourceRows, bool sorted);
    void insertSorted(int sourceRow);
    void sortRows();
    void rearrange(const QList<int> &rows);
    void renumber(int first = 0);

    PipelineModel *m_model = nullptr;
    Remarks m_remarks;
    QSet<PipelineKey> m_edited;
    QStringList m_words;
    QSet<Badge> m_badges;
    Scope m_scope;
    bool m_held = false;
    int m_sortColumn = 0;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    mutable QList<Facts> m_facts; // by source row
    bool m_isRanked = false;
    QList<int> m_rows;        // source rows in the order shown
    QList<int> m_places;      // by source row: where it is shown, or -1
    QHash<Badge, int> m_told; // counts at the last countsChanged
    QTimer m_countTimer;
    QTimer m_orderTimer;
};

} // namespace Sluice
