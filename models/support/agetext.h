// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QString>

namespace Sluice {

// "4 s ago", "3 min ago", from one hour on the local time ("13:40"), on another day with the day
// ("Sun 22:14", "3 Nov 22:14"). Empty for an invalid time.
QString agoText(const QDateTime &then, const QDateTime &now);

// How long ago, at most two units: "18 s", "24 min", "4 h 16 min", "3 d 2 h". Empty for an invalid
// time.
QString durationText(const QDateTime &then, const QDateTime &now);

// Local time with seconds, and UTC in brackets, for tooltips.
QString momentText(const QDateTime &moment);

} // namespace Sluice
