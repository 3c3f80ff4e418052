// SPDX-License-Identifier: Apache-2.0
#include "models/account/connectioncheck.h"
#include "models/account/profilestore.h"
#include "tests/support/scriptedapi.h"
#include "tests/support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Sluice;
using namespace Sluice::Test;
using namespace Qt::StringLiterals;

// Profiles, where their secrets are kept, and the check before one is accepted.
class TestProfiles : public QObject
{
    Q_OBJECT

private:
    using State = ConnectionCheck::State;

    static Profile production()
    {
        Profile profile;
        profile.id = u"id-1"_s;
        profile.name = u"PROD-EU"_s;
        profile.baseUrl = regionUrl(u"eu1"_s);
        profile.tokenUrl = defaultTokenUrl();
        profile.clientId = u"client"_s;
        profile.accountId = u"account"_s;
        profile.rateLimit = 60;
        return profile;
    }

    static Profile tokenProfile(const QUrl &url)
    {
        Profile profile;
        profile.id = u"id-2"_s;
        profile.baseUrl = url;
        profile.signIn = Profile::SignIn::Token;
        return profile;
    }

    static void run(ConnectionCheck &check)
    {
        QAbstractItemModelTester tester(&check,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy finished(&check, &ConnectionCheck::finished);
        check.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished[0][0].toBool(), check.hasPassed());
        QVERIFY(!check.isRunning());
    }

    static QString note(const ConnectionCheck &check, ConnectionCheck::Step step)
    {
        return check.index(step).data(ConnectionCheck::NoteRole).toString();
    }

private Q_SLOTS:
    void aHeaderWithALineEndIsRefused_data();
    void aHeaderWithALineEndIsRefused();

    void regions()
    {
        QCOMPARE(regionUrl(u"AU1"_s), QUrl(u"https://au1.api.matillion.com/dpc"_s));
        QCOMPARE(defaultTokenUrl(), QUrl(u"https://id.core.matillion.com/oauth/dpc/token"_s));
    }

    void shortNames_data()
    {
        QTest::addColumn<QUrl>("url");
        QTest::addColumn<QString>("name");
        QTest::newRow("a region") << regionUrl(u"eu1"_s) << u"eu1"_s;
        QTest::newRow("one label") << QUrl(u"http://localhost:8080/dpc"_s) << u"localhost"_s;
        QTest::newRow("IPv4") << QUrl(u"http://127.0.0.1:8080/dpc"_s) << u"127.0.0.1:8080"_s;
        QTest::newRow("IPv4, no port") << QUrl(u"https://10.0.0.7/dpc"_s) << u"10.0.0.7"_s;
        QTest::newRow("IPv6") << QUrl(u"http://[::1]:8080/dpc"_s) << u"[::1]:8080"_s;
    }

    void shortNames()
    {
        QFETCH(QUrl, url);
        QFETCH(QString, name);
        QCOMPARE(shortNameOf(url), name);
    }

    void tokenAddresses()
    {
        QCOMPARE(tokenUrlFor(regionUrl(u"eu1"_s)), defaultTokenUrl());
        QCOMPARE(tokenUrlFor(QUrl(u"https://matillion.com.example.org/dpc"_s)), QUrl());
    }

    // The file may say anything; what is there is read, at once, and what was not used is told.
    void absurdSettings_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("accounts");
        QTest::addColumn<int>("rateLimit");
        QTest::addColumn<bool>("told");
        const QByteArray one = "1\\id=a\n1\\name=PROD\n";
        QTest::newRow("nothing") << QByteArray() << 0 << 0 << false;
        QTest::newRow("as it is written") << one + "1\\rateLimit=60\nsize=1\n" << 1 << 60 << false;
        QTest::newRow("two thousand million") << one + "size=2000000000\n" << 1 << 1000 << true;
        QTest::newRow("more than fits") << one + "size=99999999999999999999\n" << 1 << 1000 << true;
        QTest::newRow("negative") << one + "size=-1\n" << 1 << 1000 << true;
        QTest::newRow("a word") << one + "size=many\n" << 1 << 1000 << true;
        QTest::newRow("none") << one << 1 << 1000 << true;
        QTest::newRow("shorter than it was") << one + "2\\id=b\nsize=1\n" << 1 << 1000 << false;
        QTest::newRow("a huge place") << one + "2000000000\\id=b\nsize=2\n" << 1 << 1000 << false;
        QTest::newRow("rate limit 0") << one + "1\\rateLimit=0\nsize=1\n" << 1 << 1000 << true;
        QTest::newRow("rate limit negative") << one + "1\\rateLimit=-5\nsize=1\n"
                                             << 1 << 1000 << true;
        QTest::newRow("rate limit huge") << one + "1\\rateLimit=2000000000\nsize=1\n"
                                         << 1 << 1000 << true;
        QTest::newRow("rate limit a word") << one + "1\\rateLimit=fast\nsize=1\n"
                                           << 1 << 1000 << true;
        QTest::newRow("without an id") << QByteArray("1\\name=PROD\nsize=1\n") << 0 << 0 << false;
    }

    void absurdSettings()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const int, accounts);
        QFETCH(const int, rateLimit);
        QFETCH(const bool, told);
        const QTemporaryDir dir;
        QFile written(dir.filePath(u"sluice.ini"_s));
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write("[profiles]\n" + file);
        written.close();
        QSettings settings(written.fileName(), QSettings::IniFormat);
        const ProfileStore store(&settings);
        const QList<Profile> all = store.profiles();
        QCOMPARE(all.size(), accounts);
        if (accounts > 0)
            QCOMPARE(all.constFirst().rateLimit, rateLimit);
        QCOMPARE(!store.problems().isEmpty(), told);
    }

    void profilesSurviveARestart()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"sluice.ini"_s);
        Profile second = tokenProfile(QUrl(u"http://localhost:1/dpc"_s));
        {
            QSettings settings(path, QSettings::IniFormat);
            ProfileStore store(&settings);
            store.put(production());
            store.put(second);
            second.name = u"renamed"_s;
            store.put(second);
        }
        QSettings settings(path, QSettings::IniFormat);
        ProfileStore store(&settings);
        QCOMPARE(store.profiles(), QList<Profile>({production(), second}));
        store.remove(u"id-1"_s);
        QCOMPARE(store.profiles(), QList<Profile>{second});
    }

    void theFileHoldsNoSecretAndNoSandbox()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(u"sluice.ini"_s);
        QSettings settings(path, QSettings::IniFormat);
        ProfileStore store(&settings);
        Profile profile = production();
        profile.baseUrl.setUserInfo(u"me:hunter2"_s);
        store.put(profile);
        Profile sandbox = production();
        sandbox.id = u"sandbox-id"_s;
        sandbox.sandbox = true;
        store.put(sandbox);
        settings.sync();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("PROD-EU"));
        QVERIFY(!text.contains("hunter2"));
        QVERIFY(!text.contains("sandbox-id"));
        QVERIFY(!text.toLower().contains("secret"));
    }

    void checkPasses()
    {
        ScriptedApi api;
        api.addProject(u"p"_s, u"P"_s);
        const auto made = makeConnectionCheck(tokenProfile(api.server.url()), u"token"_s);
        ConnectionCheck &check = *made;
        run(check);
        QVERIFY(check.hasPassed());
        QVERIFY(note(check, ConnectionCheck::ListProjects).endsWith(u": 1"));
        for (int step = 0; step < ConnectionCheck::StepCount; ++step) {
            QCOMPARE(check.state(static_cast<ConnectionCheck::Step>(step)), State::Passed);
            QVERIFY(check.index(step).data(ConnectionCheck::MillisecondsRole).toInt() >= 0);
        }
        run(check); // once more
        QVERIFY(check.hasPassed());
    }

    void noProjectsAreExplained()
    {
        ScriptedApi api;
        const auto made = makeConnectionCheck(tokenProfile(api.server.url()), u"token"_s);
        ConnectionCheck &check = *made;
        run(check);
        QVERIFY(check.hasPassed());
        QVERIFY(note(check, ConnectionCheck::ListProjects).contains(u"Super Admin"));
    }

    void badAddressIsNotEvenTried()
    {
        const auto made =
            makeConnectionCheck(tokenProfile(QUrl(u"http://example.com/dpc"_s)), u"token"_s);
        ConnectionCheck &check = *made;
        run(check);
        QCOMPARE(check.state(ConnectionCheck::Reach), State::Failed);
        QVERIFY(note(check, ConnectionCheck::Reach).contains(u"https"));
    }

    void nobodyListens()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const quint16 port = closed.serverPort();
        closed.close();
        const auto made = makeConnectionCheck(
            tokenProfile(QUrl(u"http://127.0.0.1:%1/dpc"_s.arg(port))), u"token"_s);
        ConnectionCheck &check = *made;
        run(check);
        QCOMPARE(check.state(ConnectionCheck::Reach), State::Failed);
        QCOMPARE(check.state(ConnectionCheck::SignIn), State::NotRun);
        QCOMPARE(check.error().kind, ApiError::Kind::Network);
        QVERIFY(!note(check, ConnectionCheck::Reach).isEmpty());
    }

    void refusedTokenFailsTheSignIn()
    {
        ScriptedApi api;
        api.refusals[QByteArrayLiteral("/v1/projects")] = 401;
        const auto made = makeConnectionCheck(tokenProfile(api.server.url()), u"secret-token"_s);
        ConnectionCheck &check = *made;
        run(check);
        QCOMPARE(check.state(ConnectionCheck::Reach), State::Passed);
        QCOMPARE(check.state(ConnectionCheck::SignIn), State::Failed);
        QCOMPARE(check.state(ConnectionCheck::ListProjects), State::NotRun);
        const QString details =
            check.index(ConnectionCheck::SignIn).data(ConnectionCheck::DetailsRole).toString();
        QVERIFY(!details.isEmpty());
        QVERIFY(!details.contains(u"secret-token"));
    }

    void refusedListFailsTheLastStep()
    {
        ScriptedApi api;
        api.refusals[QByteArrayLiteral("/v1/projects")] = 403;
        const auto made = makeConnectionCheck(tokenProfile(api.server.url()), u"token"_s);
        ConnectionCheck &check = *made;
        run(check);
        QCOMPARE(check.state(ConnectionCheck::SignIn), State::Passed);
        QCOMPARE(check.state(ConnectionCheck::ListProjects), State::Failed);
        QCOMPARE(check.error().kind, ApiError::Kind::Forbidden);
    }

    void refusedClientFailsTheSignIn()
    {
        ScriptedApi api;
        api.refusals[QByteArrayLiteral("/token")] = 401;
        Profile profile = production();
        profile.baseUrl = api.server.url();
        profile.tokenUrl = api.server.url(u"/token"_s);
        const auto made = makeConnectionCheck(profile, u"wrong"_s);
        ConnectionCheck &check = *made;
        run(check);
        QCOMPARE(check.state(ConnectionCheck::SignIn), State::Failed);
        QCOMPARE(check.error().kind, ApiError::Kind::Unauthorized);
        QCOMPARE(api.server.count("GET"), 0);
    }
};

void TestProfiles::aHeaderWithALineEndIsRefused_data()
{
    QTest::addColumn<QString>("value"); // as the file has it
    QTest::newRow("line end") << u"a\\r\\nX-Other: b"_s;
    QTest::newRow("line feed") << u"a\\nX-Other: b"_s;
    QTest::newRow("zero") << u"a\\0b"_s;
    QTest::newRow("escape") << u"a\\x1b[2J"_s;
}

// Whoever edits the file by hand, or another program, may have put one there.
void TestProfiles::aHeaderWithALineEndIsRefused()
{
    QFETCH(QString, value);
    FaultServer server;
    QTemporaryDir dir;
    QFile file(dir.filePath(u"settings.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[profiles]\nsize=1\n1\\id=id-2\n1\\name=PROD\n1\\signIn=token\n1\\baseUrl=" +
               server.url().toEncoded() + "\n1\\accountId=\"" + value.toUtf8() + "\"\n");
    file.close();
    QSettings settings(file.fileName(), QSettings::IniFormat);
    const ProfileStore store(&settings);
    const QStringList problems = store.problems();
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems[0].contains(u"account-id") && problems[0].contains(u"PROD"),
             qPrintable(problems[0]));
    const Profile profile = store.profiles().at(0);
    const auto check = makeConnectionCheck(profile, u"token"_s);
    run(*check);
    QVERIFY(!check->hasPassed());
    QVERIFY2(note(*check, ConnectionCheck::SignIn).contains(u"account-id of the account PROD") ||
                 note(*check, ConnectionCheck::ListProjects).contains(u"account-id"),
             qPrintable(note(*check, ConnectionCheck::ListProjects)));
    QVERIFY(server.seen().isEmpty());
}

SLUICE_TEST(TestProfiles, Core)
#include "tst_profiles.moc"
