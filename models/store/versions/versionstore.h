// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/inventory.h"
#include "models/definition/definitionpath.h"
#include "models/store/database/storeproblem.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Sluice {

class StoreDatabase;
class SeenDefinitions;

// A definition that a pipeline had for some time.
struct Version {
    // How it became known. For the same content, a later one of these says more than an earlier
    // one.
    enum class Origin {
        Read,       // found on the server
        BeforeSave, // what a save from here replaced
        Deleted,    // what it was when it was deleted from here
        Created,    // created from here
        Saved,      // saved from here
        Restored,   // saved from here, and what an earlier version had
    };

    qint64 id = 0; // rises with time
    PipelineKey key;
    QString hash; // SHA-256 of the content, hexadecimal: equal for equal content
    Origin origin = Origin::Read;
    QString name;                  // of the pipeline then
    int tableCount = 0;            // of the source then
    qint64 size = 0;               // of the JSON without blanks, in characters
    QList<DefinitionPath> leftOut; // the keys that lead to what was not kept, as it is a secret
    QDateTime firstSeen;           // UTC
    QDateTime lastSeen;            // UTC; exact to VersionStore::lastSeenPrecision

    bool isSave() const { return origin == Origin::Saved || origin == Origin::Restored; }

    bool operator==(const Version &) const = default;
};

// A step in the versions of a pipeline.
struct VersionChange {
    enum class Step {
        First,  // the first version that is known
        Next,   // other content than before
        Origin, // more is known of how the latest came about
    };

    PipelineKey key;
    qint64 id = 0; // of the version
    Version::Origin origin = Version::Origin::Read;
    Step step = Step::First;
};

// A save from here, for "Undo last save".
struct SavedChange {
    Version before;
    Version after;
    QJsonObject beforeDefinition;
    QJsonObject afterDefinition;
};

// Every definition that came from the server or went to it, each content once. A pipeline's
// versions are in the order of time. Content that comes back is a new version. Keeps the last
// versionsKept versions of each pipeline, whatever their age. Leaves out secrets themselves (see
// secretscrubber.h).
class VersionStore final : public QObject
{
    Q_OBJECT

public:
    using Now = std::function<QDateTime()>;

    static constexpr int versionsKept = 500; // of each pipeline
    // lastSeen is written at most this often, though an unchanged fleet is read every few minutes.
    static constexpr std::chrono::hours lastSeenPrecision{1};

    explicit VersionStore(StoreDatabase *database, Now now = &QDateTime::currentDateTimeUtc,
                          QObject *parent = nullptr);
    ~VersionStore() override;

    // Takes a project's list from the server, in one transaction. Costs little more than hashing
    // when nothing is new.
    void recordSeen(const QString &account, const QString &project, const QJsonArray &definitions);
    // Takes one definition. done(true): it is on disk.
    void record(const PipelineKey &key, const QJsonObject &definition, Version::Origin origin,
                QObject *context = nullptr, std::function<void(bool kept)> done = {});
    // Takes a save from here: what it replaced, and what the server had then.
    void recordSave(const PipelineKey &key, const QJsonObject &before, const QJsonObject &saved);
    // Forgets all versions of its pipelines.
    void removeAccount(const QString &account);

    // Newest first.
    void list(const PipelineKey &key, QObject *context,
              std::function<void(const StoreResult<QList<Version>> &)> got);
    // Empty when there is no such version.
    void definition(qint64 id, QObject *context,
                    std::function<void(const StoreResult<QJsonObject> &)> got);
    // The last save or restore from here and what stood there before it; none when there is no
    // such pair.
    void lastSave(const PipelineKey &key, QObject *context,
                  std::function<void(const StoreResult<std::optional<SavedChange>> &)> got);

Q_SIGNALS:
    // These pipelines have a new version, or the origin of one changed.
    void changed(const QList<Sluice::PipelineKey> &keys);
    // The same, step by step; comes first.
    void stepped(const QList<Sluice::VersionChange> &changes);

private:
    struct Recorded {
        PipelineKey key;
        QJsonObject definition;
    };

    void recordAll(std::function<QList<Recorded>()> recorded, Version::Origin origin,
                   QObject *context, std::function<void(bool)> done);
    void tell(const QList<VersionChange> &changes);

    StoreDatabase *m_database;
    Now m_now;
    std::shared_ptr<SeenDefinitions> m_seen; // touched in the store's thread only
};

} // namespace Sluice

Q_DECLARE_METATYPE(Sluice::Version)
