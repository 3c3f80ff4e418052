// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/definitionpath.h"
#include "models/store/database/storeproblem.h"

#include <QDateTime>
#include <QJsonObject>
#include <QObject>
#include <QSet>

#include <chrono>
#include <functional>

namespace Sluice {

class StoreDatabase;
class Sql;

// A pipeline that was deleted from here.
struct TrashEntry {
    QString id;
    PipelineKey key; // that it had; created again it gets another pipeline id
    QString name;
    QString accountName;
    QString projectName;
    QString sourceType; // "sqlserver", as the definition writes it
    int tableCount = 0;
    QDateTime deleted;             // UTC
    bool confirmed = false;        // false: it is not known whether the server deleted it
    QList<DefinitionPath> leftOut; // the keys that lead to secrets that were not kept

    bool operator==(const TrashEntry &) const = default;
};

// The definitions of deleted pipelines, kept until the user removes them. Leaves out secrets
// themselves (see secretscrubber.h).
class Trash final : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>;

    // A list of pipelines that comes this long after a delete was surely requested after it.
    static constexpr std::chrono::minutes settlingTime{3};

    explicit Trash(StoreDatabase *database, Now now = &QDateTime::currentDateTimeUtc,
                   QObject *parent = nullptr);

    // Adds an entry before a DELETE is sent; it is not confirmed yet. done(true): it is on disk.
    // Uses only key, accountName and projectName of the entry. Replaces an entry of the same key
    // that is not confirmed.
    void put(const TrashEntry &entry, const QJsonObject &definition, QObject *context = nullptr,
             std::function<void(bool kept)> done = {});
    // The outcome of the delete.
    void confirm(const PipelineKey &key); // the server deleted it
    void cancel(const PipelineKey &key);  // the server refused, it still stands there
    // Decides about entries that are not confirmed, by the project's complete list from the server.
    // A pipeline that is missing is deleted; one that is still there after settlingTime is not.
    // except: deletes that are under way.
    void settle(const QString &account, const QString &project, const QSet<QString> &present,
                const QSet<QString> &except);

    void list(QObject *context,
              std::function<void(const StoreResult<QList<TrashEntry>> &)> got); // newest first
    // Empty when there is no such entry.
    void definition(const QString &id, QObject *context,
                    std::function<void(const StoreResult<QJsonObject> &)> got);
    void remove(const QStringList &ids);
    void removeAccount(const QString &account);
    // Removes all entries that are known to be deleted.
    void empty();

Q_SIGNALS:
    void changed();

private:
    // Runs a change that returns the number of changed rows.
    void write(std::function<int(Sql &)> change);

    StoreDatabase *m_database;
    Now m_now;
};

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::TrashEntry)
