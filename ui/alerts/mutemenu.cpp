// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/mutemenu.h"

#include "models/alerts/alertwatch.h"
#include "ui/alerts/mutewindowdialog.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// "until 15:02", with the day where that is another one.
QString untilText(const QDateTime &end, const QDateTime &now)
{
    const QDateTime local = end.toLocalTime();
    const bool isToday = local.date() == now.toLocalTime().date();
    return MuteMenu::tr("until %1")
        .arg(isToday ? local.toString(u"HH:mm"_s) : QLocale().toString(local, u"ddd HH:mm"_s));
}

} // namespace

MuteMenu::MuteMenu(AlertWatch *alerts, const Alert &alert, const QString &pipeline, QWidget *parent)
    : QMenu(parent)
    , m_alerts(alerts)
    , m_alert(alert)
{
    setObjectName(u"muteMenu"_s);
    setToolTipsVisible(true);
    if (alerts->isMuted(alert)) {
        QAction *unmute =
            addAction(tr("&End the mute"), this, [this] { m_alerts->unmute(m_alert); });
        unmute->setObjectName(u"unmuteAction"_s);
        return;
    }
    addMute(tr("For &1 hour"), u"muteHourAction"_s, 1);
    addMute(tr("For &8 hours"), u"muteHoursAction"_s, 8);
    QAction *change = addAction(tr("Until it is &over"), this,
                                [this] { m_alerts->mute(m_alert, m_alerts->now(), {}); });
    change->setObjectName(u"muteUntilOverAction"_s);
    QAction *window = addAction(tr("For a &window of time…"), this, &MuteMenu::chooseWindow);
    window->setObjectName(u"muteWindowAction"_s);
    if (alert.parts.size() == 1) {
        addSeparator();
        QAction *all = addAction(
            tr("&All alerts of %1 for 8 hours").arg(QString(pipeline).replace(u'&', u"&&"_s)), this,
            [this] {
                const QDateTime now = m_alerts->now();
                m_alerts->mutePipeline(m_alert.parts.constFirst().key, now,
                                       now.addSecs(8LL * 60 * 60));
            });
        all->setObjectName(u"mutePipelineAction"_s);
    }
    addSeparator();
    QAction *note = addAction(tr("A mute ends by itself. What happens is still recorded."));
    note->setEnabled(false);
}

void MuteMenu::addMute(const QString &text, const QString &objectName, int hours)
{
    const auto end = [hours](const QDateTime &now) { return now.addSecs(hours * 60LL * 60); };
    const QDateTime now = m_alerts->now();
    QAction *action = addAction(u"%1\t%2"_s.arg(text, untilText(end(now), now)), this, [this, end] {
        const QDateTime begin = m_alerts->now();
        m_alerts->mute(m_alert, begin, end(begin));
    });
    action->setObjectName(objectName);
}

void MuteMenu::chooseWindow()
{
    auto *dialog = new MuteWindowDialog(m_alerts->now(), parentWidget());
    connect(dialog, &QDialog::accepted, m_alerts, [alerts = m_alerts, alert = m_alert, dialog] {
        alerts->mute(alert, dialog->begin(), dialog->end());
    });
    dialog->open();
}

} // namespace Sluice
