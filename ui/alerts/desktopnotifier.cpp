// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/desktopnotifier.h"

#include "models/alerts/alerttexts.h"
#include "models/alerts/alertwatch.h"
#include "models/fleet/fleet.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto service = "org.freedesktop.Notifications"_L1;
constexpr auto servicePath = "/org/freedesktop/Notifications"_L1;
constexpr auto serviceInterface = "org.freedesktop.Notifications"_L1;
constexpr auto openAction = "default"_L1; // a click on the text, in the specification's words
constexpr std::chrono::seconds waitingInterval{5};
constexpr uchar critical = 2;
constexpr uchar normal = 1;
constexpr uchar low = 0;
constexpr std::chrono::seconds finishedPause{3};
constexpr int mostNames = 5;

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(service, servicePath, serviceInterface, method);
}

} // namespace

DesktopNotifier::DesktopNotifier(const QDBusConnection &bus, Fleet *fleet, AlertWatch *alerts,
                                 QObject *parent)
    : QObject(parent)
    , m_bus(bus)
    , m_fleet(fleet)
    , m_alerts(alerts)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(service, servicePath, serviceInterface, u"ActionInvoked"_s, this,
                  SLOT(onAction(uint,QString)));
    m_bus.connect(service, servicePath, serviceInterface, u"NotificationClosed"_s, this,
                  SLOT(onClosed(uint)));
    connect(alerts, &AlertWatch::raised, this, [this](const Alert &alert) {
        if (m_isOn && m_pacer.offer(alert, m_alerts->now()))
            tell({alert});
    });
    connect(alerts, &AlertWatch::closed, this, &DesktopNotifier::takeBack);
    connect(alerts, &AlertWatch::snapshotFinished, this, [this](const PipelineKey &key) {
        if (!m_finished.contains(key))
            m_finished.append(key);
        if (!m_finishedTimer.isActive())
            m_finishedTimer.start();
    });
    m_finishedTimer.setSingleShot(true);
    m_finishedTimer.setInterval(finishedPause);
    connect(&m_finishedTimer, &QTimer::timeout, this, &DesktopNotifier::tellFinished);
    m_timer.setInterval(waitingInterval);
    connect(&m_timer, &QTimer::timeout, this, &DesktopNotifier::tellWaiting);
    m_timer.start();
}

void DesktopNotifier::setOn(bool on)
{
    m_isOn = on;
}

void DesktopNotifier::tellWaiting()
{
    QList<Alert> waiting = m_pacer.takeWaiting(m_alerts->now());
    waiting.removeIf([this](const Alert &alert) { return m_alerts->isMuted(alert); });
    if (m_isOn && !waiting.isEmpty())
        tell(waiting);
}

// Desktops read the body as markup, and the names in it come from elsewhere.
void DesktopNotifier::tell(const QList<Alert> &alerts)
{
    const AlertTexts texts(m_fleet);
    const Alert &first = alerts.constFirst();
    const bool isOne = alerts.size() == 1;
    QStringList lines;
    for (const Alert &alert : alerts)
        lines.append(texts.title(alert));
    const QString summary =
        isOne ? texts.title(first) : tr("%Ln more alert(s)", nullptr, int(alerts.size()));
    const QString body =
        isOne ? u"%1\n%2"_s.arg(texts.place(first), texts.known(first)) : lines.join(u'\n');
    const bool isUrgent = first.rule == AlertRule::UnexpectedStop;
    notify(summary, body,
           {{u"urgency"_s, QVariant::fromValue(isUrgent ? critical : normal)},
            {u"category"_s, u"network.error"_s}},
           [this, alerts](uint id) { m_shown.insert(id, alerts); });
}

// A few seconds' together, by names as far as there is room.
void DesktopNotifier::tellFinished()
{
    const QList<PipelineKey> finished = std::exchange(m_finished, {});
    if (!m_isOn || finished.isEmpty())
        return;
    const AlertTexts texts(m_fleet);
    const PipelineKey &first = finished.constFirst();
    QStringList names;
    for (const PipelineKey &key : finished.mid(0, mostNames))
        names.append(texts.name(key));
    const auto left = int(finished.size() - names.size());
    if (left > 0)
        names.append(tr("and %Ln more", nullptr, left));
    const bool isOne = finished.size() == 1;
    const QString summary = isOne
                                ? tr("The snapshot of %1 is finished").arg(names.constFirst())
                                : tr("%Ln snapshot(s) are finished", nullptr, int(finished.size()));
    const QString body =
        isOne ? u"%1\n%2"_s.arg(texts.place(first), tr("It streams now.")) : names.join(u'\n');
    notify(summary, body,
           {{u"urgency"_s, QVariant::fromValue(low)}, {u"category"_s, u"transfer.complete"_s}},
           [this, first](uint id) { m_shownFinished.insert(id, first); });
}

// shown: called when the desktop shows it.
void DesktopNotifier::notify(const QString &summary, const QString &body, const QVariantMap &hints,
                             const std::function<void(uint id)> &shown)
{
    QVariantMap all = hints;
    all.insert(u"desktop-entry"_s, u"sluice"_s);
    QDBusMessage message = call(u"Notify"_s);
    message.setArguments({tr("Sluice"), 0U, u"sluice"_s, summary, body.toHtmlEscaped(),
                          QStringList{openAction, tr("Open")}, all, -1});
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [answer, shown] {
        answer->deleteLater();
        const QDBusPendingReply<uint> id = *answer;
        if (!id.isError()) // else nobody shows it
            shown(id.value());
    });
}

void DesktopNotifier::takeBack(const Alert &alert)
{
    m_pacer.withdraw(alert.id);
    for (auto shown = m_shown.begin(); shown != m_shown.end(); ++shown) {
        if (shown->size() != 1 || shown->constFirst().id != alert.id)
            continue;
        QDBusMessage close = call(u"CloseNotification"_s);
        close.setArguments({shown.key()});
        m_bus.asyncCall(close);
        m_shown.erase(shown);
        return;
    }
}

void DesktopNotifier::onAction(uint id, const QString &action)
{
    const auto shown = m_shown.constFind(id);
    if (shown != m_shown.cend() && action == openAction)
        Q_EMIT chosen(*shown);
    const auto finished = m_shownFinished.constFind(id);
    if (finished != m_shownFinished.cend() && action == openAction)
        Q_EMIT snapshotChosen(*finished);
}

void DesktopNotifier::onClosed(uint id)
{
    m_shown.remove(id);
    m_shownFinished.remove(id);
}

} // namespace Sluice
