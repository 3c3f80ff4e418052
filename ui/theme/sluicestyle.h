// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/plaintips.h"

#include <QProxyStyle>

namespace Sluice {

// Fusion, flat: frames and fills come from the tokens of the option's palette. Dynamic properties
// of widgets:
//   "primary" (QPushButton)  filled with the accent; so is the default button of a dialog
//   "danger" (QPushButton)  filled red: what it does cannot be undone
//   "plain" (QPushButton)  not filled, though it is the default
//   "small" (buttons, line edits, combo boxes)  24 instead of 28 high
//   "problem" (inputs, group boxes, views)  2 px red frame
// Labels and tool tips show plain text unless they ask for another format.
class SluiceStyle : public QProxyStyle
{
    Q_OBJECT

public:
    SluiceStyle();

    void setReducedMotion(bool reduced) { m_reducedMotion = reduced; }

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr,
                  const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;

private:
    bool drawFrame(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                   const QWidget *widget) const;
    bool drawIndicator(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const;

    bool drawButton(ControlElement element, const QStyleOption *option, QPainter *painter,
                    const QWidget *widget) const;
    bool drawBar(ControlElement element, const QStyleOption *option, QPainter *painter,
                 const QWidget *widget) const;

    PlainTips m_tips;
    bool m_reducedMotion = false;
};

} // namespace Sluice
