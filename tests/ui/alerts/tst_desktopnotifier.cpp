// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alertwatch.h"
#include "models/fleet/fleet.h"
#include "tests/support/testprogram.h"
#include "ui/alerts/desktopnotifier.h"

#include <QDBusAbstractAdaptor>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

const PipelineKey orders{u"acc"_s, u"project"_s, u"orders & <b>more</b>"_s};

Alert alertOf(qint64 id, AlertRule rule = AlertRule::UnexpectedStop)
{
    Alert alert;
    alert.id = id;
    alert.rule = rule;
    alert.account = orders.account;
    alert.parts = {{orders, QDateTime::currentDateTimeUtc(), {}}};
    alert.since = alert.parts.constFirst().since;
    return alert;
}

} // namespace

// The desktop's service, as the specification has it.
class DesktopService final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Note {
        QString summary;
        QString body;
        QVariantMap hints;
    };

    QList<Note> notes;
    QList<uint> closed;

public Q_SLOTS:

    uint Notify(const QString &, uint, const QString &, const QString &summary, const QString &body,
                const QStringList &, const QVariantMap &hints, int)
    {
        notes.append({summary, body, hints});
        return uint(notes.size());
    }

    void CloseNotification(uint id) { closed.append(id); }

Q_SIGNALS:
    void ActionInvoked(uint, const QString &);
    void NotificationClosed(uint, uint);
};

// Tells of alerts on a real session bus, with a desktop that is played.
class TestDesktopNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void eachIsToldOnce();
    void namesAreNoMarkup();
    void manyAreToldTogether();
    void settledOnesAreTakenBack();
    void aClickChooses();
    void offTellsNothing();
    void finishedSnapshotsAreToldTogether();
    void aDesktopWithoutTheServiceIsNoFault();

private:
    QProcess m_daemon;
    QString m_address;
    Fleet m_fleet;
    std::unique_ptr<AlertWatch> m_alerts;
    std::unique_ptr<DesktopService> m_service;
    std::unique_ptr<DesktopNotifier> m_notifier;
    QDateTime m_now = QDateTime::currentDateTimeUtc();
};

void TestDesktopNotifier::initTestCase()
{
    const QString program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
    if (program.isEmpty())
        QSKIP("dbus-daemon is not installed");
    m_daemon.start(program, {u"--session"_s, u"--print-address"_s, u"--nofork"_s});
    QVERIFY(m_daemon.waitForStarted());
    QVERIFY(m_daemon.waitForReadyRead());
    m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    QVERIFY(QDBusConnection::connectToBus(m_address, u"desktop"_s).isConnected());
    QVERIFY(QDBusConnection::connectToBus(m_address, u"program"_s).isConnected());
}

void TestDesktopNotifier::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    QDBusConnection::disconnectFromBus(u"program"_s);
    m_daemon.kill();
    m_daemon.waitForFinished();
}

void TestDesktopNotifier::init()
{
    m_alerts = std::make_unique<AlertWatch>(&m_fleet, [this] { return m_now; });
    m_service = std::make_unique<DesktopService>();
    QDBusConnection desktop(u"desktop"_s);
    QVERIFY(desktop.registerObject(u"/org/freedesktop/Notifications"_s, m_service.get(),
                                   QDBusConnection::ExportAllContents));
    QVERIFY(desktop.registerService(u"org.freedesktop.Notifications"_s));
    m_notifier =
        std::make_unique<DesktopNotifier>(QDBusConnection(u"program"_s), &m_fleet, m_alerts.get());
}

void TestDesktopNotifier::cleanup()
{
    m_notifier.reset();
    QDBusConnection desktop(u"desktop"_s);
    desktop.unregisterService(u"org.freedesktop.Notifications"_s);
    desktop.unregisterObject(u"/org/freedesktop/Notifications"_s);
    m_service.reset();
    m_alerts.reset();
}

void TestDesktopNotifier::eachIsToldOnce()
{
    Q_EMIT m_alerts->raised(alertOf(1));
    QTRY_COMPARE(m_service->notes.size(), 1);
    QCOMPARE(m_service->notes.constFirst().hints[u"urgency"_s].toInt(), 2);
    Q_EMIT m_alerts->raised(alertOf(2, AlertRule::UnknownForLong));
    QTRY_COMPARE(m_service->notes.size(), 2);
    QCOMPARE(m_service->notes.constLast().hints[u"urgency"_s].toInt(), 1);
}

void TestDesktopNotifier::finishedSnapshotsAreToldTogether()
{
    QSignalSpy chosen(m_notifier.get(), &DesktopNotifier::snapshotChosen);
    for (int number = 0; number < 7; ++number)
        Q_EMIT m_alerts->snapshotFinished({u"acc"_s, u"p"_s, u"<b>%1"_s.arg(number)});
    QTRY_COMPARE(m_service->notes.size(), 1);
    const auto note = m_service->notes.constFirst();
    QCOMPARE(note.summary, u"7 snapshots are finished"_s);
    QVERIFY2(note.body.contains(u"&lt;b&gt;0\n"_s) && note.body.endsWith(u"and 2 more"_s),
             qPrintable(note.body));
    QCOMPARE(note.hints[u"urgency"_s].toInt(), 0);
    Q_EMIT m_service->ActionInvoked(1, u"default"_s);
    QTRY_COMPARE(chosen.size(), 1);
    m_notifier->setOn(false);
    Q_EMIT m_alerts->snapshotFinished({u"acc"_s, u"p"_s, u"a"_s});
    Q_EMIT m_alerts->raised(alertOf(1));
    m_notifier->setOn(true);
    Q_EMIT m_alerts->raised(alertOf(2));
    QTRY_COMPARE(m_service->notes.size(), 2);
    QVERIFY(!m_service->notes.constLast().summary.contains(u"snapshot"_s));
}

void TestDesktopNotifier::namesAreNoMarkup()
{
    Alert account = alertOf(1, AlertRule::AccountTrouble);
    account.parts.clear();
    account.fact = u"No connection to a & b."_s;
    account.consequence = u"<b>Look</b> & wait."_s;
    Q_EMIT m_alerts->raised(account);
    QTRY_COMPARE(m_service->notes.size(), 1);
    QCOMPARE(m_service->notes.constFirst().summary, account.fact); // no markup by specification
    const QString body = m_service->notes.constFirst().body;
    QVERIFY2(body.contains(u"&lt;b&gt;Look&lt;/b&gt; &amp; wait."_s), qPrintable(body));
}

void TestDesktopNotifier::manyAreToldTogether()
{
    for (int id = 1; id <= 30; ++id)
        Q_EMIT m_alerts->raised(alertOf(id));
    QTRY_COMPARE(m_service->notes.size(), NotificationPacer::mostPerMinute);
    m_now = m_now.addSecs(60);
    QTRY_COMPARE_WITH_TIMEOUT(m_service->notes.size(), NotificationPacer::mostPerMinute + 1,
                              10'000);
    QVERIFY(m_service->notes.constLast().summary.startsWith(u"27 "_s));
}

void TestDesktopNotifier::settledOnesAreTakenBack()
{
    Q_EMIT m_alerts->raised(alertOf(7));
    QTRY_COMPARE(m_service->notes.size(), 1);
    // Its answer has come once another one has.
    Q_EMIT m_alerts->raised(alertOf(8));
    QTRY_COMPARE(m_service->notes.size(), 2);
    const auto isTakenBack = [this] {
        Q_EMIT m_alerts->closed(alertOf(7));
        return m_service->closed == QList<uint>{1};
    };
    QTRY_VERIFY(isTakenBack());
}

void TestDesktopNotifier::aClickChooses()
{
    const QSignalSpy chosen(m_notifier.get(), &DesktopNotifier::chosen);
    Q_EMIT m_alerts->raised(alertOf(9));
    QTRY_COMPARE(m_service->notes.size(), 1);
    const auto isChosen = [&] {
        if (chosen.isEmpty())
            Q_EMIT m_service->ActionInvoked(1, u"default"_s);
        return !chosen.isEmpty();
    };
    QTRY_VERIFY(isChosen());
    QCOMPARE(chosen.constFirst().constFirst().value<QList<Alert>>().constFirst().id, 9);
}

void TestDesktopNotifier::offTellsNothing()
{
    m_notifier->setOn(false);
    Q_EMIT m_alerts->raised(alertOf(1));
    m_notifier->setOn(true);
    Q_EMIT m_alerts->raised(alertOf(2));
    QTRY_COMPARE(m_service->notes.size(), 1);
}

void TestDesktopNotifier::aDesktopWithoutTheServiceIsNoFault()
{
    QDBusConnection(u"desktop"_s).unregisterService(u"org.freedesktop.Notifications"_s);
    Q_EMIT m_alerts->raised(alertOf(1));
    QVERIFY(QDBusConnection(u"desktop"_s).registerService(u"org.freedesktop.Notifications"_s));
    Q_EMIT m_alerts->raised(alertOf(2));
    QTRY_COMPARE(m_service->notes.size(), 1);
}

SLUICE_TEST(TestDesktopNotifier, Widgets)
#include "tst_desktopnotifier.moc"
