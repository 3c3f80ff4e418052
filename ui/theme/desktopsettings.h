// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>
#include <QVariantMap>

#include <optional>

namespace Sluice {

// What the desktop asks of all programs. It comes from the settings portal on the session bus.
// Nothing waits for the answer: until it is there, and where there is no portal, nothing is asked.
class DesktopSettings final : public QObject
{
    Q_OBJECT

public:
    explicit DesktopSettings(const QDBusConnection &bus, QObject *parent = nullptr);

    // Empty: the desktop has no preference, and had none since the start.
    std::optional<bool> isDark() const { return m_dark; }

    bool isHighContrast() const { return m_contrast || m_gnomeContrast; }

    bool isReducedMotion() const { return m_reducedMotion || m_gnomeReducedMotion; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void take(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void read();
    void apply(const QString &group, const QString &key, const QVariant &value);

    QDBusConnection m_bus;
    std::optional<bool> m_dark;
    bool m_contrast = false;
    bool m_gnomeContrast = false;
    bool m_reducedMotion = false;
    bool m_gnomeReducedMotion = false;
};

} // namespace Sluice
