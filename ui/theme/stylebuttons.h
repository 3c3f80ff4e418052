// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionToolButton;
class QWidget;

// Buttons, check boxes and radio buttons, one function a part. Each leaves the painter as it was.
namespace Sluice::StyleParts {

void pushButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget);
void pushButtonLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget);
void toolButton(const QStyleOption &option, QPainter *painter);
// False, and nothing painted, unless icon and text stand side by side.
bool toolButtonLabel(const QStyleOptionToolButton &option, QPainter *painter);
void checkBox(const QStyleOption &option, QPainter *painter);
void radioButton(const QStyleOption &option, QPainter *painter);

} // namespace Sluice::StyleParts
