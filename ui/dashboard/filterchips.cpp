// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/filterchips.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/flowlayout.h"

#include <algorithm>
#include <utility>

namespace Sluice {

FilterChips::FilterChips(QWidget *parent)
    : QWidget(parent)
{
    setLayout(new FlowLayout);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void FilterChips::setEntries(const QList<Entry> &entries)
{
    QList<Shown> former = std::exchange(m_shown, {});
    qsizetype focused = -1;
    for (qsizetype at = 0; at < former.size(); ++at) {
        layout()->removeWidget(former.at(at).chip);
        if (former.at(at).chip->hasFocus())
            focused = at;
    }
    for (const Entry &entry : entries) {
        const auto same = std::find_if(former.begin(), former.end(), [&entry](const Shown &one) {
            return one.chip && one.entry.id == entry.id && one.entry.text == entry.text;
        });
        Chip *chip = same == former.end() ? makeChip(entry) : std::exchange(same->chip, nullptr);
        layout()->addWidget(chip);
        chip->raise(); // the chips are children in their order
        chip->show();
        m_shown.append({entry, chip});
    }
    const bool hadFocus = focused >= 0 && former.at(focused).chip;
    if (hadFocus && !m_shown.isEmpty())
        m_shown.at(qMin(focused, m_shown.size() - 1)).chip->setFocus(Qt::OtherFocusReason);
    else if (hadFocus)
        Q_EMIT focusLeft();
    for (const Shown &gone : std::as_const(former)) {
        if (!gone.chip)
            continue;
        gone.chip->hide();
        gone.chip->setObjectName({});
        gone.chip->deleteLater(); // the chip may be in the middle of its own click
    }
    for (qsizetype at = 1; at < m_shown.size(); ++at)
        setTabOrder(m_shown.at(at - 1).chip, m_shown.at(at).chip);
    setVisible(!m_shown.isEmpty());
}

Chip *FilterChips::makeChip(const Entry &entry)
{
    auto *chip = new Chip(entry.text, this);
    chip->setObjectName(entry.name);
    connect(chip, &Chip::clicked, this, [this, id = entry.id] { Q_EMIT removeRequested(id); });
    return chip;
}

} // namespace Sluice
