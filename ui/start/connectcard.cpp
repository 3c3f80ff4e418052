// SPDX-License-Identifier: Apache-2.0
#include "ui/start/connectcard.h"

#include "ui/start/cardtitle.h"
#include "ui/start/connectform.h"
#include "ui/start/connectionsteps.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/enterkey.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/taborder.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int cardMargin = 24;
constexpr int partGap = 12;

} // namespace

ConnectCard::ConnectCard(CredentialStore *secrets, MakeConnectionCheck makeCheck, QWidget *parent)
    : Panel(Ground::Base, parent)
    , m_form(new ConnectForm(secrets, this))
    , m_steps(new ConnectionSteps(this))
    , m_test(new QPushButton(icon("plug"), tr("&Test"), this))
    , m_connect(new QPushButton(tr("&Connect"), this))
    , m_makeCheck(std::move(makeCheck))
{
    m_test->setObjectName(u"testButton"_s);
    m_connect->setObjectName(u"connectButton"_s);
    m_connect->setProperty("primary", true);
    auto *about =
        new TextLabel(tr("You need API credentials from the administrator of your account."),
                      TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    about->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(cardMargin, cardMargin, cardMargin, cardMargin);
    layout->setSpacing(partGap);
    layout->addWidget(new CardTitle(u"cloud"_s, tr("Connect to Maia"), this));
    layout->addWidget(about);
    layout->addWidget(m_form);
    layout->addWidget(new Rule(this));
    layout->addWidget(m_steps);
    layout->addLayout(makeButtons());

    connect(m_form, &ConnectForm::edited, this, &ConnectCard::forgetResult);
    connect(m_test, &QPushButton::clicked, this, [this] { run(false); });
    connect(m_connect, &QPushButton::clicked, this, [this] { run(true); });
    forgetResult();
}

ConnectCard::~ConnectCard() = default;

QLayout *ConnectCard::makeButtons()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Size::Gap);
    buttons->addStretch();
    buttons->addWidget(m_test);
    buttons->addWidget(m_connect);
    return buttons;
}

void ConnectCard::setLow(bool low)
{
    const int above = low ? Size::PageMargin : cardMargin;
    layout()->setContentsMargins(cardMargin, above, cardMargin, above);
    layout()->setSpacing(low ? Size::Gap : partGap);
}

void ConnectCard::clear()
{
    m_form->clear();
    forgetResult();
}

void ConnectCard::fill(const Profile &profile)
{
    m_form->fill(profile);
    forgetResult();
}

QString ConnectCard::profileId() const
{
    return m_form->profile().id;
}

void ConnectCard::focusFirst()
{
    m_form->focusFirst();
}

void ConnectCard::run(bool connectAfterwards)
{
    if (!m_form->check())
        return;
    forgetResult();
    m_connectAfterwards = connectAfterwards;
    const Profile profile = m_form->profile();
    const QString secret = m_form->secret();
    m_check = m_makeCheck(profile, secret);
    connect(m_check.get(), &ConnectionCheck::dataChanged, this,
            [this] { m_steps->setCheck(*m_check); });
    connect(m_check.get(), &ConnectionCheck::finished, this,
            [this, profile, secret](bool passed) { finished(passed, profile, secret); });
    setBusy(true);
    m_check->start();
}

// The results belong to other words than the form has now.
void ConnectCard::forgetResult()
{
    m_check.reset();
    m_form->forgetFault();
    m_steps->reset(m_form->host());
    setBusy(false);
}

void ConnectCard::finished(bool passed, const Profile &profile, const QString &secret)
{
    setBusy(false);
    if (!passed)
        showFault();
    else if (m_connectAfterwards)
        Q_EMIT connectRequested(profile, secret, m_form->remember());
}

// The focus goes where the fault is, unless the user has put it elsewhere meanwhile.
void ConnectCard::showFault()
{
    QLineEdit *field = m_form->markFault(m_check->failedStep(), m_check->error());
    if (!field || window()->focusWidget() != m_before)
        return;
    field->setFocus(Qt::OtherFocusReason);
    field->selectAll();
    TabOrder::bringIntoView(field);
}

// A disabled button would hand the focus on to "Start the sandbox", where the next Enter starts it.
void ConnectCard::setBusy(bool busy)
{
    if (busy) {
        m_before = window()->focusWidget();
        if (m_before == m_test || m_before == m_connect)
            m_steps->setFocus(Qt::OtherFocusReason);
    }
    for (QPushButton *button : {m_test, m_connect}) {
        button->setEnabled(!busy);
        button->setToolTip(busy ? tr("The connection is being tested.") : QString());
    }
    if (!busy && m_before && window()->focusWidget() == m_steps)
        m_before->setFocus(Qt::OtherFocusReason);
}

void ConnectCard::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (pressWithEnter(window(), event))
        event->accept();
    else if (enter && m_connect->isEnabled())
        run(true);
    else
        Panel::keyPressEvent(event);
}

} // namespace Sluice
