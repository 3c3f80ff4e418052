// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAction;

namespace Sluice {

// The actions that bring definitions in and out. What cannot be done is disabled and its tooltip
// says why.
class TransferActions final : public QObject
{
    Q_OBJECT

public:
    // hasStore: without one there is no trash.
    explicit TransferActions(bool hasStore, QObject *parent = nullptr);

    // selected: how many pipelines are; createObstacle: why no pipeline can be created, may be
    // empty.
    void update(qsizetype selected, const QString &createObstacle);

    QAction *duplicate() const { return m_duplicate; }

    QAction *newFromClipboard() const { return m_newFromClipboard; }

    QAction *copyDefinition() const { return m_copyDefinition; }

    QAction *trash() const { return m_trash; }

private:
    QAction *m_duplicate;
    QAction *m_newFromClipboard;
    QAction *m_copyDefinition;
    QAction *m_trash;
};

} // namespace Sluice
