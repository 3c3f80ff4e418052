// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/connectioncheck.h"

#include <QScrollArea>

class QBoxLayout;
class QSpacerItem;
class QToolButton;
class QVBoxLayout;

namespace Sluice {

class ConnectCard;
class SandboxCard;
class CredentialStore;

// "Welcome to Sluice": connect to a Maia account, or try the sandbox. Also the place where further
// accounts are added.
class StartPage final : public QScrollArea
{
    Q_OBJECT

public:
    StartPage(CredentialStore *secrets, const MakeConnectionCheck &makeCheck,
              QWidget *parent = nullptr);

    // canGoBack: there is a dashboard to go back to.
    void open(bool canGoBack);
    // Asks for the secret of a known account.
    void askForSecret(const Profile &profile);
    QString profileId() const; // of the account that the form is about

    SandboxCard *sandbox() const { return m_sandbox; }

Q_SIGNALS:
    void connectRequested(const Sluice::Profile &profile, const QString &secret, bool remember);
    void sandboxRequested();
    void backRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLayout *makeHeader();
    void placeCards();

    ConnectCard *m_connect;
    SandboxCard *m_sandbox;
    QBoxLayout *m_cards;
    QSpacerItem *m_above; // the header
    QVBoxLayout *m_column;
    QToolButton *m_back;
};

} // namespace Sluice
