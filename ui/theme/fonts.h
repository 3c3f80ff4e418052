// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>

class QFontMetrics;

namespace Sluice {

// The type scale, relative to the system's font (taken as 10 pt).
QFont smallFont();   // 9: table detail, headers, help, errors, badges, chips
QFont badgeFont();   // 9, medium
QFont sectionFont(); // 10, medium: section titles, pipeline names
QFont titleFont();   // 12, demi-bold: page and dialog titles
QFont welcomeFont(); // 15, demi-bold
QFont fixedFont();   // 9, fixed: JSON, identifiers, parts of secret references

// Sizes in logical px. Heights are the larger of the number and font height + 10, so that larger
// fonts grow rows.
namespace Size {
constexpr int PageMargin = 16;
constexpr int Gap = 8;
constexpr int GroupGap = 20;
constexpr int IconText = 6;
constexpr int Icon = 16;
constexpr int SmallIcon = 14;
constexpr int SortMark = 8; // beside the title of the column that is sorted by, and into its margin
constexpr int Radius = 4;
constexpr int GroupRadius = 6;
constexpr int Control = 28;
constexpr int SmallControl = 24;
constexpr int TableRow = 28;
constexpr int TreeRow = 24;
constexpr int PageRow = 44;
constexpr int Dock = 248;
constexpr int FormLabel = 148;
constexpr int FormField = 440;
constexpr int PortField = 104;
} // namespace Size

// The larger of wanted and what the font needs.
int heightFor(int wanted, const QFontMetrics &metrics);

// The width at which elidedText() shows a text whole. horizontalAdvance() may be half a pixel less,
// and then the text is cut.
int wholeWidth(const QFontMetrics &metrics, const QString &text);

} // namespace Sluice
