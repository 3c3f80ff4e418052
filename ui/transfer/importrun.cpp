// SPDX-License-Identifier: Apache-2.0
#include "ui/transfer/importrun.h"

#include "models/exchange/portable.h"
#include "models/fleet/fleet.h"
#include "models/pipeline/jsontext.h"

namespace Sluice {

ImportRun::ImportRun(Fleet *fleet, const QString &account, const QString &project,
                     const QList<ImportModel::Chosen> &chosen, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_account(account)
    , m_project(project)
    , m_chosen(chosen)
{}

void ImportRun::start()
{
    next();
}

void ImportRun::next()
{
    if (m_isStopped) {
        for (; m_at < m_chosen.size(); ++m_at)
            Q_EMIT rowDone(m_chosen.at(m_at).row, Outcome::NotSent, tr("Not sent."));
    }
    if (m_at >= m_chosen.size()) {
        Q_EMIT finished();
        return;
    }
    const ImportModel::Chosen &one = m_chosen.at(m_at);
    if (one.match.action == ImportAction::Create)
        create(one);
    else
        update(one);
}

void ImportRun::create(const ImportModel::Chosen &one)
{
    m_fleet->createPipeline(m_account, m_project, jsonText(*one.entry.definition), this,
                            [this, one](const Result<QJsonObject> &result) { take(one, result); });
}

void ImportRun::update(const ImportModel::Chosen &one)
{
    const PipelineKey key{m_account, m_project, one.match.pipelineId};
    m_fleet->readPipeline(key, this, [this, one, key](const Result<QJsonObject> &result) {
        if (!result)
            fail(one, result.error());
        else if (semanticDiff(one.match.base, portableDefinition(*result)).isEmpty())
            replace(one, key);
        else
            done(one.row, Outcome::Failed,
                 tr("It changed meanwhile, so nothing was sent. Look at the changes again."));
    });
}

void ImportRun::replace(const ImportModel::Chosen &one, const PipelineKey &key)
{
    m_fleet->savePipeline(key, jsonText(*one.entry.definition), this,
                          [this, one](const Result<QJsonObject> &result) { take(one, result); });
}

void ImportRun::take(const ImportModel::Chosen &one, const Result<QJsonObject> &result)
{
    if (!result)
        fail(one, result.error());
    else
        done(one.row, Outcome::Done,
             one.match.action == ImportAction::Create ? tr("Created.") : tr("Updated."));
}

void ImportRun::fail(const ImportModel::Chosen &one, const ApiError &error)
{
    if (error.endsARun())
        stop();
    QStringList words{error.summary()};
    for (const Violation &violation : error.violations)
        words += violation.field.isEmpty() ? violation.message
                                           : tr("%1: %2").arg(violation.field, violation.message);
    done(one.row, error.kind == ApiError::Kind::OutcomeUnknown ? Outcome::Unknown : Outcome::Failed,
         words.join(u' '));
}

void ImportRun::done(int row, Outcome outcome, const QString &text)
{
    ++m_at;
    Q_EMIT rowDone(row, outcome, text);
    next();
}

} // namespace Sluice
