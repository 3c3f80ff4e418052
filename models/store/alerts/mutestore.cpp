// SPDX-License-Identifier: Apache-2.0
#include "models/store/alerts/mutestore.h"

#include "models/store/database/storedatabase.h"
#include "models/store/database/storedvalues.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString wordOf(const std::optional<AlertRule> &rule)
{
    return rule ? QString::fromLatin1(rowOf(*rule).word) : u""_s;
}

std::optional<Mute> muteOf(const Sql::Row &row)
{
    Mute mute{{row[0].toString(), row[1].toString(), row[2].toString()},
              {},
              StoredValue::moment(row[4]),
              StoredValue::moment(row[5])};
    const QString word = row[3].toString();
    if (word.isEmpty())
        return mute;
    const auto rules = alertRules();
    const auto known = std::find_if(rules.begin(), rules.end(), [&word](const AlertRuleRow &each) {
        return word == QLatin1String(each.word);
    });
    if (known == rules.end())
        return std::nullopt;
    mute.rule = known->rule;
    return mute;
}

} // namespace

void MuteStore::put(const QList<Mute> &mutes)
{
    m_database->write([mutes](Sql &sql) {
        sql.run(u"DELETE FROM mute"_s);
        for (const Mute &mute : mutes)
            sql.run(u"INSERT OR REPLACE INTO mute (account, project, pipeline, rule, begins, ends) "
                    "VALUES (?, ?, ?, ?, ?, ?)"_s,
                    {StoredValue::text(mute.key.account), StoredValue::text(mute.key.project),
                     StoredValue::text(mute.key.pipeline), wordOf(mute.rule),
                     StoredValue::moment(mute.from), StoredValue::moment(mute.until)});
    });
}

void MuteStore::removeAccount(const QString &account)
{
    m_database->write([account](Sql &sql) {
        sql.run(u"DELETE FROM mute WHERE account = ?"_s, {StoredValue::text(account)});
    });
}

void MuteStore::all(QObject *context,
                    std::function<void(const StoreResult<QList<Mute>> &)> got) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    m_database->read(
        [now](Sql &sql) {
            QList<Mute> mutes;
            const QList<Sql::Row> rows =
                sql.rows(u"SELECT account, project, pipeline, rule, begins, ends FROM mute "
                         "WHERE ends = 0 OR ends > ? ORDER BY rowid"_s,
                         {StoredValue::time(now)});
            for (const Sql::Row &row : rows) {
                if (const std::optional<Mute> mute = muteOf(row))
                    mutes.append(*mute);
            }
            return mutes;
        },
        context, std::move(got));
}

} // namespace Sluice
