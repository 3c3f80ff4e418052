// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/theme/desktopsettings.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QStyle>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

using PortalGroups = QMap<QString, QVariantMap>;

// The settings portal of a desktop, on a bus of its own.
class SettingsPortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    PortalGroups groups;

public Q_SLOTS:

    PortalGroups ReadAll(const QStringList &) { return groups; }
};

class TestDesktopSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void isReadAtTheStart();
    void changesAreFollowed();
    void withoutAPortalNothingIsAsked();
    void themeFollows();

private:
    void tell(const QString &group, const QString &key, const QVariant &value);

    QProcess m_daemon;
    QDBusConnection m_desktop{u"none"_s};
    QDBusConnection m_program{u"none"_s};
    SettingsPortal m_portal;
};

void TestDesktopSettings::initTestCase()
{
    if (QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
        QSKIP("there is no dbus-daemon");
    m_daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QTRY_VERIFY(m_daemon.canReadLine());
    const QString address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    m_desktop = QDBusConnection::connectToBus(address, u"desktop"_s);
    m_program = QDBusConnection::connectToBus(address, u"program"_s);
    QVERIFY(m_desktop.isConnected() && m_program.isConnected());
    qDBusRegisterMetaType<PortalGroups>();
    QVERIFY(m_desktop.registerObject(u"/org/freedesktop/portal/desktop"_s, &m_portal,
                                     QDBusConnection::ExportAllSlots));
}

void TestDesktopSettings::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    QDBusConnection::disconnectFromBus(u"program"_s);
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

void TestDesktopSettings::tell(const QString &group, const QString &key, const QVariant &value)
{
    QDBusMessage signal =
        QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                   u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
    signal.setArguments({group, key, QVariant::fromValue(QDBusVariant(value))});
    m_desktop.send(signal);
}

void TestDesktopSettings::withoutAPortalNothingIsAsked()
{
    m_desktop.unregisterService(u"org.freedesktop.portal.Desktop"_s);
    const DesktopSettings settings(m_program);
    const DesktopSettings noBus(QDBusConnection(u"none"_s));
    QCoreApplication::processEvents();
    for (const DesktopSettings *one : {&settings, &noBus}) {
        QVERIFY(!one->isDark());
        QVERIFY(!one->isHighContrast());
        QVERIFY(!one->isReducedMotion());
    }
}

void TestDesktopSettings::isReadAtTheStart()
{
    QVERIFY(m_desktop.registerService(u"org.freedesktop.portal.Desktop"_s));
    m_portal.groups = {
        {u"org.freedesktop.appearance"_s, {{u"color-scheme"_s, 1U}, {u"contrast"_s, 1U}}},
        {u"org.gnome.desktop.interface"_s, {{u"enable-animations"_s, false}}}};
    const DesktopSettings settings(m_program);
    QSignalSpy changed(&settings, &DesktopSettings::changed);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(settings.isDark(), std::optional(true));
    QVERIFY(settings.isHighContrast());
    QVERIFY(settings.isReducedMotion());
}

void TestDesktopSettings::changesAreFollowed()
{
    m_portal.groups = {};
    const DesktopSettings settings(m_program);
    QSignalSpy changed(&settings, &DesktopSettings::changed);
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!settings.isDark());
    tell(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 2U);
    tell(u"org.gnome.desktop.a11y.interface"_s, u"high-contrast"_s, true);
    tell(u"org.freedesktop.appearance"_s, u"reduced-motion"_s, 1U);
    QTRY_COMPARE(changed.size(), 4);
    QCOMPARE(settings.isDark(), std::optional(false));
    QVERIFY(settings.isHighContrast());
    QVERIFY(settings.isReducedMotion());
}

void TestDesktopSettings::themeFollows()
{
    QVERIFY(m_desktop.registerService(u"org.freedesktop.portal.Desktop"_s));
    m_portal.groups = {};
    const DesktopSettings settings(m_program);
    Theme theme(*qApp);
    theme.follow(&settings);
    const auto moves = [] {
        return QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
    };
    QVERIFY(!theme.isDark());
    QVERIFY(moves());
    tell(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1U);
    QTRY_VERIFY(theme.isDark());
    tell(u"org.freedesktop.appearance"_s, u"contrast"_s, 1U);
    QTRY_COMPARE(QApplication::palette().color(QPalette::Base), QColor(Qt::black));
    tell(u"org.gnome.desktop.interface"_s, u"enable-animations"_s, false);
    QTRY_VERIFY(!moves());
    tell(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 0U); // as GNOME says light
    QTRY_VERIFY(!theme.isDark());
    tell(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1U);
    QTRY_VERIFY(theme.isDark());
    theme.setMode(Theme::Mode::Light); // the user's choice wins, the contrast stays
    QCOMPARE(QApplication::palette().color(QPalette::Text), QColor(Qt::black));
    theme.setReducedMotion(false); // no wish of the user's: the desktop's still counts
    QVERIFY(!moves());
}

SLUICE_TEST(TestDesktopSettings, Widgets)
#include "tst_desktopsettings.moc"
