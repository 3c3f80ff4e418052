// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/files/importmodel.h"
#include "models/operations/batchrun.h"

#include <QObject>

namespace Sluice {

class Fleet;

// Sends what the user ticked, one after the other. The project's list is read right before a
// pipeline is created, and one of its name is no reason to make another; a pipeline is read right
// before it is replaced, and left alone when it changed since its changes were shown. After what
// makes the next call pointless, or an unknown outcome, nothing more is sent.
class ImportRun final : public QObject
{
    Q_OBJECT

public:
    // The fleet outlives it.
    ImportRun(Fleet *fleet, const QString &account, const QString &project,
              const QList<ImportModel::Chosen> &chosen, QObject *parent = nullptr);

    void start() { m_batch.start(); }

    // Nothing is sent after the request under way.
    void stop() { m_batch.stop(); }

    // The row of which it is not known what became of it, until look() has told; -1: none.
    int unknownRow() const;

    // Asks the server what became of that row; rowDone() and finished() come again.
    void look();

Q_SIGNALS:
    // row: of the model.
    void rowDone(int row, const Sluice::ItemReport &report);
    void finished();

private:
    Operation *make(const ImportModel::Chosen &one) const;
    void notify(int item);
    int unknownItem() const;

    Fleet *m_fleet;
    QString m_account;
    QString m_project;
    QList<ImportModel::Chosen> m_chosen;
    BatchRun m_batch;
};

} // namespace Sluice
