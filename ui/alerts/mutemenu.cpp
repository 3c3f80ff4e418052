// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/mutemenu.h"

#include "models/alerts/alerttexts.h"
#include "models/alerts/alertwatch.h"
#include "ui/alerts/mutewindowdialog.h"

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QString untilText(const QDateTime &end, const QDateTime &now)
{
    return MuteMenu::tr("until %1").arg(AlertTexts::moment(end, now));
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
    QAction *change = addAction(tr("&Until it is over"), this,
                                [this] { m_alerts->mute(m_alert, m_alerts->now(), {}); });
    change->setObjectName(u"muteUntilOverAction"_s);
    QAction *window = addAction(tr("For a &window of time…"), this, &MuteMenu::chooseWindow);
    window->setObjectName(u"muteWindowAction"_s);
    if (alert.parts.size() == 1) {
        addSeparator();
        QAction *all = addAction(tr("&Only %1, all its alerts, for 8 hours")
                                     .arg(QString(pipeline).replace(u'&', u"&&"_s)),
                                 this, [this] {
                                     const QDateTime now = m_alerts->now();
                                     m_alerts->mutePipeline(m_alert.parts.constFirst().key, now,
                                                            now.addSecs(8LL * 60 * 60));
                                 });
        all->setObjectName(u"mutePipelineAction"_s);
    }
    addSeparator();
    if (!alert.parts.isEmpty()) {
        QAction *whole = addAction(tr("It holds for this alert, with pipelines that join it."));
        whole->setObjectName(u"muteWholeNote"_s);
        whole->setEnabled(false);
    }
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
    const bool canGrow = !m_alert.parts.isEmpty();
    auto *dialog = new MuteWindowDialog(m_alerts->now(), canGrow, parentWidget());
    connect(dialog, &QDialog::accepted, m_alerts, [alerts = m_alerts, alert = m_alert, dialog] {
        alerts->mute(alert, dialog->begin(), dialog->end());
    });
    dialog->open();
}

} // namespace Sluice
