// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/filterbar.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/filteredit.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new FilterEdit(this))
    , m_chips(new QHBoxLayout)
    , m_order(new QToolButton(this))
{
    m_edit->setObjectName(u"filterEdit"_s);
    m_edit->setAccessibleName(tr("Filter pipelines"));
    m_edit->setPlaceholderText(tr("Filter by name, host, database, table"));

    m_order->setObjectName(u"problemsFirstButton"_s);
    m_order->setFont(smallFont());
    m_order->setText(tr("Sort problems first"));
    m_order->setAutoRaise(true);
    m_order->setVisible(false);

    m_chips->setSpacing(6);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_edit);
    layout->addLayout(m_chips);
    layout->addStretch();
    layout->addWidget(m_order);

    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::textChanged);
    connect(m_order, &QToolButton::clicked, this, &FilterBar::problemsFirstRequested);
}

QString FilterBar::text() const
{
    return m_edit->text();
}

void FilterBar::clearText()
{
    m_edit->clear();
}

void FilterBar::focusText()
{
    m_edit->begin();
}

void FilterBar::setScope(const QString &words)
{
    if (m_scope == words)
        return;
    m_scope = words;
    rebuildChips();
}

void FilterBar::setBadges(const QSet<Badge> &badges)
{
    if (m_badges == badges)
        return;
    m_badges = badges;
    rebuildChips();
}

void FilterBar::setProblemsFirst(bool problemsFirst)
{
    m_order->setVisible(!problemsFirst);
}

void FilterBar::rebuildChips()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // a chip is removed from within its own click
        delete item;
    }
    if (!m_scope.isEmpty()) {
        auto *chip = new Chip(m_scope, this);
        chip->setObjectName(u"scopeChip"_s);
        connect(chip, &Chip::clicked, this, &FilterBar::scopeRemoved);
        m_chips->addWidget(chip);
    }
    QList<Badge> badges(m_badges.cbegin(), m_badges.cend());
    std::sort(badges.begin(), badges.end());
    for (const Badge badge : std::as_const(badges)) {
        auto *chip = new Chip(badgeWord(badge), this);
        chip->setObjectName(u"badgeChip"_s);
        connect(chip, &Chip::clicked, this, [this, badge] { Q_EMIT badgeRemoved(badge); });
        m_chips->addWidget(chip);
    }
}

} // namespace Sluice
