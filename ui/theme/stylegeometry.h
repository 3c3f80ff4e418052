// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>
#include <QStyle>

class QStyleOptionComboBox;
class QStyleOptionGroupBox;
class QStyleOptionSlider;
class QStyleOptionSpinBox;

// Where the parts of a control stand.
namespace Sluice::StyleParts {

QRect comboBoxPart(const QStyleOptionComboBox &box, QStyle::SubControl part);
QRect spinBoxPart(const QStyleOptionSpinBox &box, QStyle::SubControl part);
// The title stands inside of the frame, above the contents.
QRect groupBoxPart(const QStyleOptionGroupBox &box, QStyle::SubControl part);
// No buttons at the ends: the groove is the bar, the slider's length its share of the document.
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part);

} // namespace Sluice::StyleParts
