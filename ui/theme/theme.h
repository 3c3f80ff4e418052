// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QApplication;

namespace Sluice {

class DesktopSettings;
class SluiceStyle;

// The look of the program: puts our style, palettes and fonts on the application, and changes
// between light and dark while it runs. Everything else reads the palette (tokensFor()).
class Theme : public QObject
{
    Q_OBJECT

public:
    // System: dark when the desktop's settings, its palette or GTK_THEME say so, else light.
    enum class Mode { System, Light, Dark };
    Q_ENUM(Mode)

    // Make one, early, before the first window; it must live as long as the application.
    explicit Theme(QApplication &application, Mode mode = Mode::System);

    Mode mode() const { return m_mode; }

    void setMode(Mode mode);

    bool isDark() const { return m_dark; }

    // From now on nothing turns or fades. What the desktop asks counts as well.
    void setReducedMotion(bool reduced);

    // Follows what the desktop asks of all programs. It must live as long as this.
    void follow(const DesktopSettings *desktop);

Q_SIGNALS:
    void changed();

private:
    void apply();
    void takeDesktop();

    const DesktopSettings *m_desktop = nullptr;
    SluiceStyle *m_style; // owned by the application
    Mode m_mode;
    bool m_systemIsDark;
    bool m_dark = false;
    bool m_highContrast = false;
    bool m_reducedMotion = false; // by the user's choice
};

} // namespace Sluice
