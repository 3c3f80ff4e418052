// SPDX-License-Identifier: Apache-2.0
#include "models/store/events/spanstore.h"

#include "models/store/database/storedatabase.h"
#include "models/store/database/storedvalues.h"
#include "models/store/events/eventstore.h"

using namespace Qt::StringLiterals;

namespace Sluice {

void SpanStore::put(const QList<Kept> &spans)
{
    if (spans.isEmpty())
        return;
    m_database->write([spans](Sql &sql) {
        for (const Kept &span : spans)
            sql.run(u"INSERT OR REPLACE INTO observed (account, project, pipeline, began, ended, "
                    "status) VALUES (?, ?, ?, ?, ?, ?)"_s,
                    {StoredValue::text(span.key.account), StoredValue::text(span.key.project),
                     StoredValue::text(span.key.pipeline), span.began, span.ended,
                     StoredValue::text(span.status)});
    });
}

void SpanStore::removeAccount(const QString &account)
{
    m_database->write([account](Sql &sql) {
        sql.run(u"DELETE FROM observed WHERE account = ?"_s, {StoredValue::text(account)});
    });
}

void SpanStore::prune()
{
    const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-EventStore::daysKept);
    m_database->write([oldest](Sql &sql) {
        sql.run(u"DELETE FROM observed WHERE ended < ?"_s, {StoredValue::time(oldest)});
    });
}

void SpanStore::spans(const QList<PipelineKey> &keys, qint64 from, QObject *context,
                      std::function<void(const StoreResult<Spans> &)> got) const
{
    m_database->read(
        [keys, from](Sql &sql) {
            Spans spans;
            for (const PipelineKey &key : keys) {
                QList<ObservedSpan> &found = spans[key];
                const QList<Sql::Row> rows = sql.rows(
                    u"SELECT began, ended, status FROM observed WHERE account = ? AND project = ? "
                    "AND pipeline = ? AND ended >= ? ORDER BY began"_s,
                    {StoredValue::text(key.account), StoredValue::text(key.project),
                     StoredValue::text(key.pipeline), from});
                found.reserve(rows.size());
                for (const Sql::Row &row : rows)
                    found.append({row[0].toLongLong(), row[1].toLongLong(),
                                  pipelineStateFrom(row[2].toString())});
            }
            return spans;
        },
        context, std::move(got));
}

} // namespace Sluice
