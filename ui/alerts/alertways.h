// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/alert.h"
#include "models/alerts/webhook/webhooknotifier.h"
#include "models/alerts/webhook/webhooksetup.h"

#include <QDBusConnection>
#include <QObject>

class QSettings;

namespace Sluice {

class Actions;
class AlertsPage;
class AlertWatch;
class CredentialStore;
class DesktopNotifier;
class Fleet;

// The ways in which alerts reach somebody outside of the window, and their actions.
class AlertWays final : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        Fleet *fleet;
        AlertWatch *alerts;
        CredentialStore *secrets;
        QSettings *settings;
        QDBusConnection bus;
    };

    // All parts outlive it.
    AlertWays(const Parts &parts, AlertsPage *page, QWidget *window);

    // Connects its actions, and offers them on the page.
    void handle(Actions *actions);

Q_SIGNALS:
    // Somebody clicked on what the desktop showed.
    void chosen(const QList<Sluice::Alert> &alerts);
    // See DesktopNotifier.
    void snapshotChosen(const Sluice::PipelineKey &key);

private:
    void askForWebhook();
    void showProblem();

    Parts m_parts;
    AlertsPage *m_page;
    QWidget *m_window;
    DesktopNotifier *m_desktop;
    WebhookSetup m_webhook;
    WebhookNotifier m_webhookNotifier; // destroyed before what it uses
};

} // namespace Sluice
