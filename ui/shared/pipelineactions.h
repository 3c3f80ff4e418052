// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shared/selection.h"

#include <QObject>

#include <functional>

class QAction;

namespace Sluice {

// The actions on pipelines, once for toolbar, menus, context menu and keyboard. They follow the
// selection: what cannot be done is disabled and its tooltip says why.
class PipelineActions final : public QObject
{
    Q_OBJECT

public:
    explicit PipelineActions(QObject *parent = nullptr);

    // Why actions cannot be done whatever is selected, as sentences; empty: they can.
    struct Obstacles {
        QString account;  // no account is signed in
        QString create;   // the place of a new pipeline is out of reach
        QString selected; // an account of the selected pipelines is
    };

    void update(const SelectionCounts &selected, const Obstacles &obstacles);

    // Where the selected pipelines are found when an action is done.
    void setSource(std::function<Selection()> source) { m_source = std::move(source); }

    Selection selection() const { return m_source ? m_source() : Selection(); }

    QAction *create() const { return m_create; }

    QAction *open() const { return m_open; }

    QAction *start() const { return m_start; }

    QAction *stop() const { return m_stop; }

    QAction *refresh() const { return m_refresh; }

    QAction *refreshAll() const { return m_refreshAll; }

    QAction *copyId() const { return m_copyId; }

    QAction *remove() const { return m_remove; }

    QList<QAction *> all() const;

private:
    void updateCommands(const SelectionCounts &selected, const Obstacles &obstacles);

    QAction *m_create;
    QAction *m_open;
    QAction *m_start;
    QAction *m_stop;
    QAction *m_refresh;
    QAction *m_refreshAll;
    QAction *m_copyId;
    QAction *m_remove;
    std::function<Selection()> m_source;
};

} // namespace Sluice
