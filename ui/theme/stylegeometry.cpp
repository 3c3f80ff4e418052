// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/stylegeometry.h"

#include "ui/theme/fonts.h"

#include <QAbstractSpinBox>
#include <QStyleOptionComplex>

namespace Sluice::StyleParts {

namespace {

constexpr int inputFrames = 4; // the frame of a problem, and that of the focus round it

} // namespace

QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool vertical = bar.orientation == Qt::Vertical;
    const int length = vertical ? bar.rect.height() : bar.rect.width();
    const int range = bar.maximum - bar.minimum;
    int slider = length;
    if (range > 0) {
        const auto share = qint64(bar.pageStep) * length / (qint64(range) + bar.pageStep);
        slider = qBound(qMin(28, length), int(share), length);
    }
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - slider, bar.upsideDown);
    const auto piece = [&](int from, int size) {
        return vertical ? QRect(0, from, bar.rect.width(), size)
                        : QRect(from, 0, size, bar.rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarSlider: return piece(start, slider);
    case QStyle::SC_ScrollBarSubPage: return piece(0, start);
    case QStyle::SC_ScrollBarAddPage: return piece(start + slider, length - start - slider);
    case QStyle::SC_ScrollBarGroove: return piece(0, length);
    default: return {};
    }
}

QRect comboBoxPart(const QStyleOptionComboBox &box, QStyle::SubControl part)
{
    const int arrow = 28;
    const QRect &rect = box.rect;
    QRect result = rect;
    if (part == QStyle::SC_ComboBoxArrow)
        result = QRect(rect.right() - arrow + 1, rect.top(), arrow, rect.height());
    else if (part == QStyle::SC_ComboBoxEditField)
        result = rect.adjusted(7, inputFrames, -arrow, -inputFrames);
    return QStyle::visualRect(box.direction, rect, result);
}

QRect spinBoxPart(const QStyleOptionSpinBox &box, QStyle::SubControl part)
{
    const int buttons = box.buttonSymbols == QAbstractSpinBox::NoButtons ? 2 : 24;
    const int half = box.rect.height() / 2;
    QRect result = box.rect;
    if (part == QStyle::SC_SpinBoxUp)
        result = QRect(box.rect.right() - buttons + 1, box.rect.top(), buttons, half);
    else if (part == QStyle::SC_SpinBoxDown)
        result = QRect(box.rect.right() - buttons + 1, box.rect.top() + half, buttons, half);
    else if (part == QStyle::SC_SpinBoxEditField)
        result = box.rect.adjusted(6, inputFrames, -buttons, -inputFrames);
    return QStyle::visualRect(box.direction, box.rect, result);
}

QRect groupBoxPart(const QStyleOptionGroupBox &box, QStyle::SubControl part)
{
    const bool titled =
        !box.text.isEmpty() || box.subControls.testFlag(QStyle::SC_GroupBoxCheckBox);
    const int side = 12;
    const int height = qMax(Size::Icon, box.fontMetrics.height());
    const int check =
        box.subControls.testFlag(QStyle::SC_GroupBoxCheckBox) ? Size::Icon + Size::IconText : 0;
    QRect result = box.rect;
    if (part == QStyle::SC_GroupBoxContents)
        result = box.rect.adjusted(1, titled ? height + Size::Gap : 1, -1, -1);
    else if (part == QStyle::SC_GroupBoxCheckBox)
        result = QRect(side, 10, Size::Icon, Size::Icon);
    else if (part == QStyle::SC_GroupBoxLabel)
        result = QRect(side + check, 10, box.rect.width() - 2 * side - check, height);
    return QStyle::visualRect(box.direction, box.rect, result);
}

} // namespace Sluice::StyleParts
