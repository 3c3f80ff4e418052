// SPDX-License-Identifier: Apache-2.0
#include "models/store/database/sql.h"

#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace Sluice {

Sql::Sql(const QSqlDatabase &connection)
    : m_connection(connection)
{}

bool Sql::transact(Access access, const Task &task)
{
    m_error = {};
    m_afterCommit.clear();
    // Immediate, because the store could change under a write that starts as a read.
    runPlain(access == Access::Write ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
    if (hasFailed())
        return false;
    task(*this);
    if (!hasFailed())
        runPlain(u"COMMIT"_s);
    if (hasFailed()) {
        QSqlQuery(m_connection).exec(u"ROLLBACK"_s); // SQLite may have done so already
        return false;
    }
    for (const std::function<void()> &action : m_afterCommit)
        action();
    return true;
}

void Sql::afterCommit(std::function<void()> action)
{
    m_afterCommit.push_back(std::move(action));
}

void Sql::runPlain(const QString &statement)
{
    QSqlQuery query(m_connection);
    if (!query.exec(statement))
        m_error = query.lastError();
}

QSqlQuery *Sql::execute(const QString &statement, const QVariantList &values)
{
    if (hasFailed())
        return nullptr;
    auto found = m_prepared.find(statement);
    if (found == m_prepared.end()) {
        QSqlQuery query(m_connection);
        query.setForwardOnly(true);
        if (!query.prepare(statement)) {
            m_error = query.lastError();
            return nullptr;
        }
        found = m_prepared.insert(statement, query);
    }
    QSqlQuery &query = *found;
    for (qsizetype place = 0; place < values.size(); ++place)
        query.bindValue(int(place), values.at(place));
    if (query.exec())
        return &query;
    m_error = query.lastError();
    query.finish();
    return nullptr;
}

void Sql::run(const QString &statement, const QVariantList &values)
{
    m_changedRows = 0;
    if (QSqlQuery *query = execute(statement, values)) {
        m_changedRows = query->numRowsAffected();
        query->finish();
    }
}

QList<Sql::Row> Sql::rows(const QString &statement, const QVariantList &values)
{
    QList<Row> rows;
    QSqlQuery *query = execute(statement, values);
    if (!query)
        return rows;
    const int columns = query->record().count();
    while (query->next()) {
        Row row;
        row.reserve(columns);
        for (int column = 0; column < columns; ++column)
            row.append(query->value(column));
        rows.append(std::move(row));
    }
    // A damaged page may be found only while reading on.
    if (query->lastError().isValid())
        m_error = query->lastError();
    query->finish();
    return rows;
}

QVariant Sql::value(const QString &statement, const QVariantList &values)
{
    const QList<Row> found = rows(statement, values);
    return found.isEmpty() ? QVariant() : found.first().value(0);
}

} // namespace Sluice
