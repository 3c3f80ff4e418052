// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/alertways.h"

#include "ui/alerts/alertspage.h"
#include "ui/alerts/desktopnotifier.h"
#include "ui/alerts/webhookdialog.h"
#include "ui/shared/actions.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto desktopKey = "alerts/desktop"_L1;

} // namespace

AlertWays::AlertWays(const Parts &parts, AlertsPage *page, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_page(page)
    , m_window(window)
    , m_desktop(new DesktopNotifier(parts.bus, parts.fleet, parts.alerts, this))
    , m_webhook(parts.secrets, parts.settings)
    , m_webhookNotifier(parts.fleet, parts.alerts, &m_webhook, {})
{
    connect(m_desktop, &DesktopNotifier::chosen, this, &AlertWays::chosen);
    connect(m_desktop, &DesktopNotifier::snapshotChosen, this, &AlertWays::snapshotChosen);
    connect(&m_webhook, &WebhookSetup::changed, this, &AlertWays::showProblem);
    connect(&m_webhookNotifier, &WebhookNotifier::problemChanged, this, &AlertWays::showProblem);
    connect(page, &AlertsPage::deliveryRequested, this, &AlertWays::askForWebhook);
    showProblem();
}

void AlertWays::handle(Actions *actions)
{
    QAction *onDesktop = actions->action(ActionId::DesktopAlerts);
    connect(onDesktop, &QAction::toggled, this, [this](bool on) {
        m_parts.settings->setValue(desktopKey, on);
        m_desktop->setOn(on);
    });
    onDesktop->setChecked(m_parts.settings->value(desktopKey, true).toBool());
    m_desktop->setOn(onDesktop->isChecked());
    actions->on(ActionId::AlertWebhook, this, &AlertWays::askForWebhook);
    m_page->setWays(
        {onDesktop, actions->action(ActionId::AlertWebhook), actions->action(ActionId::OnClose)});
}

void AlertWays::askForWebhook()
{
    (new WebhookDialog(&m_webhook, &m_webhookNotifier, m_window))->open();
}

void AlertWays::showProblem()
{
    QString problem = m_webhook.isOn() ? m_webhook.problem() : QString();
    if (!problem.isEmpty() && !m_webhook.hasUrl())
        problem = tr("Alerts are not posted: %1").arg(problem);
    m_page->setDeliveryProblem(problem.isEmpty() ? m_webhookNotifier.problem() : problem);
}

} // namespace Sluice
