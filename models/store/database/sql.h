// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <vector>

namespace Sluice {

// The connection of the local store, for its tasks. After a first failure everything else in the
// same transaction does nothing and reads nothing, and the transaction is rolled back. Lives only
// in the store's thread.
class Sql
{
public:
    enum class Access { Read, Write };
    using Row = QVariantList;
    using Task = std::function<void(Sql &)>;

    explicit Sql(const QSqlDatabase &connection);

    // Runs the task as one transaction. False, with lastError(), when any part failed.
    bool transact(Access access, const Task &task);

    QSqlError lastError() const { return m_error; }

    // Runs one statement with values for its "?". Keeps prepared statements.
    void run(const QString &statement, const QVariantList &values = {});
    QList<Row> rows(const QString &statement, const QVariantList &values = {});
    // The first value of the first row; invalid when there is none.
    QVariant value(const QString &statement, const QVariantList &values = {});

    // The number of rows that the last run() changed.
    int changedRows() const { return m_changedRows; }

    bool hasFailed() const { return m_error.isValid(); }

    // Runs in the same thread once this transaction is on disk, and not at all when it failed.
    void afterCommit(std::function<void()> action);

private:
    QSqlQuery *execute(const QString &statement, const QVariantList &values);
    void runPlain(const QString &statement);

    QSqlDatabase m_connection;
    QHash<QString, QSqlQuery> m_prepared;
    QSqlError m_error;
    int m_changedRows = 0;
    std::vector<std::function<void()>> m_afterCommit;
};

} // namespace Sluice
