// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/pipeline/pipelinestate.h"

#include <QHash>
#include <QSet>
#include <QSortFilterProxyModel>

namespace Sluice {

// The dashboard's view of a PipelineModel: text, states and place (account, project, runners) must
// all match. Sorted by status, problems first, then name, unless the user sorts by a column.
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

    explicit PipelineFilter(QObject *parent = nullptr);

    void setText(const QString &text);         // all words must occur, any case
    void setBadges(const QSet<Badge> &badges); // empty: all
    void setScope(const Scope &scope);

    const QSet<Badge> &badges() const { return m_badges; }

    bool isFiltering() const; // by text or badges

    // Rows by badge that match text and scope, whatever the badges chosen: for the state strip.
    QHash<Badge, int> counts() const;

Q_SIGNALS:
    void countsChanged(); // at most once a flush
};

} // namespace Sluice
