// SPDX-License-Identifier: Apache-2.0
#include "models/exchange/files/importremarks.h"

#include "models/exchange/files/importmodel.h"
#include "models/fleet/fleet.h"
#include "models/references/definitionfindings.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int sliceTime = 20; // ms; shorter than anybody feels

} // namespace

ImportRemarks::ImportRemarks(Fleet *fleet, ImportModel *model, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_model(model)
    , m_runners(fleet->pipelines())
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &ImportRemarks::goOn);
}

void ImportRemarks::begin(const QString &account)
{
    m_account = account;
    m_runners.setAccount(m_fleet->account(account));
    m_next = 0;
    m_timer.start();
    goOn(); // few entries have their remarks at once
}

void ImportRemarks::goOn()
{
    QElapsedTimer time;
    time.start();
    for (; m_next < m_model->rowCount() && !time.hasExpired(sliceTime); ++m_next)
        m_model->setRemarks(m_next, remarksOn(m_next));
    if (m_next < m_model->rowCount())
        return;
    m_timer.stop();
    Q_EMIT finished();
}

QStringList ImportRemarks::remarksOn(int row)
{
    const ImportMatch &match = m_model->matchAt(row);
    if (!m_fleet->account(m_account) ||
        (match.action != ImportAction::Create && match.action != ImportAction::Update))
        return {};
    m_form.setDefinition(*m_model->entry(row).definition);
    m_runners.setExcept(match.pipelineId);
    const QString runner = m_form.value(u"agentId"_s).toString();
    m_form.setAdvice(u"agentId"_s, m_runners.adviceFor(runner));
    QStringList remarks;
    const QList<DefinitionFinding> findings = definitionFindings(
        m_form, *m_fleet->pipelines(), m_account, m_runners.cloudOf(runner), match.pipelineId);
    for (const DefinitionFinding &finding : findings)
        remarks += finding.path.isEmpty() ? finding.text : finding.path + u": "_s + finding.text;
    return remarks;
}

} // namespace Sluice
