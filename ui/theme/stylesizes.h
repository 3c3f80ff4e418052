// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyle>

#include <optional>

class QSize;
class QStyleOption;
class QWidget;

// Tells how large the controls of SluiceStyle are, and the distances in them.
namespace Sluice::StyleParts {

// No value where that of Fusion is right.
std::optional<int> metric(QStyle::PixelMetric which, const QWidget *widget);

// The size of a control around contents of this size. fusion: the size that Fusion gives it.
QSize contentsSize(QStyle::ContentsType type, const QStyleOption *option, const QSize &size,
                   const QSize &fusion, const QWidget *widget);

} // namespace Sluice::StyleParts
