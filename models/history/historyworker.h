// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/history/sql.h"
#include "models/history/storefile.h"
#include "models/history/storeproblem.h"

#include <QMutex>
#include <QObject>

#include <functional>
#include <optional>

namespace Sluice {

class HistoryDatabase;

// The side of HistoryDatabase that lives in the store's thread and owns the connection.
class HistoryWorker final : public QObject
{
    Q_OBJECT

public:
    HistoryWorker(HistoryDatabase *owner, const QString &path, const StoreSettings &settings);
    ~HistoryWorker() override;

    void open();
    void run(quint64 id, Sql::Access access, const Sql::Task &task);
    void close();

    // From the owner's thread: no more answers.
    void leave();

private:
    void tell(const std::function<void(HistoryDatabase *)> &what);

    QMutex m_ownerMutex;
    HistoryDatabase *m_owner;
    QString m_path;
    StoreSettings m_settings;
    QString m_connection;
    std::optional<Sql> m_sql; // while it is open
    StoreProblem m_problem;   // why it is not
};

} // namespace Sluice
