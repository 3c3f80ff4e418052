// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionHeader;
class QStyleOptionViewItem;
class QWidget;

// Paints rows, items and headers of item views. Each function leaves the painter as it was.
namespace Sluice::StyleParts {

void viewRow(const QStyleOptionViewItem &option, QPainter *painter, const QWidget *widget);
void viewItem(const QStyleOptionViewItem &option, QPainter *painter, const QWidget *widget);
void branch(const QStyleOption &option, QPainter *painter);
void headerSection(const QStyleOption &option, QPainter *painter);
void headerLabel(const QStyleOptionHeader &option, QPainter *painter);

} // namespace Sluice::StyleParts
