// SPDX-License-Identifier: Apache-2.0
#include "models/store/database/storethread.h"

#include "models/store/database/storedatabase.h"

#include <QSqlDatabase>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace Sluice {

StoreThread::StoreThread(StoreDatabase *owner, const QString &path, const StoreSettings &settings)
    : m_owner(owner)
    , m_path(path)
    , m_settings(settings)
    , m_connection(u"history-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces))
{}

StoreThread::~StoreThread() = default;

void StoreThread::open()
{
    {
        QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
        m_problem = openStoreFile(connection, m_path, m_settings);
        if (!m_problem)
            m_sql.emplace(connection);
    }
    if (m_problem)
        QSqlDatabase::removeDatabase(m_connection);
    notifyOwner([problem = m_problem](StoreDatabase *owner) { owner->onOpened(problem); });
}

void StoreThread::run(quint64 id, Sql::Access access, const Sql::Task &task)
{
    StoreProblem problem = m_problem;
    if (m_sql && !m_sql->transact(access, task))
        problem = storeProblem(m_sql->lastError(), m_path);
    notifyOwner(
        [id, access, problem](StoreDatabase *owner) { owner->onAnswer(id, access, problem); });
}

void StoreThread::close()
{
    if (!m_sql)
        return;
    m_sql.reset();
    QSqlDatabase::removeDatabase(m_connection);
}

void StoreThread::leave()
{
    const QMutexLocker lock(&m_ownerMutex);
    m_owner = nullptr;
}

void StoreThread::notifyOwner(const std::function<void(StoreDatabase *)> &what)
{
    const QMutexLocker lock(&m_ownerMutex);
    if (StoreDatabase *const owner = m_owner) {
        QMetaObject::invokeMethod(
            owner, [owner, what] { what(owner); }, Qt::QueuedConnection);
    }
}

} // namespace Sluice
