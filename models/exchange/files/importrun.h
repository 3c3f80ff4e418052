// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/exchange/files/importmodel.h"
#include "models/operations/batchrun.h"

#include <QObject>

namespace Sluice {

class Fleet;

// Sends the checked entries, one after the other. Reads the project's list right before it creates
// a pipeline, and does not create a second one of the same name. Reads a pipeline right before it
// replaces it, and leaves it alone when it has changed since its changes were shown. Stops after an
// unknown outcome, and after an error that makes the next call pointless.
class ImportRun final : public QObject
{
    Q_OBJECT

public:
    // The fleet outlives it.
    ImportRun(Fleet *fleet, const QString &account, const QString &project,
              const QList<ImportModel::Chosen> &chosen, QObject *parent = nullptr);

    void start() { m_batch.start(); }

    // Sends nothing after the current request.
    void stop() { m_batch.stop(); }

    // The row whose outcome is not known, until look() finds out; -1: none.
    int unknownRow() const;

    // Asks the server about the outcome of that row; rowDone() and finished() come again.
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
