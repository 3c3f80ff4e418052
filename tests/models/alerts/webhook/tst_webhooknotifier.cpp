// SPDX-License-Identifier: Apache-2.0
#include "models/alerts/alertwatch.h"
#include "models/alerts/webhook/webhooknotifier.h"
#include "models/alerts/webhook/webhooksetup.h"
#include "models/fleet/fleet.h"
#include "tests/support/faultserver.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

constexpr int paced = 10'000; // ms; those that wait are looked at every five seconds

Alert alertOf(qint64 id, AlertRule rule = AlertRule::UnexpectedStop)
{
    Alert alert;
    alert.id = id;
    alert.rule = rule;
    alert.account = u"acc"_s;
    alert.since = QDateTime(QDate(2026, 3, 1), QTime(3, 12), Qt::UTC);
    alert.parts = {{{u"acc"_s, u"p1"_s, u"orders%1"_s.arg(id)}, alert.since, {}}};
    return alert;
}

Alert settled(Alert alert)
{
    alert.settled = alert.since.addSecs(90);
    return alert;
}

} // namespace

// Which alerts are posted, and when; and where the address is kept.
class TestWebhookNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void raisedAndSettledOnesArePosted();
    void theEndOfOneThatWasNotToldIsNot();
    void manyArePostedTogether();
    void aServiceThatAsksToWaitGetsFewMessages();
    void aMutedOneIsNotPosted();
    void offPostsNothing();
    void anotherAddressGetsNothingOfTheFormer();
    void aFailureIsOneLine();
    void theAddressIsInTheKeychainAlone();
    void alertsWaitForTheKeychain();
    void keychainStates_data();
    void keychainStates();
    void aKeychainThatTakesNothing();
    void removedIsRemoved();
    void aTestNeedsNoSaving();

private:
    void makeSetup();

    QList<QJsonObject> posts() const
    {
        QList<QJsonObject> posts;
        for (const Seen &seen : m_server->seen())
            posts.append(QJsonDocument::fromJson(seen.body).object());
        return posts;
    }

    QString eventOf(qsizetype post) const { return posts().at(post)[u"event"_s].toString(); }

    QUrl url() const { return m_server->url(u"/hook/s3cret"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MemorySecretStore> m_secrets;
    std::unique_ptr<FaultServer> m_server;
    Fleet m_fleet;
    std::unique_ptr<AlertWatch> m_alerts;
    std::unique_ptr<WebhookSetup> m_setup;
    std::unique_ptr<WebhookNotifier> m_notifier;
    QDateTime m_now;
};

void TestWebhookNotifier::init()
{
    m_now = QDateTime(QDate(2026, 3, 1), QTime(3, 12), Qt::UTC);
    m_dir = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<QSettings>(m_dir->filePath(u"a.ini"_s), QSettings::IniFormat);
    m_secrets = std::make_unique<MemorySecretStore>();
    m_server = std::make_unique<FaultServer>();
    m_alerts = std::make_unique<AlertWatch>(&m_fleet, [this] { return m_now; });
    makeSetup();
    m_setup->save(WebhookKind::Json, true, url());
}

void TestWebhookNotifier::makeSetup()
{
    m_notifier.reset();
    m_setup = std::make_unique<WebhookSetup>(m_secrets.get(), m_settings.get());
    WebhookDelivery::Rules rules;
    rules.firstPause = 10ms;
    m_notifier = std::make_unique<WebhookNotifier>(&m_fleet, m_alerts.get(), m_setup.get(), rules);
}

void TestWebhookNotifier::cleanup()
{
    m_notifier.reset();
    m_setup.reset();
    m_alerts.reset();
}

void TestWebhookNotifier::raisedAndSettledOnesArePosted()
{
    Q_EMIT m_alerts->raised(alertOf(1));
    QTRY_COMPARE(posts().size(), 1);
    QCOMPARE(eventOf(0), u"raised"_s);
    QCOMPARE(posts().constFirst()[u"summary"_s].toString(), u"orders1 stopped unexpectedly"_s);
    Q_EMIT m_alerts->closed(settled(alertOf(1)));
    QTRY_COMPARE(posts().size(), 2);
    QCOMPARE(eventOf(1), u"settled"_s);
    const auto idOf = [this](qsizetype post) {
        return posts().at(post)[u"alerts"_s].toArray().at(0)[u"id"_s].toString();
    };
    QCOMPARE(idOf(1), idOf(0));
    QTRY_COMPARE(m_notifier->pending(), 0);
    QCOMPARE(m_notifier->problem(), QString());
    Q_EMIT m_alerts->closed(settled(alertOf(1))); // once
    QCOMPARE(m_notifier->pending(), 0);
}

void TestWebhookNotifier::theEndOfOneThatWasNotToldIsNot()
{
    Q_EMIT m_alerts->closed(settled(alertOf(5)));
    QCOMPARE(m_notifier->pending(), 0);
    // One whose beginning did not arrive.
    m_server->then(Act::reply(500));
    Q_EMIT m_alerts->raised(alertOf(1));
    QTRY_VERIFY(!m_notifier->problem().isEmpty());
    Q_EMIT m_alerts->closed(settled(alertOf(1)));
    QCOMPARE(m_notifier->pending(), 0);
    QCOMPARE(posts().size(), 1);
}

void TestWebhookNotifier::manyArePostedTogether()
{
    for (int id = 1; id <= 30; ++id)
        Q_EMIT m_alerts->raised(alertOf(id));
    QTRY_COMPARE(posts().size(), NotificationPacer::mostPerMinute);
    QTRY_COMPARE(m_notifier->pending(), 0);
    m_now = m_now.addSecs(60);
    QTRY_COMPARE_WITH_TIMEOUT(posts().size(), NotificationPacer::mostPerMinute + 1, paced);
    const QJsonObject last = posts().constLast();
    QCOMPARE(last[u"summary"_s].toString(), u"27 more alerts"_s);
    QCOMPARE(last[u"alerts"_s].toArray().size(), WebhookMessage::mostItems);
    QCOMPARE(last[u"more"_s].toInt(), 7);
    // Their ends come no faster.
    QTRY_COMPARE(m_notifier->pending(), 0);
    for (int id = 1; id <= 30; ++id)
        Q_EMIT m_alerts->closed(settled(alertOf(id)));
    QTRY_COMPARE(posts().size(), 2 * NotificationPacer::mostPerMinute + 1);
    m_now = m_now.addSecs(60);
    QTRY_COMPARE_WITH_TIMEOUT(posts().size(), 2 * NotificationPacer::mostPerMinute + 2, paced);
    QCOMPARE(posts().constLast()[u"summary"_s].toString(), u"27 alerts are settled"_s);
}

void TestWebhookNotifier::aServiceThatAsksToWaitGetsFewMessages()
{
    m_server->then(Act::reply(429, {}, {{"Retry-After", "1"}}));
    for (int minute = 0; minute < 4; ++minute) {
        for (int id = 1; id <= 3; ++id)
            Q_EMIT m_alerts->raised(alertOf(3 * minute + id));
        m_now = m_now.addSecs(61);
    }
    QVERIFY(m_notifier->pending() <= 5);
    QTRY_COMPARE(m_notifier->pending(), 0);
    QCOMPARE(posts().size(), 6); // the first one twice
    QCOMPARE(posts().at(0), posts().at(1));
    QCOMPARE(posts().constLast()[u"alerts"_s].toArray().size(), 8);
}

void TestWebhookNotifier::aMutedOneIsNotPosted()
{
    for (int id = 1; id <= 4; ++id)
        Q_EMIT m_alerts->raised(alertOf(id));
    QTRY_COMPARE(posts().size(), 3);
    QTRY_COMPARE(m_notifier->pending(), 0);
    m_alerts->mute(alertOf(4), m_now, {});
    Q_EMIT m_alerts->raised(alertOf(5));
    m_now = m_now.addSecs(60);
    QTRY_COMPARE_WITH_TIMEOUT(posts().size(), 4, paced);
    QCOMPARE(posts().constLast()[u"summary"_s].toString(), u"orders5 stopped unexpectedly"_s);
}

void TestWebhookNotifier::offPostsNothing()
{
    m_setup->save(WebhookKind::Json, false, {});
    Q_EMIT m_alerts->raised(alertOf(1));
    QCOMPARE(m_notifier->pending(), 0);
    m_setup->save(WebhookKind::Slack, true, {});
    Q_EMIT m_alerts->raised(alertOf(2));
    QTRY_COMPARE(posts().size(), 1);
    QVERIFY(posts().constFirst().contains(u"text"_s)); // and as the new kind
}

void TestWebhookNotifier::anotherAddressGetsNothingOfTheFormer()
{
    Q_EMIT m_alerts->raised(alertOf(1));
    QTRY_COMPARE(posts().size(), 1);
    QTRY_COMPARE(m_notifier->pending(), 0);
    FaultServer other;
    m_setup->save(WebhookKind::Json, true, other.url(u"/other"_s));
    Q_EMIT m_alerts->closed(settled(alertOf(1)));
    QCOMPARE(m_notifier->pending(), 0);
    Q_EMIT m_alerts->raised(alertOf(2));
    QTRY_COMPARE(other.seen().size(), 1);
    QCOMPARE(posts().size(), 1);
}

void TestWebhookNotifier::aFailureIsOneLine()
{
    const QSignalSpy changed(m_notifier.get(), &WebhookNotifier::problemChanged);
    m_server->then(Act::reply(404));
    Q_EMIT m_alerts->raised(alertOf(1));
    QTRY_COMPARE(changed.size(), 1);
    const QString time = m_now.toLocalTime().toString(u"HH:mm"_s);
    QCOMPARE(m_notifier->problem(),
             u"The last alert could not be delivered at %1: 127.0.0.1 knows no such webhook "
             "(status 404). Make a new one there and enter its address."_s.arg(time));
    QVERIFY(m_alerts->open().isEmpty()); // no alert about an alert
    Q_EMIT m_alerts->raised(alertOf(2));
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(m_notifier->problem(), QString());
}

void TestWebhookNotifier::theAddressIsInTheKeychainAlone()
{
    m_settings->sync();
    QFile file(m_settings->fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.contains("webhookKind=json"));
    QVERIFY2(!bytes.contains("s3cret") && !bytes.contains("127.0.0.1"), bytes.constData());
    QCOMPARE(m_secrets->secret(u"webhook"_s), url().toString());
}

// The next start.
void TestWebhookNotifier::alertsWaitForTheKeychain()
{
    makeSetup();
    QCOMPARE(m_setup->address(), WebhookSetup::Address::Reading);
    Q_EMIT m_alerts->raised(alertOf(1));
    QCOMPARE(m_notifier->pending(), 1);
    QTRY_COMPARE(posts().size(), 1);
    QCOMPARE(m_setup->address(), WebhookSetup::Address::Known);
    QCOMPARE(m_setup->problem(), QString());
}

void TestWebhookNotifier::keychainStates_data()
{
    QTest::addColumn<int>("trouble");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<WebhookSetup::Address>("address");
    QTest::addColumn<QString>("word");
    using Trouble = CredentialStore::Trouble;
    using Address = WebhookSetup::Address;
    const QString good = u"https://a.example/s3cret"_s;
    QTest::newRow("no service") << int(Trouble::NoService) << good << Address::NoService
                                << u"runs no keychain"_s;
    QTest::newRow("locked") << int(Trouble::Locked) << good << Address::Locked << u"Unlock it"_s;
    QTest::newRow("denied") << int(Trouble::Denied) << good << Address::Denied << u"Allow it"_s;
    QTest::newRow("other") << int(Trouble::Other) << good << Address::Failed << u"It broke."_s;
    QTest::newRow("missing") << int(Trouble::None) << QString() << Address::Missing
                             << u"enter the address again"_s;
    QTest::newRow("wrong") << int(Trouble::None) << u"ftp://s3cret"_s << Address::Wrong
                           << u"no address of a webhook"_s;
}

void TestWebhookNotifier::keychainStates()
{
    QFETCH(const int, trouble);
    QFETCH(const QString, kept);
    QFETCH(const WebhookSetup::Address, address);
    QFETCH(const QString, word);
    m_secrets->setSecret(u"webhook"_s, kept);
    if (trouble != int(CredentialStore::Trouble::None))
        m_secrets->setTrouble(CredentialStore::Trouble(trouble), u"It broke."_s);
    makeSetup();
    Q_EMIT m_alerts->raised(alertOf(1));
    QTRY_COMPARE(m_setup->address(), address);
    QVERIFY2(m_setup->problem().contains(word), qPrintable(m_setup->problem()));
    QVERIFY(!m_setup->problem().contains(u"s3cret"_s));
    QCOMPARE(m_notifier->pending(), 0);
    // An address that is typed again mends it.
    m_secrets->setTrouble(CredentialStore::Trouble::None, {});
    m_setup->save(WebhookKind::Json, true, url());
    QCOMPARE(m_setup->problem(), QString());
    Q_EMIT m_alerts->raised(alertOf(2));
    QTRY_COMPARE(posts().size(), 1);
}

void TestWebhookNotifier::aKeychainThatTakesNothing()
{
    m_secrets->setTrouble(CredentialStore::Trouble::NoService, u"no bus"_s);
    m_setup->save(WebhookKind::Json, true, m_server->url(u"/hook/other"_s));
    QTRY_COMPARE(m_setup->address(), WebhookSetup::Address::Unkept);
    QVERIFY(m_setup->problem().startsWith(u"The address is kept until Sluice ends"_s));
    Q_EMIT m_alerts->raised(alertOf(1)); // it works until then
    QTRY_COMPARE(posts().size(), 1);
}

void TestWebhookNotifier::removedIsRemoved()
{
    m_setup->remove();
    QTRY_COMPARE(m_secrets->secret(u"webhook"_s), QString());
    QCOMPARE(m_setup->address(), WebhookSetup::Address::None);
    QVERIFY(!m_setup->isOn());
    Q_EMIT m_alerts->raised(alertOf(1));
    QCOMPARE(m_notifier->pending(), 0);
    makeSetup();
    QCOMPARE(m_setup->address(), WebhookSetup::Address::None);
    m_setup->save(WebhookKind::Json, true, url());
    m_secrets->setTrouble(CredentialStore::Trouble::Denied, u"no"_s);
    const QSignalSpy failed(m_setup.get(), &WebhookSetup::removalFailed);
    m_setup->remove();
    QTRY_COMPARE(failed.size(), 1);
}

void TestWebhookNotifier::aTestNeedsNoSaving()
{
    m_setup->remove();
    WebhookOutcome outcome;
    m_server->then(Act::reply(429, {}, {{"Retry-After", "0"}}));
    m_notifier->sendTest(WebhookKind::Json, url(), this,
                         [&outcome](const WebhookOutcome &told) { outcome = told; });
    QTRY_COMPARE(outcome.status, 429); // somebody waits for the answer: it is not repeated
    QCOMPARE(posts().size(), 1);
    QCOMPARE(eventOf(0), u"test"_s);
    QCOMPARE(m_notifier->problem(), QString());
}

SLUICE_TEST(TestWebhookNotifier, Core)
#include "tst_webhooknotifier.moc"
