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

ReplaceOperation::Replacement refusalFor(const QString &words)
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
        return refusalFor(tr("Not sent: it looks like a secret itself, where only the name of one "
                             "may stand."));
    const Merge merge(item.base, onServer, document.mine());
    const QJsonObject result = merge.result();
    if (merge.openCount() > 0 || repointed(result, m_repointing) != result)
        return refusalFor(tr("Its references changed on the server meanwhile, so nothing was sent. "
                             "Look at it again."));
    if (result == onServer)
        return {.isThere = true};
    return {.json = jsonText(result)};
}

ItemReport RepointRun::now(int item) const
{
    ItemReport report = itemReport(m_batch, item, tr("Re-pointed."));
    if (!isOver(report.state) || report.state == ItemState::NotSent)
        return report;
    const WriteOutcome &outcome = m_batch.outcome(item);
    if (report.state == ItemState::Done && outcome.effect == Effect::None)
        report.text = outcome.found; // nothing was sent
    else if (report.state == ItemState::Failed && outcome.error->kind == ApiError::Kind::NotFound)
        report.text = tr("The pipeline is not on the server any more.");
    return report;
}

// Of those that are told the same, in one go.
void RepointRun::notify(const QList<int> &items)
{
    QList<PipelineKey> alike;
    ItemReport told;
    const auto send = [this, &alike, &told] {
        if (!alike.isEmpty())
            Q_EMIT reported(std::exchange(alike, {}), told);
    };
    for (const int item : items) {
        const ItemReport next = now(item);
        if (next == m_told.at(item))
            continue;
        m_told[item] = next;
        if (next != told)
            send();
        told = next;
        alike.append(m_items.at(item).key);
    }
    send();
}

} // namespace Sluice
