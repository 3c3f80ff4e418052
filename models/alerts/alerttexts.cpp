// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alerttexts.h"

#include "models/fleet/fleet.h"
#include "models/support/agetext.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

struct AlertWords {
    Q_DECLARE_TR_FUNCTIONS(Sluice::AlertTexts)
};

// "13:38:52", with the day where that is another one.
QString clockText(const QDateTime &moment, const QDateTime &now)
{
    const QDateTime local = moment.toLocalTime();
    if (local.date() == now.toLocalTime().date())
        return local.toString(u"HH:mm:ss"_s);
    return QLocale().toString(local, u"ddd d MMM HH:mm"_s);
}

int partsOver(const Alert &alert)
{
    return int(std::count_if(alert.parts.cbegin(), alert.parts.cend(),
                             [](const AlertPart &part) { return part.overAt.isValid(); }));
}

// isOver: it says how it was.
QString groupTitle(AlertRule rule, int count, bool isOver)
{
    switch (rule) {
    case AlertRule::UnexpectedStop:
        return AlertWords::tr("%Ln pipeline(s) stopped unexpectedly", nullptr, count);
    case AlertRule::StartNotConfirmed:
        return isOver ? AlertWords::tr("The start of %Ln pipeline(s) was not confirmed for long",
                                       nullptr, count)
                      : AlertWords::tr("The start of %Ln pipeline(s) is not confirmed", nullptr,
                                       count);
    case AlertRule::UnknownForLong:
        return isOver ? AlertWords::tr("%Ln pipeline(s) were unknown", nullptr, count)
                      : AlertWords::tr("%Ln pipeline(s) are unknown", nullptr, count);
    case AlertRule::LogNearlyUsed:
        return AlertWords::tr("%Ln pipeline(s): the source's log soon reaches back no further",
                              nullptr, count);
    case AlertRule::LogHalfUsed:
        return AlertWords::tr("%Ln pipeline(s): half of the time that the source's log is kept is "
                              "over",
                              nullptr, count);
    case AlertRule::SnapshotForLong:
        return isOver ? AlertWords::tr("%Ln snapshot(s) took longer than usual", nullptr, count)
                      : AlertWords::tr("%Ln snapshot(s) take longer than usual", nullptr, count);
    case AlertRule::AccountTrouble: break;
    }
    return {};
}

// "by anna@example.com, 14:02"
QString whoAndWhen(const AuditFinding &audit)
{
    const QString who = audit.who.isEmpty() ? AlertWords::tr("somebody") : audit.who;
    if (!audit.at.isValid())
        return AlertWords::tr("by %1").arg(who);
    return AlertWords::tr("by %1, %2")
        .arg(who, AlertTexts::moment(audit.at, QDateTime::currentDateTimeUtc()));
}

// Of a pipeline that stopped unexpectedly.
QString whatIsKnown(const AuditFinding &audit)
{
    switch (audit.kind) {
    case AuditFinding::Kind::StoppedBy:
        return AlertWords::tr("Stopped %1: Maia's audit events say so. No stop was sent from here.")
            .arg(whoAndWhen(audit));
    case AuditFinding::Kind::NoStop:
        return AlertWords::tr("Maia's audit events name no stop of it: it probably failed. No stop "
                              "was sent from here.");
    case AuditFinding::Kind::NotListed:
        return AlertWords::tr("It failed, or somebody else stopped it: Maia's audit events say "
                              "nothing of pipelines. No stop was sent from here.");
    case AuditFinding::Kind::NotAsked: break;
    }
    return AlertWords::tr("It failed, or somebody else stopped it: the API does not tell. No stop "
                          "was sent from here.");
}

QString whatIsKnown(AlertRule rule)
{
    switch (rule) {
    case AlertRule::UnexpectedStop: return whatIsKnown(AuditFinding());
    case AlertRule::StartNotConfirmed:
        return AlertWords::tr("The server took the command two minutes ago or more, and no state "
                              "shows that it had an effect.");
    case AlertRule::UnknownForLong:
        return AlertWords::tr("The runner gives no word. Whether it still streams is not known.");
    case AlertRule::LogNearlyUsed:
    case AlertRule::LogHalfUsed:
        return AlertWords::tr("It does not stream. When the log of its source reaches back no "
                              "further than to where it stopped, it needs a new snapshot.");
    case AlertRule::SnapshotForLong:
        return AlertWords::tr("It takes at least twice as long as the longest snapshot of it that "
                              "was seen from here. The API tells no progress.");
    case AlertRule::AccountTrouble: break;
    }
    return {};
}

QString whatIsKnownOfMany(AlertRule rule)
{
    switch (rule) {
    case AlertRule::UnexpectedStop:
        return AlertWords::tr("Each stopped within a minute of another one, so this is one alert. "
                              "They failed, or somebody else stopped them: the API does not tell.");
    case AlertRule::StartNotConfirmed:
        return AlertWords::tr("The server took the commands two minutes ago or more, and no state "
                              "shows that they had an effect.");
    case AlertRule::UnknownForLong:
        return AlertWords::tr("Each became unknown within a minute of another one, so this is one "
                              "alert. Whether they still stream is not known.");
    case AlertRule::LogNearlyUsed:
    case AlertRule::LogHalfUsed:
        return AlertWords::tr("They do not stream. When the log of their source reaches back no "
                              "further than to where they stopped, they need a new snapshot.");
    case AlertRule::SnapshotForLong:
        return AlertWords::tr("Each takes at least twice as long as the longest snapshot of it "
                              "that was seen from here. The API tells no progress.");
    case AlertRule::AccountTrouble: break;
    }
    return {};
}

} // namespace

QString AlertTexts::ruleText(AlertRule rule)
{
    switch (rule) {
    case AlertRule::AccountTrouble: return AlertWords::tr("Account out of reach");
    case AlertRule::UnexpectedStop: return AlertWords::tr("Stopped unexpectedly");
    case AlertRule::StartNotConfirmed: return AlertWords::tr("Start not confirmed");
    case AlertRule::UnknownForLong: return AlertWords::tr("Unknown for long");
    case AlertRule::LogNearlyUsed: return AlertWords::tr("80 % of the log's time is over");
    case AlertRule::LogHalfUsed: return AlertWords::tr("50 % of the log's time is over");
    case AlertRule::SnapshotForLong: return AlertWords::tr("Snapshot longer than usual");
    }
    return {};
}

QString AlertTexts::moment(const QDateTime &moment, const QDateTime &now)
{
    const QDateTime local = moment.toLocalTime();
    return local.date() == now.toLocalTime().date() ? local.toString(u"HH:mm"_s)
                                                    : QLocale().toString(local, u"ddd HH:mm"_s);
}

QString AlertTexts::name(const PipelineKey &key) const
{
    const PipelineRow *row = m_fleet->pipelines()->find(key);
    return row ? row->name : key.pipeline;
}

QString AlertTexts::place(const PipelineKey &key) const
{
    const PipelineRow *row = m_fleet->pipelines()->find(key);
    if (row)
        return u"%1 › %2"_s.arg(row->accountName, row->projectName);
    const Account *account = m_fleet->account(key.account);
    return account ? account->profile().name : QString();
}

QString AlertTexts::title(const Alert &alert) const
{
    const bool isOver = !alert.isOpen() || alert.isRecovering();
    if (alert.rule == AlertRule::AccountTrouble)
        return !isOver ? alert.fact : alert.isOpen() ? alert.back : alert.past;
    if (alert.parts.size() != 1)
        return groupTitle(alert.rule, int(alert.parts.size()), isOver);
    const QString pipeline = name(alert.parts.constFirst().key);
    switch (alert.rule) {
    case AlertRule::UnexpectedStop: return AlertWords::tr("%1 stopped unexpectedly").arg(pipeline);
    case AlertRule::StartNotConfirmed:
        return (isOver ? AlertWords::tr("The start of %1 was not confirmed for long")
                       : AlertWords::tr("The start of %1 is not confirmed"))
            .arg(pipeline);
    case AlertRule::UnknownForLong:
        return (isOver ? AlertWords::tr("%1 was unknown") : AlertWords::tr("%1 is unknown"))
            .arg(pipeline);
    case AlertRule::LogNearlyUsed:
        return AlertWords::tr("%1: the source's log soon reaches back no further").arg(pipeline);
    case AlertRule::LogHalfUsed:
        return AlertWords::tr("%1: half of the time that the source's log is kept is over")
            .arg(pipeline);
    case AlertRule::SnapshotForLong:
        return (isOver ? AlertWords::tr("The snapshot of %1 took longer than usual")
                       : AlertWords::tr("The snapshot of %1 takes longer than usual"))
            .arg(pipeline);
    case AlertRule::AccountTrouble: break;
    }
    return {};
}

QString AlertTexts::known(const Alert &alert) const
{
    if (!alert.isOpen())
        return AlertWords::tr("This is over, and has lasted.");
    if (alert.isRecovering())
        return AlertWords::tr("This is over. It counts as settled when it has lasted.");
    if (alert.rule == AlertRule::AccountTrouble)
        return alert.consequence;
    const int over = partsOver(alert);
    if (alert.parts.size() == 1) {
        const PipelineRow *row = m_fleet->pipelines()->find(alert.parts.constFirst().key);
        const bool isOfLog =
            alert.rule == AlertRule::LogHalfUsed || alert.rule == AlertRule::LogNearlyUsed;
        if (alert.rule == AlertRule::UnexpectedStop)
            return whatIsKnown(alert.parts.constFirst().audit);
        if (isOfLog && row && row->clock)
            return row->clock->text(QDateTime::currentDateTimeUtc()) + u' ' +
                   row->clock->reason(row->sourceHost);
        return whatIsKnown(alert.rule);
    }
    const QString known = whatIsKnownOfMany(alert.rule);
    return over == 0 ? known : known + u' ' + AlertWords::tr("%Ln of them is over.", nullptr, over);
}

QString AlertTexts::place(const Alert &alert) const
{
    if (alert.parts.isEmpty())
        return place(PipelineKey{alert.account, {}, {}});
    const PipelineKey &first = alert.parts.constFirst().key;
    const bool isOne =
        std::all_of(alert.parts.cbegin(), alert.parts.cend(),
                    [&first](const AlertPart &part) { return part.key.project == first.project; });
    return isOne ? place(first) : place(PipelineKey{alert.account, {}, {}});
}

QString AlertTexts::time(const Alert &alert, const QDateTime &now) const
{
    if (!alert.isOpen())
        return AlertWords::tr("settled at %1").arg(clockText(alert.settled, now));
    return AlertWords::tr("%1, since %2")
        .arg(durationText(alert.since, now), clockText(alert.since, now));
}

QString AlertTexts::remark(AlertRule rule, const AlertPart &part, const QDateTime &now) const
{
    if (part.overAt.isValid())
        return AlertWords::tr("over for %1").arg(durationText(part.overAt, now));
    const PipelineRow *row = m_fleet->pipelines()->find(part.key);
    if (!row)
        return {};
    if (part.audit.kind == AuditFinding::Kind::StoppedBy)
        return AlertWords::tr("stopped %1").arg(whoAndWhen(part.audit));
    if (part.audit.kind == AuditFinding::Kind::NoStop)
        return AlertWords::tr("no audit event: it probably failed");
    if (rule == AlertRule::LogHalfUsed || rule == AlertRule::LogNearlyUsed)
        return row->clock ? AlertWords::tr("%1 left").arg(row->clock->shortText(now)) : QString();
    const Account *account = m_fleet->account(part.key.account);
    const QList<Runner> runners = account ? account->runners() : QList<Runner>();
    const auto runner = std::find_if(runners.cbegin(), runners.cend(),
                                     [row](const Runner &each) { return each.id == row->agentId; });
    const bool isGone =
        runner != runners.cend() && runner->connected.has_value() && !*runner->connected;
    return isGone ? AlertWords::tr("%1 is disconnected").arg(row->runnerText()) : row->runnerText();
}

} // namespace Sluice
