// SPDX-License-Identifier: Apache-2.0
#include "models/store/templates/templatestore.h"

#include "models/definition/secret/secretscrubber.h"
#include "models/store/database/storedatabase.h"
#include "models/store/database/storedvalues.h"

#include <QUuid>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Outcome = TemplateStore::Outcome;

QString folded(const QString &name)
{
    return name.simplified().toCaseFolded();
}

// The id of the template with this name; empty when there is none.
QString idOf(Sql &sql, const QString &name)
{
    return sql.value(u"SELECT id FROM template WHERE folded_name = ?"_s, {folded(name)}).toString();
}

Outcome renameTo(Sql &sql, const QString &id, const QString &name)
{
    const QString owner = idOf(sql, name);
    if (!owner.isEmpty() && owner != id)
        return Outcome::NameTaken;
    sql.run(u"UPDATE template SET name = ?, folded_name = ? WHERE id = ?"_s,
            {name, folded(name), id});
    return sql.changedRows() == 1 ? Outcome::Done : Outcome::NotFound;
}

PipelineTemplate templateFrom(const Sql::Row &row)
{
    return {row[0].toString(), row[1].toString(), StoredValue::object(row[2]),
            StoredValue::time(row[3]), StoredValue::places(row[4])};
}

} // namespace

TemplateStore::TemplateStore(StoreDatabase *database, Now now, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_now(std::move(now))
{}

void TemplateStore::write(std::function<Outcome(Sql &)> change, QObject *context, Done done)
{
    const auto outcome = std::make_shared<Outcome>(Outcome::NotKept);
    m_database->write([change = std::move(change), outcome](Sql &sql) { *outcome = change(sql); },
                      this,
                      [this, outcome, guard = QPointer<QObject>(context),
                       hasContext = context != nullptr, done = std::move(done)](bool kept) {
                          const Outcome answer = kept ? *outcome : Outcome::NotKept;
                          if (answer == Outcome::Done)
                              Q_EMIT changed();
                          if (done && (!hasContext || guard))
                              done(answer);
                      });
}

void TemplateStore::save(const QString &name, const QJsonObject &definition, IfTaken ifTaken,
                         QObject *context, Done done)
{
    const QString plain = name.simplified();
    const QString newId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    write(
        [plain, newId, definition, ifTaken, now = m_now()](Sql &sql) {
            if (plain.isEmpty())
                return Outcome::NoName;
            const QString owner = idOf(sql, plain);
            if (!owner.isEmpty() && ifTaken == IfTaken::Refuse)
                return Outcome::NameTaken;
            QJsonObject own = definition;
            own.remove("streamingPipelineId"_L1);
            const QJsonObject clean = SecretScrubber::definition(own);
            sql.run(u"INSERT OR REPLACE INTO template (id, name, folded_name, json, saved, "
                    "left_out) VALUES (?, ?, ?, ?, ?, ?)"_s,
                    {owner.isEmpty() ? newId : owner, plain, folded(plain),
                     QString::fromUtf8(compactJson(clean)), StoredValue::time(now),
                     StoredValue::places(SecretScrubber::leftOut(clean, own))});
            return Outcome::Done;
        },
        context, std::move(done));
}

void TemplateStore::rename(const QString &id, const QString &name, QObject *context, Done done)
{
    write([id, plain = name.simplified()](
              Sql &sql) { return plain.isEmpty() ? Outcome::NoName : renameTo(sql, id, plain); },
          context, std::move(done));
}

void TemplateStore::remove(const QString &id, QObject *context, Done done)
{
    write(
        [id](Sql &sql) {
            sql.run(u"DELETE FROM template WHERE id = ?"_s, {id});
            return sql.changedRows() == 1 ? Outcome::Done : Outcome::NotFound;
        },
        context, std::move(done));
}

void TemplateStore::list(QObject *context,
                         std::function<void(const StoreResult<QList<PipelineTemplate>> &)> got)
{
    m_database->read(
        [](Sql &sql) {
            QList<PipelineTemplate> templates;
            const QList<Sql::Row> rows = sql.rows(
                u"SELECT id, name, json, saved, left_out FROM template ORDER BY folded_name"_s);
            for (const Sql::Row &row : rows)
                templates.append(templateFrom(row));
            return templates;
        },
        context, std::move(got));
}

} // namespace Sluice
