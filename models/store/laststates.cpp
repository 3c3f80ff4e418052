// SPDX-License-Identifier: Apache-2.0
#include "models/store/laststates.h"

#include "models/store/database/storedatabase.h"
#include "models/store/database/storedvalues.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int daysKept = 30;

} // namespace

void LastStates::put(const States &states)
{
    if (states.isEmpty())
        return;
    m_database->write([states](Sql &sql) {
        for (auto [key, state] : states.asKeyValueRange())
            sql.run(u"INSERT OR REPLACE INTO last_state (account, project, pipeline, status, seen, "
                    "since, since_exact, stop_sent, unexpected, streamed, streamed_exact, "
                    "longest_snapshot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                    {StoredValue::text(key.account), StoredValue::text(key.project),
                     StoredValue::text(key.pipeline), StoredValue::text(state.status),
                     StoredValue::moment(state.seen), StoredValue::moment(state.since),
                     state.sinceExact, StoredValue::moment(state.stopSentAt),
                     state.stoppedUnexpectedly, StoredValue::moment(state.streamed),
                     state.streamedExact, qint64(state.longestSnapshot.count())});
        const QDateTime oldest = QDateTime::currentDateTimeUtc().addDays(-daysKept);
        sql.run(u"DELETE FROM last_state WHERE seen > 0 AND seen < ?"_s,
                {StoredValue::time(oldest)});
    });
}

void LastStates::removeAccount(const QString &account)
{
    m_database->write([account](Sql &sql) {
        sql.run(u"DELETE FROM last_state WHERE account = ?"_s, {StoredValue::text(account)});
    });
}

void LastStates::all(QObject *context, std::function<void(const StoreResult<States> &)> got) const
{
    m_database->read(
        [](Sql &sql) {
            States states;
            const QList<Sql::Row> rows =
                sql.rows(u"SELECT account, project, pipeline, status, seen, since, since_exact, "
                         "stop_sent, unexpected, streamed, streamed_exact, longest_snapshot FROM "
                         "last_state"_s);
            for (const Sql::Row &row : rows) {
                SeenState state;
                state.status = row[3].toString();
                state.seen = StoredValue::moment(row[4]);
                state.since = StoredValue::moment(row[5]);
                state.sinceExact = row[6].toBool();
                state.stopSentAt = StoredValue::moment(row[7]);
                state.stoppedUnexpectedly = row[8].toBool();
                state.streamed = StoredValue::moment(row[9]);
                state.streamedExact = row[10].toBool();
                state.longestSnapshot = std::chrono::milliseconds(row[11].toLongLong());
                states.insert({row[0].toString(), row[1].toString(), row[2].toString()}, state);
            }
            return states;
        },
        context, std::move(got));
}

} // namespace Sluice
