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
constexpr int topMargin = 64;
constexpr int logoSize = 40;

} // namespace

StartPage::StartPage(SecretStore *secrets, QWidget *parent)
    : QScrollArea(parent)
    , m_connect(new ConnectCard(secrets, this))
    , m_sandbox(new SandboxCard(this))
    , m_back(new QToolButton(this))
{
    setObjectName(u"startPage"_s);
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    m_connect->setFixedWidth(qMax(connectWidth, fontMetrics().averageCharWidth() * 70));
    m_sandbox->setFixedWidth(qMax(sandboxWidth, fontMetrics().averageCharWidth() * 50));

    auto *content = new QWidget(this);
    content->setBackgroundRole(QPalette::AlternateBase);
    content->setAutoFillBackground(true);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(24);
    grid->addLayout(makeHeader(), 0, 0, 1, 2);
    grid->addWidget(m_connect, 1, 0, Qt::AlignTop);
    grid->addWidget(m_sandbox, 1, 1, Qt::AlignTop);
    auto *promise = new TextLabel(tr("Sluice sends no usage data."), TextLabel::Role::Small,
                                  TextLabel::Ink::Secondary, content);
    grid->addWidget(promise, 2, 1, Qt::AlignRight);
    auto *centred = new QHBoxLayout(content);
    centred->addStretch();
    centred->addLayout(grid);
    centred->addStretch();
    grid->setContentsMargins(Size::PageMargin, topMargin, Size::PageMargin, Size::PageMargin);
    grid->setRowStretch(3, 1);
    setWidget(content);

    connect(m_connect, &ConnectCard::connectRequested, this, &StartPage::connectRequested);
    connect(m_sandbox, &SandboxCard::startRequested, this, &StartPage::sandboxRequested);
    connect(m_back, &QToolButton::clicked, this, &StartPage::backRequested);
}

QLayout *StartPage::makeHeader()
{
    auto *logo = new QLabel(this);
    logo->setPixmap(programIcon().pixmap(QSize(logoSize, logoSize), devicePixelRatioF()));
    logo->setAccessibleName(tr("Sluice"));
    m_back->setObjectName(u"startBackButton"_s);
    m_back->setText(tr("Back"));
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
