// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/result.h"
#include "models/definition/pipelinekey.h"

#include <QJsonObject>
#include <QList>
#include <QObject>

namespace Sluice {

class Fleet;

// Reads pipelines from the server, one after the other. After an error that would hit the following
// ones too, they are not read.
class RepointReading final : public QObject
{
    Q_OBJECT

public:
    // The fleet outlives it.
    explicit RepointReading(Fleet *fleet, QObject *parent = nullptr);

    void start(const QList<PipelineKey> &keys);
    // Ends the reading. The pipelines that were not read yet are not told.
    void stop();

    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void reading(const Sluice::PipelineKey &key);
    void answered(const Sluice::PipelineKey &key, const Sluice::Result<QJsonObject> &read);
    // These were not read, because the same error would hit them.
    void passedOver(const QList<Sluice::PipelineKey> &keys, const Sluice::ApiError &error);
    void finished();

private:
    void readNext();
    void onRead(const PipelineKey &key, const Result<QJsonObject> &read);
    void passOver(const PipelineKey &failed, const ApiError &error);

    Fleet *m_fleet;
    QList<PipelineKey> m_left;
    int m_round = 0; // answers to calls of an earlier round are ignored
    bool m_isRunning = false;
};

} // namespace Sluice
