// SPDX-License-Identifier: Apache-2.0
#include "models/store/unexpectedstops.h"

#include "models/store/database/storedatabase.h"
#include "models/store/database/storedvalues.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QVariantList placeOf(const PipelineKey &key)
{
    return {StoredValue::text(key.account), StoredValue::text(key.project),
            StoredValue::text(key.pipeline)};
}

} // namespace

void UnexpectedStops::add(const PipelineKey &key)
{
    m_database->write([key](Sql &sql) {
        sql.run(u"INSERT OR IGNORE INTO unexpected_stop (account, project, pipeline) "
                "VALUES (?, ?, ?)"_s,
                placeOf(key));
    });
}

void UnexpectedStops::remove(const PipelineKey &key)
{
    m_database->write([key](Sql &sql) {
        sql.run(u"DELETE FROM unexpected_stop WHERE account = ? AND project = ? AND pipeline = ?"_s,
                placeOf(key));
    });
}

void UnexpectedStops::removeAccount(const QString &account)
{
    m_database->write([account](Sql &sql) {
        sql.run(u"DELETE FROM unexpected_stop WHERE account = ?"_s, {StoredValue::text(account)});
    });
}

void UnexpectedStops::all(QObject *context,
                          std::function<void(const StoreResult<QList<PipelineKey>> &)> got) const
{
    m_database->read(
        [](Sql &sql) {
            QList<PipelineKey> keys;
            const QList<Sql::Row> rows =
                sql.rows(u"SELECT account, project, pipeline FROM unexpected_stop"_s);
            for (const Sql::Row &row : rows)
                keys.append({row[0].toString(), row[1].toString(), row[2].toString()});
            return keys;
        },
        context, std::move(got));
}

} // namespace Sluice
