// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/importrun.h"

#include "models/exchange/files/portable.h"
#include "models/fleet/fleet.h"
#include "models/json/jsontext.h"

namespace Sluice {

ImportRun::ImportRun(Fleet *fleet, const QString &account, const QString &project,
                     const QList<ImportModel::Chosen> &chosen, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_account(account)
    , m_project(project)
    , m_chosen(chosen)
    , m_batch(QList<BatchRun::Item>(chosen.size(), {account, project}),
              [this](int item) { return make(m_chosen.at(item)); }, {})
{
    connect(&m_batch, &BatchRun::itemsChanged, this, [this](const QList<int> &items) {
        for (const int item : items)
            notify(item);
    });
    connect(&m_batch, &BatchRun::finished, this, &ImportRun::finished);
}

Operation *ImportRun::make(const ImportModel::Chosen &one) const
{
    const QByteArray json = jsonText(*one.entry.definition);
    if (one.match.action == ImportAction::Create)
        return m_fleet->newCreate(m_account, m_project, json, CreateOperation::Namesakes::Refused);
    const auto isSeen = [base = one.match.base](const QJsonObject &onServer) {
        return semanticDiff(base, portableDefinition(onServer)).isEmpty();
    };
    return m_fleet->newReplace({m_account, m_project, one.match.pipelineId},
                               ReplaceOperation::onlyIf(isSeen, json));
}

void ImportRun::notify(int item)
{
    const bool isNew = m_chosen.at(item).match.action == ImportAction::Create;
    const ItemReport report = itemReport(m_batch, item, isNew ? tr("Created.") : tr("Updated."));
    if (isOver(report.state))
        Q_EMIT rowDone(m_chosen.at(item).row, report);
}

int ImportRun::unknownItem() const
{
    for (int item = 0; item < m_batch.size(); ++item) {
        if (m_batch.state(item) == BatchRun::State::Unknown && m_batch.outcome(item).isOpen())
            return item;
    }
    return -1;
}

int ImportRun::unknownRow() const
{
    const int item = unknownItem();
    return item < 0 ? -1 : m_chosen.at(item).row;
}

void ImportRun::look()
{
    if (const int item = unknownItem(); item >= 0)
        m_batch.look(item);
}

} // namespace Sluice
