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

// One connection as the tasks of the local store see it. The first failure sticks: all that follows
// in the same transaction does nothing and reads nothing, and the transaction is rolled back.
// Lives in the store's thread only.
class Sql
{
public:
    enum class Access { Read, Write };
    using Row = QVariantList;
    using Task = std::function<void(Sql &)>;

    explicit Sql(const QSqlDatabase &connection);

    // Runs the task as one transaction. False, with lastError(), when anything of it failed.
    bool transact(Access access, const Task &task);

    QSqlError lastError() const { return m_error; }

    // One statement, with its "?" filled. Statements are kept prepared.
    void run(const QString &statement, const QVariantList &values = {});
    QList<Row> rows(const QString &statement, const QVariantList &values = {});
    // The first value of the first row; invalid when there is none.
    QVariant value(const QString &statement, const QVariantList &values = {});

    // Rows that the last run() changed.
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
