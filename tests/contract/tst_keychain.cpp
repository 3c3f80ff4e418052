// SPDX-License-Identifier: Apache-2.0
// The system's keychain: a real one, in its own session (tests/support/keyring-session).
#include "app/keychainstore.h"
#include "tests/support/testprogram.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void secretsAreKeptByKey();
    void absentSecretIsNoError();
    void anAnswerAfterTheContextIsDropped();
    void noKeychainIsTold();

private:
    using Call = std::function<void(CredentialStore &, QObject *, CredentialStore::Done)>;
    static CredentialStore::Answer answerTo(const Call &call);
    static CredentialStore::Answer read(const QString &key);
    static CredentialStore::Answer write(const QString &key, const QString &secret);
    static CredentialStore::Answer remove(const QString &key);
};

void TestKeychain::initTestCase()
{
    if (qEnvironmentVariableIsSet("SLUICE_TEST_WITHOUT_BUS"))
        return;
    if (qEnvironmentVariableIsSet("SLUICE_NO_KEYRING"))
        QSKIP(qgetenv("SLUICE_NO_KEYRING").constData());
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        QSKIP("run it with tests/support/keyring-session, so that it leaves your keychain alone");
}

CredentialStore::Answer TestKeychain::answerTo(const Call &call)
{
    KeychainStore store;
    QObject context;
    std::optional<CredentialStore::Answer> answer;
    int answers = 0;
    call(store, &context, [&](const CredentialStore::Answer &given) {
        answer = given;
        ++answers;
    });
    // The answer never comes inside the call.
    if (answers != 0 || !QTest::qWaitFor([&] { return answers > 0; }, 30'000))
        return {{}, u"no answer, or too early"_s, false};
    return *answer;
}

CredentialStore::Answer TestKeychain::read(const QString &key)
{
    return answerTo([&](CredentialStore &store, QObject *context, CredentialStore::Done done) {
        store.read(key, context, std::move(done));
    });
}

CredentialStore::Answer TestKeychain::write(const QString &key, const QString &secret)
{
    return answerTo([&](CredentialStore &store, QObject *context, CredentialStore::Done done) {
        store.write(key, secret, context, std::move(done));
    });
}

CredentialStore::Answer TestKeychain::remove(const QString &key)
{
    return answerTo([&](CredentialStore &store, QObject *context, CredentialStore::Done done) {
        store.remove(key, context, std::move(done));
    });
}

void TestKeychain::secretsAreKeptByKey()
{
    const QString secret = u"päss \"word\" \u2713"_s;
    QCOMPARE(write(u"profile/1"_s, secret).error, QString());
    QCOMPARE(write(u"profile/2"_s, u"other"_s).error, QString());
    QVERIFY(read(u"profile/1"_s).found);
    QCOMPARE(read(u"profile/1"_s).secret, secret);
    QCOMPARE(write(u"profile/1"_s, u"changed"_s).error, QString());
    QCOMPARE(read(u"profile/1"_s).secret, u"changed"_s);
    QCOMPARE(remove(u"profile/1"_s).error, QString());
    QVERIFY(!read(u"profile/1"_s).found);
    QCOMPARE(read(u"profile/2"_s).secret, u"other"_s);
    QCOMPARE(remove(u"profile/2"_s).error, QString());
}

void TestKeychain::absentSecretIsNoError()
{
    const CredentialStore::Answer answer = read(u"profile/none"_s);
    QVERIFY(!answer.found);
    QCOMPARE(answer.error, QString());
    QVERIFY(answer.trouble == CredentialStore::Trouble::None);
    QCOMPARE(answer.secret, QString());
}

void TestKeychain::anAnswerAfterTheContextIsDropped()
{
    KeychainStore store;
    bool isCalled = false;
    {
        QObject context;
        store.read(u"profile/1"_s, &context,
                   [&](const CredentialStore::Answer &) { isCalled = true; });
    }
    // A later call on the same store was answered, so the former one is over, too.
    bool isDone = false;
    store.read(u"profile/2"_s, this, [&](const CredentialStore::Answer &) { isDone = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isDone, 30'000);
    QVERIFY(!isCalled);
}

// The library keeps its connection to the bus, so this needs its own process.
void TestKeychain::noKeychainIsTold()
{
    if (qEnvironmentVariableIsSet("SLUICE_TEST_WITHOUT_BUS")) {
        const CredentialStore::Answer answer = write(u"profile/1"_s, u"never"_s);
        QVERIFY(answer.error.contains(u"keychain"));
        QVERIFY(!answer.error.contains(u"never"));
        QVERIFY2(answer.trouble == CredentialStore::Trouble::NoService, qPrintable(answer.error));
        return;
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SLUICE_TEST_WITHOUT_BUS"_s, u"1"_s);
    environment.remove(u"DBUS_SESSION_BUS_ADDRESS"_s);
    environment.remove(u"DISPLAY"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(),
                  {u"tst_keychain"_s, u"noKeychainIsTold"_s});
    QVERIFY(process.waitForFinished(60'000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardOutput().constData());
}

SLUICE_TEST(TestKeychain, Core)
#include "tst_keychain.moc"
