// SPDX-License-Identifier: Apache-2.0
#include "ui/start/startpage.h"

#include "ui/start/connectcard.h"
#include "ui/start/sandboxcard.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int connectWidth = 488;
constexpr int sandboxWidth = 352;
constexpr int cardGap = 24;
constexpr int topMargin = 64;
constexpr int lowRoom = 200; // round the card: header, margins and the promise
constexpr int startLogoSize = 40;

} // namespace

StartPage::StartPage(CredentialStore *secrets, const MakeConnectionCheck &makeCheck,
                     QWidget *parent)
    : QScrollArea(parent)
    , m_connect(new ConnectCard(secrets, makeCheck, this))
    , m_sandbox(new SandboxCard(this))
    , m_cards(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_above(new QSpacerItem(0, 0))
    , m_column(new QVBoxLayout)
    , m_back(new QToolButton(this))
{
    setObjectName(u"startPage"_s);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::NoFocus); // its fields are the stops
    setWidgetResizable(true);
    m_connect->setFixedWidth(qMax(connectWidth, fontMetrics().averageCharWidth() * 70));

    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::AlternateBase);
    content->setAutoFillBackground(true);
    m_cards->setSpacing(cardGap);
    m_cards->addWidget(m_connect, 0, Qt::AlignTop);
    m_cards->addWidget(m_sandbox, 0, Qt::AlignTop);
    auto *promise = new TextLabel(tr("Sluice sends no usage data."), TextLabel::Role::Small,
                                  TextLabel::Ink::Secondary, content);
    m_column->addSpacerItem(m_above);
    m_column->addLayout(makeHeader());
    m_column->addLayout(m_cards);
    m_column->addWidget(promise, 0, Qt::AlignRight);
    m_column->addStretch(1);
    auto *centred = new QHBoxLayout(content);
    centred->setContentsMargins({});
    centred->addStretch();
    centred->addLayout(m_column);
    centred->addStretch();
    setWidget(content);

    connect(m_connect, &ConnectCard::connectRequested, this, &StartPage::connectRequested);
    connect(m_sandbox, &SandboxCard::startRequested, this, &StartPage::sandboxRequested);
    connect(m_back, &QToolButton::clicked, this, &StartPage::backRequested);
}

QLayout *StartPage::makeHeader()
{
    auto *logo = new QLabel(this);
    logo->setPixmap(programIcon().pixmap(QSize(startLogoSize, startLogoSize), devicePixelRatioF()));
    logo->setAccessibleName(tr("Sluice"));
    m_back->setObjectName(u"startBackButton"_s);
    m_back->setText(tr("&Back"));
    m_back->setToolTip(tr("Back to the pipelines (Esc)"));
    m_back->setIcon(icon("chevron-left"));
    m_back->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_back->setAutoRaise(true);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(new TextLabel(tr("Welcome to Sluice"), TextLabel::Role::Welcome,
                                   TextLabel::Ink::Text, this));
    words->addWidget(new TextLabel(
        tr("Watch, create, start and stop your Maia streaming pipelines from the desktop."),
        TextLabel::Role::Body, TextLabel::Ink::Secondary, this));
    auto *header = new QHBoxLayout;
    header->setSpacing(12);
    header->addWidget(logo);
    header->addLayout(words, 1);
    header->addWidget(m_back, 0, Qt::AlignTop);
    return header;
}

// One card below the other when they do not fit side by side. On a low screen the gaps give way, so
// that Connect is seen. Content that comes and goes changes nothing of this.
void StartPage::placeCards()
{
    const int beside = qMax(sandboxWidth, fontMetrics().averageCharWidth() * 50);
    const int both = m_connect->width() + cardGap + beside + 2 * Size::PageMargin;
    const bool stacked = viewport()->width() < both;
    m_cards->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_connect->setLow(false);
    const bool isLow = viewport()->height() < m_connect->sizeHint().height() + lowRoom;
    const int gap = isLow ? Size::PageMargin : cardGap;
    m_column->setSpacing(gap);
    m_column->setContentsMargins(Size::PageMargin, gap, Size::PageMargin, Size::PageMargin);
    m_connect->setLow(isLow);
    m_above->changeSize(0, stacked || isLow ? 0 : topMargin - cardGap);
    m_cards->invalidate();
    m_sandbox->setFixedWidth(stacked ? m_connect->width() : beside);
}

void StartPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    placeCards();
}

void StartPage::open(bool canGoBack)
{
    m_back->setVisible(canGoBack);
    m_connect->clear();
    m_sandbox->showIdle();
    m_connect->focusFirst();
}

void StartPage::askForSecret(const Profile &profile)
{
    m_connect->fill(profile);
}

QString StartPage::profileId() const
{
    return m_connect->profileId();
}

void StartPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_back->isHidden())
        Q_EMIT backRequested();
    else
        QScrollArea::keyPressEvent(event);
}

} // namespace Sluice
