// SPDX-License-Identifier: Apache-2.0
#include "models/store/accountrecords.h"

#include "models/store/localstore.h"

using namespace Qt::StringLiterals;

namespace Sluice {

void countAccountRecords(LocalStore *store, const QString &account, QObject *context,
                         std::function<void(const StoreResult<AccountRecords> &)> got)
{
    store->drafts()->flush();
    store->database()->read(
        [account](Sql &sql) {
            const auto count = [&](const QString &statement) {
                return sql.value(statement, {account}).toInt();
            };
            return AccountRecords{count(u"SELECT count(*) FROM draft WHERE account = ?"_s),
                                  count(u"SELECT count(*) FROM version WHERE account = ?"_s),
                                  count(u"SELECT count(*) FROM trash WHERE account = ?"_s),
                                  count(u"SELECT count(*) FROM event WHERE account = ?"_s)};
        },
        context, std::move(got));
}

void removeAccountRecords(LocalStore *store, const QString &account)
{
    store->drafts()->removeAccount(account);
    store->versions()->removeAccount(account);
    store->trash()->removeAccount(account);
    store->lastStates()->removeAccount(account);
    store->events()->removeAccount(account);
    store->spans()->removeAccount(account);
    store->mutes()->removeAccount(account);
    store->labels()->removeAccount(account);
    store->lists()->removeAccount(account);
}

} // namespace Sluice
