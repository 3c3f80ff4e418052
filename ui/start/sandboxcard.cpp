// SPDX-License-Identifier: Apache-2.0
#include "ui/start/sandboxcard.h"

#include "ui/start/cardtitle.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/marklabel.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int sandboxMargin = 24;

QLayout *promise(const QString &text, QWidget *parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Size::Gap);
    auto *mark = new MarkLabel(parent);
    mark->setIcon(u"check"_s, MarkLabel::Ink::Good, Size::SmallIcon);
    row->addWidget(mark);
    row->addWidget(new TextLabel(text, TextLabel::Role::Body, TextLabel::Ink::Text, parent), 1);
    return row;
}

} // namespace

SandboxCard::SandboxCard(QWidget *parent)
    : Panel(Ground::Base, parent)
    , m_start(new QPushButton(icon("play"), {}, this))
    , m_problem(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Problem, this))
{
    m_start->setObjectName(u"startSandboxButton"_s);
    m_problem->setObjectName(u"sandboxProblem"_s);
    m_problem->setWordWrap(true);
    auto *about = new TextLabel(tr("No account needed. Sluice starts a small Maia server on this "
                                   "computer with example pipelines."),
                                TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    about->setWordWrap(true);
    auto *forgets = new TextLabel(tr("The sandbox begins anew each time: its pipelines, and what "
                                     "you changed in them, go when Sluice ends."),
                                  TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    forgets->setObjectName(u"sandboxForgets"_s);
    forgets->setWordWrap(true);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(sandboxMargin, sandboxMargin, sandboxMargin, sandboxMargin);
    layout->setSpacing(Size::Gap);
    layout->addWidget(new CardTitle(u"flask-conical"_s, tr("Try the sandbox"), this));
    layout->addWidget(about);
    layout->addSpacing(Size::Gap);
    for (const QString &text :
         {tr("Pipelines to create, start, stop and delete"), tr("Checks your input as Maia does"),
          tr("Works without a network"), tr("Nothing leaves this computer")})
        layout->addLayout(promise(text, this));
    layout->addSpacing(Size::Gap);
    layout->addWidget(new TextLabel(tr("You can add a real account at any time."),
                                    TextLabel::Role::Small, TextLabel::Ink::Secondary, this));
    layout->addWidget(forgets);
    layout->addWidget(m_start);
    layout->addWidget(m_problem);
    connect(m_start, &QPushButton::clicked, this, &SandboxCard::startRequested);
    showIdle();
}

void SandboxCard::showIdle()
{
    m_start->setText(tr("Start the sandb&ox"));
    m_start->setEnabled(true);
    m_start->setToolTip({});
    m_problem->hide();
}

void SandboxCard::showStarting()
{
    m_hadFocus = m_start->hasFocus();
    m_start->setText(tr("Starting the sandbox"));
    m_start->setEnabled(false);
    m_start->setToolTip(tr("The sandbox is on its way."));
    m_problem->hide();
}

void SandboxCard::showFailed(const QString &reason)
{
    showIdle();
    m_problem->setText(reason);
    m_problem->show();
    if (m_hadFocus) // disabled, the button handed it on
        m_start->setFocus(Qt::OtherFocusReason);
}

} // namespace Sluice
