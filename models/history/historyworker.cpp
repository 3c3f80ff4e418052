// SPDX-License-Identifier: Apache-2.0
#include "models/history/historyworker.h"

#include "models/history/historydatabase.h"

#include <QSqlDatabase>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sluice {

HistoryWorker::HistoryWorker(HistoryDatabase *owner, const QString &path,
                             const StoreSettings &settings)
    : m_owner(owner)
    , m_path(path)
    , m_settings(settings)
    , m_connection(u"history-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{}

HistoryWorker::~HistoryWorker() = default;

void HistoryWorker::open()
{
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
        m_problem = openStoreFile(connection, m_path, m_settings);
        if (!m_problem)
            m_sql.emplace(connection);
    }
    if (m_problem)
        QSqlDatabase::removeDatabase(m_connection);
    tell([problem = m_problem](HistoryDatabase *owner) { owner->takeOpened(problem); });
}

void HistoryWorker::run(quint64 id, Sql::Access access, const Sql::Task &task)
{
    StoreProblem problem = m_problem;
    if (m_sql && !m_sql->transact(access, task))
        problem = storeProblem(m_sql->lastError(), m_path);
    tell([id, access, problem](HistoryDatabase *owner) { owner->takeAnswer(id, access, problem); });
}

void HistoryWorker::close()
{
    if (!m_sql)
        return;
    m_sql.reset();
    QSqlDatabase::removeDatabase(m_connection);
}

void HistoryWorker::leave()
{
    const QMutexLocker lock(&m_ownerMutex);
    m_owner = nullptr;
}

void HistoryWorker::tell(const std::function<void(HistoryDatabase *)> &what)
{
    const QMutexLocker lock(&m_ownerMutex);
    if (HistoryDatabase *const owner = m_owner) {
        QMetaObject::invokeMethod(
            owner, [owner, what] { what(owner); }, Qt::QueuedConnection);
    }
}

} // namespace Sluice
