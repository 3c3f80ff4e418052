// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionSpinBox;
class QWidget;

// Paints the frames of inputs, and inputs that have several parts. Each function leaves the painter
// as it was.
namespace Sluice::StyleParts {

void inputFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void scrollAreaFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void groupFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void comboBox(const QStyleOptionComboBox &option, QPainter *painter, const QWidget *widget);
void spinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QWidget *widget);

} // namespace Sluice::StyleParts
