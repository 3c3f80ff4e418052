// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>
#include <QStyle>
#include <QtCore/qnamespace.h>

class QColor;
class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionGroupBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOptionViewItem;
class QWidget;

// What SluiceStyle paints, one function a part. Each leaves the painter as it was.
namespace Sluice::StyleParts {

// A rounded box with its frame inside of rect; no fill or frame when the colour is invalid.
void box(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &frame, int width,
         qreal radius);

// Is the dynamic property set on the widget?
bool has(const QWidget *widget, const char *property);

// Buttons
void pushButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget);
void pushButtonLabel(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget);
void toolButton(const QStyleOption &option, QPainter *painter);
// False, and nothing painted, unless icon and text stand side by side.
bool toolButtonLabel(const QStyleOptionToolButton &option, QPainter *painter);
void checkBox(const QStyleOption &option, QPainter *painter);
void radioButton(const QStyleOption &option, QPainter *painter);

// Inputs
void inputFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void scrollAreaFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void groupFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget);
void comboBox(const QStyleOptionComboBox &option, QPainter *painter, const QWidget *widget);
void spinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QWidget *widget);

// Item views
void viewRow(const QStyleOptionViewItem &option, QPainter *painter, const QWidget *widget);
void viewItem(const QStyleOptionViewItem &option, QPainter *painter, const QWidget *widget);
void branch(const QStyleOption &option, QPainter *painter);
void headerSection(const QStyleOption &option, QPainter *painter);
void headerLabel(const QStyleOptionHeader &option, QPainter *painter);

// Bars
void tab(const QStyleOptionTab &option, QPainter *painter);
void scrollBar(const QStyleOptionSlider &option, const QRect &slider, QPainter *painter);
void progressGroove(const QStyleOption &option, QPainter *painter);
void progressContents(const QStyleOptionProgressBar &option, QPainter *painter);
void menuBarItem(const QStyleOptionMenuItem &option, QPainter *painter);
void edgeLine(const QStyleOption &option, Qt::Edge edge, QPainter *painter);
void middleLine(const QStyleOption &option, QPainter *painter);

// Places within a control
QRect comboBoxPart(const QStyleOptionComboBox &box, QStyle::SubControl part);
QRect spinBoxPart(const QStyleOptionSpinBox &box, QStyle::SubControl part);
// The title stands inside of the frame, above the contents.
QRect groupBoxPart(const QStyleOptionGroupBox &box, QStyle::SubControl part);
// No buttons at the ends: the groove is the bar, the slider's length its share of the document.
QRect scrollBarPart(const QStyleOptionSlider &bar, QStyle::SubControl part);

} // namespace Sluice::StyleParts
