// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sandbox/accesstokens.h"
#include "app/sandbox/records.h"

#include <QObject>
#include <QSqlDatabase>

#include <stdexcept>

namespace Sluice::Sandbox {

// The disk refused. The text says what and why.
class StoreError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

// Keeps what --data asks to keep: one SQLite file in WAL mode. Each change is on the disk before
// the call returns. The store lives in the thread that made it, which runs an event loop. save()
// and remove...() may be called from any thread, and wait.
class Store : public QObject
{
    Q_OBJECT

public:
    // Opens or makes the file in that folder. Throws StoreError, also when another process has the
    // file open.
    explicit Store(const QString &folder, QObject *parent = nullptr);
    ~Store() override;

    Q_DISABLE_COPY_MOVE(Store)

    // True when no seed was ever put in.
    bool isEmpty();

    // Puts a seed and the credentials into the empty store: all of it, or nothing.
    void fill(const Records &records, const Credentials &credentials);

    Records load();
    Credentials credentials();

    void save(const Pipeline &pipeline);
    void save(const Agent &agent);
    void removePipeline(const QUuid &id);
    void removeAgent(const QUuid &id);

private:
    QSqlQuery run(const QString &sql, const QVariantList &values = {});
    void write(const Project &project);
    void write(const Agent &agent);
    void write(const Pipeline &pipeline);
    void loadProjects(Records &records);
    void loadAgents(Records &records);
    void loadPipelines(Records &records);

    // Runs a change in the store's thread. Throws here what the change throws.
    template <typename Change>
    void inOwnThread(Change change);

    QString m_connection;
    QSqlDatabase m_database;
};

} // namespace Sluice::Sandbox
