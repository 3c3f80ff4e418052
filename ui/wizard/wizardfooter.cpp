// SPDX-License-Identifier: Apache-2.0
#include "ui/wizard/wizardfooter.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace Sluice {

WizardFooter::WizardFooter(QMenu *curl, QWidget *parent)
    : QWidget(parent)
    , m_curl(new QPushButton(tr("Copy as cUR&L"), this))
    , m_note(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(Size::PageMargin, 12, Size::PageMargin, 12);
    layout->setSpacing(Size::Gap);
    m_curl->setObjectName(QStringLiteral("copyAsCurl"));
    m_curl->setIcon(icon("copy"));
    m_curl->setAutoDefault(false);
    m_curl->setMenu(curl);
    layout->addWidget(m_curl);
    layout->addWidget(m_note, 1);
    m_note->setObjectName(QStringLiteral("footerNote"));
    m_note->setWordWrap(true);
    const auto button = [&](const QString &text, const char *name) {
        auto *made = new QPushButton(text, this);
        made->setObjectName(QLatin1String(name));
        made->setAutoDefault(false);
        layout->addWidget(made);
        return made;
    };
    m_cancel = button(tr("Cancel"), "cancel");
    layout->addSpacing(Size::PageMargin);
    m_back = button(tr("&Back"), "back");
    m_back->setIcon(icon("chevron-left"));
    m_next = button(tr("&Next"), "next");
    m_next->setIcon(icon("chevron-right"));
    m_next->setLayoutDirection(Qt::RightToLeft); // the arrow stands behind the word
    m_createAndStart = button(tr("Create and &start"), "createAndStart");
    m_createAndStart->setIcon(icon("play"));
    m_create = button(tr("&Create"), "create");
    for (QPushButton *primary : {m_next, m_create}) {
        primary->setProperty("primary", true);
        primary->setAutoDefault(true);
    }
    connect(m_cancel, &QPushButton::clicked, this, &WizardFooter::cancelRequested);
    connect(m_back, &QPushButton::clicked, this, &WizardFooter::backRequested);
    connect(m_next, &QPushButton::clicked, this, &WizardFooter::nextRequested);
    connect(m_create, &QPushButton::clicked, this, [this] { Q_EMIT createRequested(false); });
    connect(m_createAndStart, &QPushButton::clicked, this,
            [this] { Q_EMIT createRequested(true); });
    setProjectMissing(true);
    sync();
}

void WizardFooter::setPlace(bool first, bool last)
{
    m_first = first;
    m_last = last;
    sync();
}

void WizardFooter::setBusy(const QString &what)
{
    m_busy = what;
    sync();
}

void WizardFooter::setObstacle(const QString &reason)
{
    m_obstacle = reason;
    sync();
}

void WizardFooter::setProjectMissing(bool missing)
{
    m_curl->setEnabled(!missing);
    m_curl->setToolTip(missing ? tr("Choose a project first.")
                               : tr("The request that creates this pipeline"));
}

bool WizardFooter::focusPrimary()
{
    QPushButton *primary = m_last ? m_create : m_next;
    primary->setFocus(Qt::OtherFocusReason);
    return primary->isEnabled();
}

void WizardFooter::sync()
{
    const bool idle = m_busy.isEmpty();
    m_back->setEnabled(idle && !m_first);
    m_curl->setVisible(m_last);
    m_next->setVisible(!m_last);
    m_next->setEnabled(idle);
    m_next->setDefault(!m_last);
    for (QPushButton *create : {m_createAndStart, m_create}) {
        create->setVisible(m_last);
        create->setEnabled(idle && m_obstacle.isEmpty());
    }
    m_create->setDefault(m_last);
    m_note->setText(!idle ? m_busy : m_last ? m_obstacle : QString());
}

void WizardFooter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), tokensFor(palette()).line);
}

} // namespace Sluice
