// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/webhook/webhookkind.h"
#include "ui/widgets/dialog.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace Sluice {

class NoteLine;
class WebhookNotifier;
class WebhookSetup;
struct WebhookOutcome;

// Asks where alerts are posted, and tries it. The address that is kept is never shown, only its
// host.
class WebhookDialog final : public Dialog
{
    Q_OBJECT

public:
    // Both outlive it.
    WebhookDialog(WebhookSetup *setup, WebhookNotifier *notifier, QWidget *parent);

private:
    void addFields(QVBoxLayout *column);
    void addWords(QVBoxLayout *column);
    void addButtons(QVBoxLayout *column);
    void showSetup();
    void onTyped();
    void sendTest();
    void showTested(const WebhookOutcome &outcome);
    void save();
    void remove();
    WebhookKind kind() const;
    bool readAddress(QUrl *url);

    WebhookSetup *m_setup;
    WebhookNotifier *m_notifier;
    QCheckBox *m_on;
    QComboBox *m_kind;
    QLineEdit *m_address;
    NoteLine *m_problem; // of the address
    QPushButton *m_test;
    NoteLine *m_tested;
    NoteLine *m_failure; // of the last alert
    QPushButton *m_remove = nullptr;
};

} // namespace Sluice
