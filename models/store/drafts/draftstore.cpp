// SPDX-License-Identifier: Apache-2.0
#include "models/store/drafts/draftstore.h"

#include "models/definition/secret/secretscrubber.h"
#include "models/json/jsontext.h"
#include "models/store/database/storedatabase.h"
#include "models/store/database/storedvalues.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr StoredWords<Draft::Kind, 2> draftKinds{{{
    {Draft::Kind::Wizard, "wizard"},
    {Draft::Kind::Editor, "editor"},
}}};

SentCreate sentFrom(const QJsonObject &stored)
{
    return {stored[u"account"].toString(), stored[u"project"].toString(),
            stored[u"name"].toString()};
}

// Somebody may have put a secret into the field for the name.
QString sentText(const SentCreate &sent)
{
    if (sent.isNone())
        return u"{}"_s;
    QJsonObject stored = SecretScrubber::definition({{u"name"_s, sent.name}});
    stored[u"account"_s] = sent.account;
    stored[u"project"_s] = sent.project;
    return QString::fromUtf8(compactJson(stored));
}

Draft draftFrom(const Sql::Row &row)
{
    Draft draft;
    draft.id = row[0].toString();
    draft.kind = draftKinds.value(row[1].toString(), Draft::Kind::Editor);
    draft.key = {row[2].toString(), row[3].toString(), row[4].toString()};
    draft.base = StoredValue::object(row[5]);
    draft.edited = StoredValue::object(row[6]);
    draft.typed = StoredValue::object(row[7]);
    draft.jsonText = row[8].toString();
    draft.page = row[9].toString();
    draft.environment = row[10].toString();
    draft.saved = StoredValue::time(row[11]);
    draft.leftOut = StoredValue::places(row[12]);
    draft.sent = sentFrom(StoredValue::object(row[13]));
    return draft;
}

// Includes what an earlier session left out and nobody entered again.
QVariant leftOut(const Draft &draft, const Draft &clean)
{
    QList<DefinitionPath> places = SecretScrubber::leftOut(clean.edited, draft.edited);
    for (auto part = draft.typed.begin(); part != draft.typed.end(); ++part) {
        if (clean.typed.value(part.key()) != *part)
            places.append(DefinitionPath{part.key()});
    }
    if (clean.jsonText != draft.jsonText)
        places.append(DefinitionPath());
    const QList<DefinitionPath> missing = draft.missing();
    for (const DefinitionPath &place : missing) {
        if (!places.contains(place))
            places.append(place);
    }
    return StoredValue::places(places);
}

QVariantList rowOf(const Draft &draft)
{
    const QList<QJsonObject> known{draft.base, draft.edited};
    Draft clean;
    clean.edited = SecretScrubber::definition(draft.edited);
    clean.typed = SecretScrubber::typed(draft.typed, known);
    clean.jsonText = SecretScrubber::jsonText(draft.jsonText, known);
    return {draft.id,
            draftKinds.word(draft.kind),
            StoredValue::text(draft.key.account),
            StoredValue::text(draft.key.project),
            StoredValue::text(draft.key.pipeline),
            QString::fromUtf8(SecretScrubber::canonical(draft.base)),
            QString::fromUtf8(compactJson(clean.edited)),
            QString::fromUtf8(compactJson(clean.typed)),
            StoredValue::text(clean.jsonText),
            StoredValue::text(draft.page),
            StoredValue::text(draft.environment),
            StoredValue::time(draft.saved),
            leftOut(draft, clean),
            sentText(draft.sent)};
}

} // namespace

QList<DefinitionPath> Draft::missing() const
{
    QList<DefinitionPath> places = leftOut;
    places.removeIf([this](const DefinitionPath &place) {
        if (place.isEmpty())
            return jsonText.isEmpty();
        const bool isTyped = place.size() == 1 && typed.contains(place.keys().constFirst());
        return !isTyped && !SecretScrubber::lacks(edited, place);
    });
    return places;
}

DraftStore::DraftStore(StoreDatabase *database, Now now, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_now(std::move(now))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(saveInterval);
    connect(&m_timer, &QTimer::timeout, this, [this] { flush(); });
}

DraftStore::~DraftStore()
{
    flush();
}

void DraftStore::save(const Draft &draft)
{
    if (draft.id.isEmpty())
        return;
    m_waiting.insert(draft.id, draft);
    if (!m_timer.isActive()) // never started anew: typing without a pause is saved too
        m_timer.start();
}

void DraftStore::remove(const QString &id)
{
    m_waiting.remove(id);
    m_sent.remove(id);
    m_database->write([id](Sql &sql) { sql.run(u"DELETE FROM draft WHERE id = ?"_s, {id}); });
}

void DraftStore::removeAccount(const QString &account)
{
    const auto isIts = [&account](const auto &each) { return each.value().key.account == account; };
    m_waiting.removeIf(isIts);
    m_sent.removeIf(isIts);
    m_database->write(
        [account](Sql &sql) { sql.run(u"DELETE FROM draft WHERE account = ?"_s, {account}); });
}

void DraftStore::flush()
{
    m_timer.stop();
    const QHash<QString, Draft> waiting = std::exchange(m_waiting, {});
    for (const Draft &draft : waiting)
        put(draft);
}

void DraftStore::flush(QObject *context, std::function<void()> done)
{
    flush();
    // Tasks run in order, so this one ends after those.
    m_database->write([](Sql &) {}, context, [done = std::move(done)](bool) { done(); });
}

void DraftStore::put(const Draft &draft)
{
    Draft dated = draft;
    dated.saved = m_now();
    m_sent.insert(draft.id, dated);
    m_database->write(
        [dated](Sql &sql) {
            sql.run(u"INSERT OR REPLACE INTO draft (id, kind, account, project, pipeline, base, "
                    "edited, typed, json_text, page, environment, saved, left_out, sent) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                    rowOf(dated));
        },
        this, [this, dated](bool kept) { onAnswer(dated, kept); });
}

void DraftStore::onAnswer(const Draft &draft, bool kept)
{
    if (m_sent.value(draft.id) != draft) // removed, or a newer one is on its way
        return;
    m_sent.remove(draft.id);
    if (kept)
        Q_EMIT saved(draft.id);
    else if (!m_waiting.contains(draft.id))
        m_waiting.insert(draft.id, draft);
}

void DraftStore::all(QObject *context, std::function<void(const StoreResult<QList<Draft>> &)> got)
{
    flush();
    m_database->read(
        [](Sql &sql) {
            QList<Draft> drafts;
            const QList<Sql::Row> rows =
                sql.rows(u"SELECT id, kind, account, project, pipeline, base, edited, typed, "
                         "json_text, page, environment, saved, left_out, sent FROM draft "
                         "ORDER BY saved DESC, id"_s);
            for (const Sql::Row &row : rows)
                drafts.append(draftFrom(row));
            return drafts;
        },
        context, std::move(got));
}

} // namespace Sluice
