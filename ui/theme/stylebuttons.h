// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionToolButton;
class QWidget;

// Paints buttons, check boxes and radio buttons, one function for each part. Each leaves the
// painter as it was.
namespace Sluice::StyleParts {

void pushButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget);
void pushButtonLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget);
void toolButton(const QStyleOption &option, QPainter *painter);
// Paints nothing and returns false unless icon and text stand side by side.
bool toolButtonLabel(const QStyleOptionToolButton &option, QPainter *painter);
void checkBox(const QStyleOption &option, QPainter *painter);
void radioButton(const QStyleOption &option, QPainter *painter);

} // namespace Sluice::StyleParts
