// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/result.h"
#include "models/exchange/importmodel.h"
#include "models/fleet/pipelinecreation.h"

#include <QObject>

#include <optional>

namespace Sluice {

class Fleet;
struct PipelineKey;

// Sends what the user ticked, one after the other. A pipeline is read right before it is replaced,
// and left alone when it changed since its changes were shown. After what makes the next call
// pointless, or an unknown outcome, nothing more is sent; what became of that one can be looked up.
class ImportRun final : public QObject
{
    Q_OBJECT

public:
    using Outcome = ImportModel::Outcome;

    // The fleet outlives it.
    ImportRun(Fleet *fleet, const QString &account, const QString &project,
              const QList<ImportModel::Chosen> &chosen, QObject *parent = nullptr);

    void start();

    // Nothing is sent after the request under way.
    void stop() { m_isStopped = true; }

    // The row whose answer was lost, until look() has told what became of it; -1: none.
    int unknownRow() const { return m_unknown ? m_unknown->row : -1; }

    // Asks the server what became of that row; rowDone() and finished() come again.
    void look();

Q_SIGNALS:
    // row: of the model. text: what became of it, in words.
    void rowDone(int row, Sluice::ImportModel::Outcome outcome, const QString &text);
    void finished();

private:
    void next();
    void connectCreation();
    void create(const ImportModel::Chosen &one);
    void update(const ImportModel::Chosen &one);
    void replace(const ImportModel::Chosen &one, const PipelineKey &key);
    void take(const ImportModel::Chosen &one, const Result<QJsonObject> &result);
    void fail(const ImportModel::Chosen &one, const ApiError &error);
    void compare(const ImportModel::Chosen &one, const QJsonObject &onServer);
    void settle(Outcome outcome, const QString &text);
    void done(int row, Outcome outcome, const QString &text);

    Fleet *m_fleet;
    PipelineCreation m_creation; // of the row under way; knows what was there before
    QString m_account;
    QString m_project;
    QList<ImportModel::Chosen> m_chosen;
    qsizetype m_at = 0;
    bool m_isStopped = false;
    std::optional<ImportModel::Chosen> m_unknown;
};

} // namespace Sluice
