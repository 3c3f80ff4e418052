// SPDX-License-Identifier: Apache-2.0
#include "ui/theme/desktopsettings.h"

#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMap>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

using Groups = QMap<QString, QVariantMap>;

constexpr auto portalService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto portalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto portalInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearance = "org.freedesktop.appearance"_L1;
// Older portals tell of motion and contrast in GNOME's own words only.
constexpr auto gnome = "org.gnome.desktop.interface"_L1;
constexpr auto gnomeAccess = "org.gnome.desktop.a11y.interface"_L1;

// GNOME has no word for light: who leaves the dark style has no preference from then on.
std::optional<bool> darkFrom(uint preference, std::optional<bool> former)
{
    switch (preference) {
    case 1: return true;
    case 2: return false;
    default: return former ? std::optional(false) : std::nullopt;
    }
}

} // namespace

DesktopSettings::DesktopSettings(const QDBusConnection &bus, QObject *parent)
    : QObject(parent)
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    qDBusRegisterMetaType<Groups>();
    m_bus.connect(portalService, portalPath, portalInterface, u"SettingChanged"_s, this,
                  SLOT(take(QString,QString,QDBusVariant)));
    read();
}

void DesktopSettings::read()
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(portalService, portalPath, portalInterface, u"ReadAll"_s);
    call.setArguments({QStringList{appearance, gnome, gnomeAccess}});
    auto *answer = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        const QDBusPendingReply<Groups> reply = *answer;
        if (reply.isError())
            return; // no portal: the desktop asks nothing
        const Groups groups = reply.value();
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            for (auto it = group->cbegin(); it != group->cend(); ++it)
                apply(group.key(), it.key(), it.value());
        }
        Q_EMIT changed();
    });
}

void DesktopSettings::take(const QString &group, const QString &key, const QDBusVariant &value)
{
    apply(group, key, value.variant());
    Q_EMIT changed();
}

void DesktopSettings::apply(const QString &group, const QString &key, const QVariant &value)
{
    if (group == appearance) {
        if (key == "color-scheme"_L1)
            m_dark = darkFrom(value.toUInt(), m_dark);
        else if (key == "contrast"_L1)
            m_contrast = value.toUInt() == 1;
        else if (key == "reduced-motion"_L1)
            m_reducedMotion = value.toUInt() == 1;
    } else if (group == gnome && key == "enable-animations"_L1) {
        m_gnomeReducedMotion = !value.toBool();
    } else if (group == gnomeAccess && key == "high-contrast"_L1) {
        m_gnomeContrast = value.toBool();
    }
}

} // namespace Sluice
