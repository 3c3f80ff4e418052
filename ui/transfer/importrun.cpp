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
    , m_creation(fleet)
    , m_account(account)
    , m_project(project)
    , m_chosen(chosen)
{
    connectCreation();
}

void ImportRun::connectCreation()
{
    connect(&m_creation, &PipelineCreation::created, this,
            [this] { done(m_chosen.at(m_at).row, Outcome::Done, tr("Created.")); });
    connect(&m_creation, &PipelineCreation::failed, this,
            [this](const ApiError &error) { fail(m_chosen.at(m_at), error); });
    connect(&m_creation, &PipelineCreation::found, this,
            [this] { settle(Outcome::Done, tr("Created.")); });
    connect(&m_creation, &PipelineCreation::foundNamesake, this, [this] {
        settle(Outcome::Failed, tr("The project has a pipeline of this name. Whether it was there "
                                   "before is not known."));
    });
    connect(&m_creation, &PipelineCreation::notFound, this,
            [this] { settle(Outcome::NotSent, tr("Not created.")); });
    connect(&m_creation, &PipelineCreation::lookFailed, this,
            [this](const ApiError &error) { settle(Outcome::Unknown, error.summary()); });
}

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
    m_creation.create(m_account, m_project, *one.entry.definition, false);
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
        done(one.row, Outcome::Done, tr("Updated."));
}

void ImportRun::fail(const ImportModel::Chosen &one, const ApiError &error)
{
    if (error.endsARun())
        stop();
    if (error.isEffectUnknown())
        m_unknown = one;
    QStringList words{error.summary()};
    for (const Violation &violation : error.violations)
        words += violation.field.isEmpty() ? violation.message
                                           : tr("%1: %2").arg(violation.field, violation.message);
    done(one.row, error.isEffectUnknown() ? Outcome::Unknown : Outcome::Failed, words.join(u'\n'));
}

void ImportRun::look()
{
    if (!m_unknown)
        return;
    if (!m_fleet->account(m_account)) {
        settle(Outcome::Unknown, tr("This account is not signed in any more."));
        return;
    }
    if (m_unknown->match.action == ImportAction::Create) {
        m_creation.lookFor();
        return;
    }
    const PipelineKey key{m_account, m_project, m_unknown->match.pipelineId};
    m_fleet->readPipeline(key, this, [this](const Result<QJsonObject> &result) {
        if (result)
            compare(*m_unknown, portableDefinition(*result));
        else
            settle(Outcome::Unknown, result.error().summary());
    });
}

void ImportRun::compare(const ImportModel::Chosen &one, const QJsonObject &onServer)
{
    if (semanticDiff(*one.entry.definition, onServer).isEmpty())
        settle(Outcome::Done, tr("Updated."));
    else if (semanticDiff(one.match.base, onServer).isEmpty())
        settle(Outcome::NotSent, tr("Not updated."));
    else
        settle(Outcome::Failed, tr("It changed meanwhile. Look at the changes again."));
}

void ImportRun::settle(Outcome outcome, const QString &text)
{
    const int row = m_unknown->row;
    if (outcome != Outcome::Unknown)
        m_unknown.reset();
    Q_EMIT rowDone(row, outcome, text);
    Q_EMIT finished();
}

void ImportRun::done(int row, Outcome outcome, const QString &text)
{
    ++m_at;
    Q_EMIT rowDone(row, outcome, text);
    next();
}

} // namespace Sluice
