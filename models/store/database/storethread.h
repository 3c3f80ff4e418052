// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/database/sql.h"
#include "models/store/database/storefile.h"
#include "models/store/database/storeproblem.h"

#include <QMutex>
#include <QObject>

#include <functional>
#include <optional>

namespace Sluice {

class StoreDatabase;

// The part of StoreDatabase that lives in the store's thread and owns the connection.
class StoreThread final : public QObject
{
    Q_OBJECT

public:
    StoreThread(StoreDatabase *owner, const QString &path, const StoreSettings &settings);
    ~StoreThread() override;

    void open();
    void run(quint64 id, Sql::Access access, const Sql::Task &task);
    void close();

    // Called in the owner's thread: no more answers come.
    void leave();

private:
    void notifyOwner(const std::function<void(StoreDatabase *)> &what);

    QMutex m_ownerMutex;
    StoreDatabase *m_owner;
    QString m_path;
    StoreSettings m_settings;
    QString m_connection;
    std::optional<Sql> m_sql; // while it is open
    StoreProblem m_problem;   // why it is not
};

} // namespace Sluice
