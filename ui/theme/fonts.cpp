// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/fonts.h"

#include <QFontDatabase>
#include <QFontMetrics>
#include <QGuiApplication>

#include <algorithm>

namespace Sluice {

namespace {

// Fonts given in pixels have no point size.
QFont scaled(QFont font, qreal factor, QFont::Weight weight)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(std::max(1, qRound(font.pixelSize() * factor)));
    font.setWeight(weight);
    return font;
}

} // namespace

QFont smallFont()
{
    return scaled(QGuiApplication::font(), 0.9, QFont::Normal);
}

QFont badgeFont()
{
    return scaled(QGuiApplication::font(), 0.9, QFont::Medium);
}

QFont sectionFont()
{
    return scaled(QGuiApplication::font(), 1.0, QFont::Medium);
}

QFont titleFont()
{
    return scaled(QGuiApplication::font(), 1.2, QFont::DemiBold);
}

QFont welcomeFont()
{
    return scaled(QGuiApplication::font(), 1.5, QFont::DemiBold);
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(smallFont().pointSizeF() > 0 ? smallFont().pointSizeF() : 9);
    return font;
}

int heightFor(int wanted, const QFontMetrics &metrics)
{
    return std::max(wanted, metrics.height() + 10);
}

int wholeWidth(const QFontMetrics &metrics, const QString &text)
{
    return metrics.horizontalAdvance(text) + 1;
}

} // namespace Sluice
