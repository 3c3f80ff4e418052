// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/pipeline/pipelinestate.h"

#include <QHash>
#include <QSet>
#include <QSortFilterProxyModel>
#include <QStringList>
#include <QTimer>

namespace Sluice {

class PipelineModel;
struct PipelineRow;

// The dashboard's view of a PipelineModel (no other source): text, states and place (account,
// project, runners) must all match. Sorted by status, problems first, then name, unless the user
// sorts by a column. Above manyRows the order follows changes once a second instead of at once.
class PipelineFilter final : public QSortFilterProxyModel
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

    static constexpr int manyRows = 20'000;

    explicit PipelineFilter(QObject *parent = nullptr);

    void setSourceModel(QAbstractItemModel *model) override;
    void setText(const QString &text);         // all words must occur, any case
    void setBadges(const QSet<Badge> &badges); // empty: all
    void setScope(const Scope &scope);

    const QSet<Badge> &badges() const { return m_badges; }

    const Scope &scope() const { return m_scope; }

    bool isFiltering() const; // by text or badges

    // While held, no row moves or leaves because its status changed; afterwards all is put right.
    void holdOrder(bool hold);

    // Rows by badge that match text and scope, whatever the badges chosen: for the state strip.
    QHash<Badge, int> counts() const;

Q_SIGNALS:
    void countsChanged(); // at most once a flush

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

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

    void watchSource(PipelineModel *model);
    void readFacts(int first, int last);
    void takeChange(int first, int last, const QList<int> &roles);
    void forgetMatches();
    void rankNames();
    void filterAgain();
    void updateOrderMode();
    void catchUp();
    void compareCounts();
    bool isMatch(int sourceRow) const; // text and scope
    bool isInScope(const PipelineRow &row) const;
    int compareColumn(const PipelineRow &left, const PipelineRow &right) const;

    PipelineModel *m_model = nullptr;
    QStringList m_words;
    QSet<Badge> m_badges;
    Scope m_scope;
    bool m_held = false;
    mutable QList<Facts> m_facts; // by source row
    bool m_isRanked = false;
    QHash<Badge, int> m_told; // counts at the last countsChanged
    QTimer m_countTimer;
    QTimer m_orderTimer;
};

} // namespace Sluice
