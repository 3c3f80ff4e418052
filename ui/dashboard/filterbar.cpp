// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/filterbar.h"

#include "models/definition/badgegroups.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/filteredit.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Sluice {

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_edit(new FilterEdit(this))
    , m_chips(new QHBoxLayout)
    , m_again(new QToolButton(this))
    , m_order(new QToolButton(this))
{
    m_edit->setObjectName(u"filterEdit"_s);
    m_edit->setAccessibleName(tr("Filter pipelines"));
    m_edit->setPlaceholderText(tr("Filter by name, host, database, table"));

    m_again->setObjectName(u"sortAgainButton"_s);
    m_again->setFont(smallFont());
    m_again->setToolTip(tr("Rows keep their places while the mouse is over them or some are "
                           "selected. This puts them where they belong."));
    m_again->setVisible(false);

    m_order->setObjectName(u"problemsFirstButton"_s);
    m_order->setFont(smallFont());
    m_order->setText(tr("Sort problems first"));
    m_order->setVisible(false);

    m_chips->setSpacing(6);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addWidget(m_edit);
    layout->addLayout(m_chips);
    layout->addStretch();
    layout->addWidget(m_again);
    layout->addWidget(m_order);

    connect(m_edit, &QLineEdit::textChanged, this, &FilterBar::textChanged);
    connect(m_edit, &FilterEdit::rowsRequested, this, &FilterBar::rowsRequested);
    connect(m_edit, &FilterEdit::firstRequested, this, &FilterBar::firstRequested);
    connect(m_again, &QToolButton::clicked, this, &FilterBar::sortAgainRequested);
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

void FilterBar::setWaiting(int count)
{
    if (count > 0)
        m_again->setText(tr("%Ln changed. Sort again", nullptr, count));
    m_again->setVisible(count > 0);
}

void FilterBar::rebuildChips()
{
    while (QLayoutItem *item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // the chip may be in the middle of its own click
        delete item;
    }
    if (!m_scope.isEmpty()) {
        auto *chip = new Chip(m_scope, this);
        chip->setObjectName(u"scopeChip"_s);
        connect(chip, &Chip::clicked, this, &FilterBar::scopeRemoved);
        m_chips->addWidget(chip);
    }
    const QList<BadgeGroup> groups = groupsOf(m_badges);
    for (const BadgeGroup &group : groups) {
        auto *chip = new Chip(group.word, this);
        chip->setObjectName(u"badgeChip"_s);
        connect(chip, &Chip::clicked, this,
                [this, badges = group.badges] { Q_EMIT badgesRemoved(badges); });
        m_chips->addWidget(chip);
    }
}

} // namespace Sluice
