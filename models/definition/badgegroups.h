// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"

#include <QList>
#include <QSet>
#include <QString>

namespace Sluice {

// States that are counted and chosen together under one word.
struct BadgeGroup {
    QString word;
    Badge mark = Badge::NotChecked; // the glyph of the group
    QSet<Badge> badges;
};

// All states in groups, worst first; each state is in one of them.
QList<BadgeGroup> badgeGroups();

// The groups that these states make up. States that do not fill a group are groups of their own.
QList<BadgeGroup> groupsOf(const QSet<Badge> &badges);

} // namespace Sluice
