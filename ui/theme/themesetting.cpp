// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/themesetting.h"

#include <QMetaEnum>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto themeKey = "theme"_L1;
constexpr auto motionKey = "reducedMotion"_L1;

} // namespace

Theme::Mode chosenTheme(const QSettings &settings)
{
    bool known = false;
    const QByteArray word = settings.value(themeKey).toString().toLatin1();
    const int mode = QMetaEnum::fromType<Theme::Mode>().keyToValue(word.constData(), &known);
    return known ? Theme::Mode(mode) : Theme::Mode::System;
}

void keepTheme(QSettings &settings, Theme::Mode mode)
{
    const char *word = QMetaEnum::fromType<Theme::Mode>().valueToKey(int(mode));
    settings.setValue(themeKey, QString::fromLatin1(word));
}

bool chosenReducedMotion(const QSettings &settings)
{
    return settings.value(motionKey).toBool();
}

void keepReducedMotion(QSettings &settings, bool reduced)
{
    settings.setValue(motionKey, reduced);
}

} // namespace Sluice
