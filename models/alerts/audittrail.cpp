// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/audittrail.h"

#include "models/alerts/auditevents.h"
#include "models/api/endpoints.h"
#include "models/api/pager.h"
#include "models/fleet/fleet.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Sluice {

namespace {

constexpr auto clockSkew = 2min;       // between this computer and the server
constexpr auto longestLook = 24h * 30; // back, for any command at all
constexpr auto idKey = "eventId"_L1;

Request events(const QDateTime &from)
{
    Request request = Endpoints::listEvents(from);
    request.priority = Priority::Background;
    return request;
}

bool isRefusal(const ApiError &error)
{
    return error.httpStatus == 401 || error.httpStatus == 403 || error.httpStatus == 404;
}

} // namespace

AuditTrail::AuditTrail(Fleet *fleet, AlertWatch *alerts, Pauses pauses, QObject *parent)
    : QObject(parent)
    , m_fleet(fleet)
    , m_alerts(alerts)
    , m_pauses(pauses)
{
    m_firstTimer.setSingleShot(true);
    m_firstTimer.setInterval(pauses.first);
    connect(&m_firstTimer, &QTimer::timeout, this,
            [this] { ask(std::exchange(m_first, {}), false); });
    m_secondTimer.setSingleShot(true);
    m_secondTimer.setInterval(pauses.second);
    connect(&m_secondTimer, &QTimer::timeout, this,
            [this] { ask(std::exchange(m_second, {}), true); });
    connect(alerts, &AlertWatch::changed, this, &AuditTrail::collect);
    connect(fleet, &Fleet::accountAboutToBeRemoved, this,
            [this](const Account *account) { m_access.remove(account->id()); });
}

// Those that are new among the alerts. Who runs again is new the next time.
void AuditTrail::collect()
{
    QSet<PipelineKey> stopped;
    const QList<Alert> open = m_alerts->open();
    for (const Alert &alert : open) {
        if (alert.rule != AlertRule::UnexpectedStop)
            continue;
        for (const AlertPart &part : alert.parts) {
            if (!part.overAt.isValid())
                stopped.insert(part.key);
        }
    }
    m_known.intersect(stopped);
    for (const PipelineKey &key : std::as_const(stopped)) {
        if (m_known.contains(key) || m_access.value(key.account).isRefused)
            continue;
        m_known.insert(key);
        m_first.insert(key);
        if (!m_firstTimer.isActive())
            m_firstTimer.start();
    }
}

void AuditTrail::ask(const QSet<PipelineKey> &keys, bool isLast)
{
    QHash<QString, QList<PipelineKey>> accounts;
    for (const PipelineKey &key : keys) {
        if (m_known.contains(key))
            accounts[key.account].append(key);
    }
    for (auto [account, own] : accounts.asKeyValueRange())
        askAccount(account, own, isLast);
}

// When it was last seen running: the stop came after that.
QDateTime AuditTrail::lastRun(const PipelineKey &key) const
{
    const PipelineRow *row = m_fleet->pipelines()->find(key);
    if (!row)
        return QDateTime::currentDateTimeUtc();
    return row->streamed.isValid() && row->streamed < row->since ? row->streamed : row->since;
}

void AuditTrail::askAccount(const QString &account, const QList<PipelineKey> &keys, bool isLast)
{
    Client *client = m_fleet->client(account);
    if (!client)
        return;
    QDateTime from = QDateTime::currentDateTimeUtc();
    for (const PipelineKey &key : keys)
        from = std::min(from, lastRun(key));
    fetchAll(client, events(from.addDuration(-clockSkew)), idKey, this,
             [this, account, keys, isLast](const Result<QJsonArray> &result) {
                 if (result)
                     judge(account, keys, *result, isLast);
                 else if (isRefusal(result.error()))
                     m_access[account].isRefused = true;
                 else if (!isLast)
                     judge(account, keys, {}, false); // the second look may have more luck
             });
}

void AuditTrail::judge(const QString &account, const QList<PipelineKey> &keys,
                       const QJsonArray &events, bool isLast)
{
    if (AuditEvents::tellOfCommands(events))
        m_access[account].tellsOfCommands = true;
    QList<PipelineKey> open;
    for (const PipelineKey &key : keys) {
        const PipelineRow *row = m_fleet->pipelines()->find(key);
        if (!row)
            continue;
        if (const auto finding = AuditEvents::stopOf(events, key, row->name))
            m_alerts->setAudit(key, *finding);
        else
            open.append(key);
    }
    if (open.isEmpty())
        return;
    if (isLast) {
        askForAnyCommand(account, open);
        return;
    }
    for (const PipelineKey &key : std::as_const(open))
        m_second.insert(key);
    if (!m_secondTimer.isActive())
        m_secondTimer.start();
}

// Whether no stop among the events means anything.
void AuditTrail::askForAnyCommand(const QString &account, const QList<PipelineKey> &keys)
{
    Client *client = m_fleet->client(account);
    if (!client)
        return;
    if (m_access.value(account).tellsOfCommands) {
        close(account, keys);
        return;
    }
    const Request page =
        Endpoints::paged(events(QDateTime::currentDateTimeUtc().addDuration(-longestLook)), 0);
    client->send(page, this, [this, account, keys](const Result<Reply> &result) {
        if (!result)
            return; // nothing is said
        if (AuditEvents::tellOfCommands(result->json.object()["results"_L1].toArray()))
            m_access[account].tellsOfCommands = true;
        close(account, keys);
    });
}

void AuditTrail::close(const QString &account, const QList<PipelineKey> &keys)
{
    const auto kind = m_access.value(account).tellsOfCommands ? AuditFinding::Kind::NoStop
                                                              : AuditFinding::Kind::NotListed;
    for (const PipelineKey &key : keys)
        m_alerts->setAudit(key, {kind, {}, {}});
}

} // namespace Sluice
