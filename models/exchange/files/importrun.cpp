// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/importrun.h"

#include "models/exchange/files/portable.h"
#include "models/fleet/fleet.h"
#include "models/json/jsontext.h"

namespace Sluice {

namespace {

QString wordsOf(const WriteOutcome &outcome)
{
    QStringList words{outcome.summary()};
    for (const Violation &violation : outcome.error->violations)
        words += violation.field.isEmpty()
                     ? violation.message
                     : ImportRun::tr("%1: %2").arg(violation.field, violation.message);
    return words.join(u'\n');
}

} // namespace

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

QString ImportRun::doneText(int item) const
{
    const bool isNew = m_chosen.at(item).match.action == ImportAction::Create;
    const QString done = isNew ? tr("Created.") : tr("Updated.");
    const QString &found = m_batch.outcome(item).found;
    return found.isEmpty() ? done : done + u' ' + found;
}

void ImportRun::notify(int item)
{
    const int row = m_chosen.at(item).row;
    switch (m_batch.state(item)) {
    case BatchRun::State::Waiting:
    case BatchRun::State::Running: break;
    case BatchRun::State::Done: Q_EMIT rowDone(row, Outcome::Done, doneText(item)); break;
    case BatchRun::State::Unknown:
        Q_EMIT rowDone(row, m_batch.outcome(item).isOpen() ? Outcome::Unknown : Outcome::NotSeen,
                       wordsOf(m_batch.outcome(item)));
        break;
    case BatchRun::State::NotSent:
        Q_EMIT rowDone(row, Outcome::NotSent, m_batch.reason(item));
        break;
    case BatchRun::State::Failed:
        Q_EMIT rowDone(row, Outcome::Failed, wordsOf(m_batch.outcome(item)));
        break;
    }
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
