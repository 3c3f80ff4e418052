// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/theme.h"

#include "ui/theme/desktopsettings.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/sluicestyle.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QToolTip>

namespace Sluice {

namespace {

// Asked once, before our own palette hides the desktop's.
bool desktopIsDark()
{
    const QByteArray gtk = qgetenv("GTK_THEME").toLower();
    return gtk.endsWith("dark") ||
           QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

} // namespace

Theme::Theme(QApplication &application, Mode mode)
    : QObject(&application)
    , m_style(new SluiceStyle)
    , m_mode(mode)
    , m_systemIsDark(desktopIsDark())
{
    QApplication::setStyle(m_style);
    QApplication::setWindowIcon(programIcon());
    QApplication::setFont(smallFont(), "QHeaderView");
    QApplication::setFont(smallFont(), "QToolTip");
    QApplication::setFont(smallFont(), "QTipLabel");
    QApplication::setFont(smallFont(), "QStatusBar");
    QApplication::setFont(sectionFont(), "QGroupBox");
    apply();
}

void Theme::setMode(Mode mode)
{
    if (mode == m_mode)
        return;
    m_mode = mode;
    apply();
}

void Theme::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
    m_style->setReducedMotion(reduced || (m_desktop && m_desktop->isReducedMotion()));
}

void Theme::follow(const DesktopSettings *desktop)
{
    m_desktop = desktop;
    connect(desktop, &DesktopSettings::changed, this, &Theme::takeDesktop);
    takeDesktop();
}

void Theme::takeDesktop()
{
    setReducedMotion(m_reducedMotion);
    const bool systemIsDark = m_desktop->isDark().value_or(m_systemIsDark);
    if (systemIsDark == m_systemIsDark && m_desktop->isHighContrast() == m_highContrast)
        return;
    m_systemIsDark = systemIsDark;
    m_highContrast = m_desktop->isHighContrast();
    apply();
}

void Theme::apply()
{
    m_dark = m_mode == Mode::Dark || (m_mode == Mode::System && m_systemIsDark);
    QApplication::setPalette(programPalette(m_dark, m_highContrast));
    QApplication::setPalette(viewPalette(m_dark, m_highContrast), "QAbstractItemView");
    QToolTip::setPalette(toolTipPalette(m_dark, m_highContrast));
    Q_EMIT changed();
}

} // namespace Sluice
