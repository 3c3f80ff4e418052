// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/connectioncheck.h"
#include "ui/widgets/panel.h"

#include <QPointer>

#include <memory>

class QPushButton;

namespace Sluice {

class ConnectForm;
class ConnectionSteps;
class CredentialStore;

// "Connect to Maia": the form, the steps of the connection test, Test and Connect. Connect tests
// first and goes on only when every step passed.
class ConnectCard final : public Panel
{
    Q_OBJECT

public:
    ConnectCard(CredentialStore *secrets, MakeConnectionCheck makeCheck, QWidget *parent = nullptr);
    ~ConnectCard() override;

    void setLow(bool low); // on a low screen its margins give way
    void clear();
    void fill(const Profile &profile); // only the secret is missing
    QString profileId() const;
    void focusFirst();

Q_SIGNALS:
    void connectRequested(const Sluice::Profile &profile, const QString &secret, bool remember);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLayout *makeButtons();
    void run(bool connectAfterwards);
    void forgetResult();
    void finished(bool passed, const Profile &profile, const QString &secret);
    void setBusy(bool busy);
    void showFault();

    ConnectForm *m_form;
    ConnectionSteps *m_steps;
    QPushButton *m_test;
    QPushButton *m_connect;
    MakeConnectionCheck m_makeCheck;
    std::unique_ptr<ConnectionCheck> m_check;
    QPointer<QWidget> m_before; // had the focus when the test began
    bool m_connectAfterwards = false;
};

} // namespace Sluice
