// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>
#include <QStyle>

class QStyleOptionComboBox;
class QStyleOptionGroupBox;
class QStyleOptionSlider;
class QStyleOptionSpinBox;

// Tells where the parts of a control stand.
namespace Sluice::StyleParts {

QRect comboBoxPart(const QStyleOptionComboBox &box, QStyle::SubControl part);
QRect spinBoxPart(const QStyleOptionSpinBox &box, QStyle::SubControl part);
// The title stands inside the frame, above the contents.
QRect groupBoxPart(const QStyleOptionGroupBox &box, QStyle::SubControl part);
// A scroll bar has no buttons at its ends: the groove is the whole bar, and the length of the
// slider is its share of the document.
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part);

} // namespace Sluice::StyleParts
