// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/fleet/runnerchoices.h"
#include "models/form/formmodel.h"

#include <QTimer>

namespace Sluice {

class Fleet;
class ImportModel;

// Tells an import what the wizard tells before it creates a pipeline: its runner is in use, tables
// are read from the same source already, a reference looks wrong. That takes long with many
// pipelines, so it goes on between other events.
class ImportRemarks final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    ImportRemarks(Fleet *fleet, ImportModel *model, QObject *parent = nullptr);

    // Begins anew, as the model has other rows or another project of the account. An empty id: no
    // project is chosen, and nothing is told.
    void begin(const QString &account);

Q_SIGNALS:
    void finished();

private:
    void goOn();
    QStringList remarksOn(int row);

    Fleet *m_fleet;
    ImportModel *m_model;
    QString m_account;
    RunnerChoices m_runners;
    FormModel m_form;
    QTimer m_timer;
    int m_next = 0;
};

} // namespace Sluice
