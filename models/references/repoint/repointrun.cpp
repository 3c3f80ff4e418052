// SPDX-License-Identifier: Apache-2.0
#include "models/references/repoint/repointrun.h"

#include "models/document/merge.h"
#include "models/document/pipelinedocument.h"
#include "models/fleet/fleet.h"
#include "models/json/jsontext.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QList<BatchRun::Item> placesOf(const QList<RepointRun::Item> &items)
{
    QList<BatchRun::Item> places;
    places.reserve(items.size());
    for (const RepointRun::Item &item : items)
        places.append({item.key.account, item.key.project});
    return places;
}

QString failureText(const WriteOutcome &outcome)
{
    if (outcome.error->kind == ApiError::Kind::NotFound && !outcome.isUnknown())
        return RepointRun::tr("The pipeline is not on the server any more.");
    QStringList words{outcome.summary()};
    for (const Violation &violation : outcome.error->violations)
        words += violation.field.isEmpty() ? violation.message
                                           : RepointRun::tr("%1: %2", "field: message")
                                                 .arg(violation.field, violation.message);
    return words.join(u'\n');
}

QString doneText(const WriteOutcome &outcome)
{
    if (outcome.effect == Effect::None)
        return outcome.found; // nothing was sent
    const QString done = RepointRun::tr("Re-pointed.");
    return outcome.found.isEmpty() ? done : done + u' ' + outcome.found;
}

ReplaceOperation::Replacement refusal(const QString &words)
{
    ApiError error;
    error.kind = ApiError::Kind::Conflict;
    error.message = words;
    return {{}, error, false};
}

} // namespace

RepointRun::RepointRun(Fleet *fleet, const Repointing &repointing, const QList<Item> &items,
                       QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_repointing(repointing)
    , m_items(items)
    , m_told(items.size())
    , m_batch(placesOf(items),
              [this](int index) {
                  const Item &item = m_items.at(index);
                  return m_fleet->newReplace(item.key, [this, item](const QJsonObject &onServer) {
                      return plan(item, onServer);
                  });
              },
              {.mostInARow = mostFailures, .mostTries = mostTries})
{
    connect(&m_batch, &BatchRun::itemsChanged, this, &RepointRun::notify);
    connect(&m_batch, &BatchRun::finished, this, &RepointRun::finished);
}

// What changed on the server beside the references goes along, as in every save.
ReplaceOperation::Replacement RepointRun::plan(const Item &item, const QJsonObject &onServer) const
{
    PipelineDocument document(item.key, item.base);
    if (!document.setMine(repointed(item.base, m_repointing)))
        return refusal(tr("Not sent: it looks like a secret itself, where only the name of one "
                          "may stand."));
    const Merge merge(item.base, onServer, document.mine());
    const QJsonObject result = merge.result();
    if (merge.openCount() > 0 || repointed(result, m_repointing) != result)
        return refusal(tr("Its references changed on the server meanwhile, so nothing was sent. "
                          "Look at it again."));
    if (result == onServer)
        return {.isThere = true};
    return {.json = jsonText(result)};
}

RepointRun::Step RepointRun::stepUnderWay(int item) const
{
    const Operation *operation = m_batch.operation(item);
    const bool isRead = operation && operation->stage() == Operation::Stage::Checking;
    return isRead ? Step::Reading : Step::Saving;
}

RepointRun::Told RepointRun::now(int item) const
{
    switch (m_batch.state(item)) {
    case BatchRun::State::Waiting: return {Step::Waiting};
    case BatchRun::State::Running: return {stepUnderWay(item)};
    case BatchRun::State::Done: return {Step::Done, doneText(m_batch.outcome(item))};
    case BatchRun::State::Failed: return {Step::Failed, failureText(m_batch.outcome(item))};
    case BatchRun::State::Unknown: return {Step::Unknown, failureText(m_batch.outcome(item))};
    case BatchRun::State::NotSent: return {Step::NotStarted, m_batch.reason(item)};
    }
    return {};
}

// Of those that are told the same, in one go.
void RepointRun::notify(const QList<int> &items)
{
    QList<PipelineKey> alike;
    Told told;
    const auto send = [this, &alike, &told] {
        if (!alike.isEmpty())
            Q_EMIT stepChanged(std::exchange(alike, {}), told.step, told.text);
    };
    for (const int item : items) {
        const Told next = now(item);
        if (next == m_told.at(item))
            continue;
        m_told[item] = next;
        if (!(next == told))
            send();
        told = next;
        alike.append(m_items.at(item).key);
    }
    send();
}

} // namespace Sluice
