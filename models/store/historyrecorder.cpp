// SPDX-License-Identifier: Apache-2.0
#include "models/store/historyrecorder.h"

#include "models/alerts/alertwatch.h"
#include "models/document/diff.h"
#include "models/fleet/fleet.h"
#include "models/store/localstore.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The write got no good answer. A look may have come too early; the next lists will show its
// effect.
bool mayComeLate(const ApiError &error)
{
    return error.isEffectUnknown() || !error.found.isEmpty();
}

} // namespace

HistoryRecorder::HistoryRecorder(Fleet *fleet, LocalStore *store, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_store(store)
    , m_events(fleet, {store->events(), store->spans(), store->versions(), store->isAlone()})
    , m_states(fleet, store->lastStates())
    , m_lists(fleet, store->lists())
    , m_timelines(store->spans(), m_events.spans())
{
    connect(fleet->pipelines(), &PipelineModel::pipelinesRemoved, &m_timelines, &Timelines::forget);
    const QList<Account *> accounts = fleet->accounts();
    for (const Account *account : accounts)
        watch(account);
    connect(fleet, &Fleet::accountAdded, this, &HistoryRecorder::watch);
    connect(fleet, &Fleet::pipelineCreated, this,
            [store](const PipelineKey &key, const QJsonObject &definition) {
                store->versions()->record(key, definition, Version::Origin::Created);
            });
    connect(fleet, &Fleet::pipelineSaved, this, &HistoryRecorder::onSaved);
    connect(fleet, &Fleet::saveFailed, this,
            [this](const PipelineKey &key, const QJsonObject &before, const QJsonObject &sent,
                   const ApiError &error) {
                onSaveFailure(key, {before, sent}, error);
            });
    connect(fleet, &Fleet::pipelineRead, this, &HistoryRecorder::onRead);
    connect(fleet, &Fleet::pipelineDeleted, this, &HistoryRecorder::onDeleted);
    connect(fleet, &Fleet::deleteFailed, this, &HistoryRecorder::onDeleteFailure);
    fleet->setBeforeDelete(
        [this](const PipelineRow &row, const Fleet::DeleteAnswer &answer) { keep(row, answer); });
}

HistoryRecorder::~HistoryRecorder()
{
    m_fleet->setBeforeDelete({});
}

void HistoryRecorder::follow(const AlertWatch *alerts)
{
    m_events.follow(alerts);
    // The next run of the program knows by the states what this one told, also after a crash.
    connect(alerts, &AlertWatch::opened, this, [this](const Alert &alert) {
        for (const AlertPart &part : alert.parts)
            m_states.note(part.key);
    });
}

History HistoryRecorder::history()
{
    return {m_store->events(), &m_timelines};
}

void HistoryRecorder::forget(const QString &account)
{
    m_lists.forget(account);
    m_states.forget(account);
    m_events.forget(account);
}

void HistoryRecorder::watch(const Account *account)
{
    connect(account, &Account::pipelinesLoaded, this,
            [this, account](const QString &project, const QJsonArray &definitions) {
                onList(*account, project, definitions);
            });
}

void HistoryRecorder::onList(const Account &account, const QString &project,
                             const QJsonArray &definitions)
{
    QSet<QString> present;
    for (const QJsonValue &value : definitions) {
        const QString pipeline = value["streamingPipelineId"_L1].toString();
        present.insert(pipeline);
        settleSave({account.id(), project, pipeline}, value.toObject());
    }
    m_store->versions()->recordSeen(account.id(), project, definitions);
    QSet<QString> deleting;
    for (auto each = m_deleting.keyBegin(); each != m_deleting.keyEnd(); ++each) {
        if (each->account == account.id() && each->project == project)
            deleting.insert(each->pipeline);
    }
    m_store->trash()->settle(account.id(), project, present, deleting);
}

void HistoryRecorder::keep(const PipelineRow &row,
                           const std::function<void(const QString &)> &answer)
{
    const bool wasWorking = !m_store->database()->problem();
    TrashEntry entry;
    entry.key = row.key;
    entry.accountName = row.accountName;
    entry.projectName = row.projectName;
    m_deleting.insert(row.key, row.definition);
    m_store->trash()->put(
        entry, row.definition, this, [this, key = row.key, wasWorking, answer](bool kept) {
            // Without a store the user was told that there is no trash. A user who was not told
            // must not lose anything.
            if (kept || !wasWorking) {
                answer({});
                return;
            }
            m_deleting.remove(key);
            answer(tr("Its definition could not be kept in the trash, so nothing was deleted. %1")
                       .arg(m_store->database()->problem().text));
        });
}

void HistoryRecorder::onRead(const PipelineKey &key, const QJsonObject &definition)
{
    if (!settleSave(key, definition))
        m_store->versions()->record(key, definition, Version::Origin::Read);
}

void HistoryRecorder::onSaveFailure(const PipelineKey &key, const Save &save, const ApiError &error)
{
    if (mayComeLate(error))
        m_unanswered.insert(key, save);
    else
        m_unanswered.remove(key);
}

// True when this definition shows that a save with a lost answer took place.
bool HistoryRecorder::settleSave(const PipelineKey &key, const QJsonObject &definition)
{
    const auto save = m_unanswered.constFind(key);
    if (save == m_unanswered.constEnd() || definition == save->before)
        return false; // not yet: it may be on its way still
    const Save told = m_unanswered.take(key);
    if (!semanticDiff(told.sent, definition).isEmpty())
        return false; // somebody else's
    onSaved(key, told.before, definition);
    return true;
}

void HistoryRecorder::onSaved(const PipelineKey &key, const QJsonObject &before,
                              const QJsonObject &saved)
{
    m_unanswered.remove(key);
    if (before.isEmpty() || before == saved)
        m_store->versions()->record(key, saved, Version::Origin::Saved);
    else
        m_store->versions()->recordSave(key, before, saved);
}

void HistoryRecorder::onDeleted(const PipelineKey &key)
{
    const auto deleted = m_deleting.constFind(key);
    if (deleted == m_deleting.constEnd())
        return;
    m_store->trash()->confirm(key);
    m_store->versions()->record(key, *deleted, Version::Origin::Deleted);
    m_deleting.erase(deleted);
}

void HistoryRecorder::onDeleteFailure(const PipelineKey &key, const ApiError &error)
{
    if (m_deleting.remove(key) && !mayComeLate(error))
        m_store->trash()->cancel(key);
}

} // namespace Sluice
