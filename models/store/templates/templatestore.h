// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/definitionpath.h"
#include "models/store/database/storeproblem.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QObject>

#include <functional>

namespace Sluice {

class StoreDatabase;
class Sql;

// A definition to start new pipelines from, without a pipeline's id.
struct PipelineTemplate {
    QString id;
    QString name;
    QJsonObject definition;
    QDateTime saved;                    // UTC
    QList<DefinitionPath> leftOut = {}; // the keys that lead to secrets that were not kept

    bool operator==(const PipelineTemplate &) const = default;
};

// Local templates. Two names always differ in more than case and blanks. Leaves out secrets
// themselves (see secretscrubber.h).
class TemplateStore final : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        Done,
        NoName,    // empty
        NameTaken, // another template has it
        NotFound,  // it is gone
        NotKept,   // the store does not work; StoreDatabase::problem() says why
    };
    enum class IfTaken { Refuse, Replace };
    using Now = std::function<QDateTime()>;
    using Done = std::function<void(Outcome)>;

    explicit TemplateStore(StoreDatabase *database, Now now = &QDateTime::currentDateTimeUtc,
                           QObject *parent = nullptr);

    void save(const QString &name, const QJsonObject &definition, IfTaken ifTaken, QObject *context,
              Done done);
    void rename(const QString &id, const QString &name, QObject *context, Done done);
    void remove(const QString &id, QObject *context, Done done);
    // By name.
    void list(QObject *context,
              std::function<void(const StoreResult<QList<PipelineTemplate>> &)> got);

Q_SIGNALS:
    void changed();

private:
    void write(std::function<Outcome(Sql &)> change, QObject *context, Done done);

    StoreDatabase *m_database;
    Now m_now;
};

} // namespace Sluice
