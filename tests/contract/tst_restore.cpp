// SPDX-License-Identifier: Apache-2.0
// An account that was typed in survives when the program is killed, and its secret is in no file.
// The program has its own keychain and home (tests/support/keyring-session).
#include "app/application.h"
#include "app/keychainstore.h"
#include "models/account/profilestore.h"
#include "models/support/plurals.h"
#include "tests/support/sandboxprocess.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDirIterator>
#include <QLineEdit>
#include <QTest>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

QWidget *window()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (widget->objectName() == u"mainWindow")
            return widget;
    }
    return nullptr;
}

// The program that will be killed. Connects to the account of its arguments as a user does, says
// "kept" when profile and secret are stored, and keeps running.
int typeIn(const QStringList &account)
{
    KeychainStore secrets;
    Application sluice({}, &secrets);
    sluice.start();
    const QStringList fields{u"nameEdit"_s, u"baseUrlEdit"_s, u"tokenUrlEdit"_s, u"clientIdEdit"_s,
                             u"clientSecretEdit"_s};
    window()->findChild<QAbstractButton *>(u"regionOther"_s)->click();
    for (int i = 0; i < fields.size(); ++i)
        QTest::keyClicks(window()->findChild<QLineEdit *>(fields.at(i)), account.at(i));
    window()->findChild<QAbstractButton *>(u"connectButton"_s)->click();

    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &secrets, [&] {
        QSettings settings;
        const QList<Profile> profiles = ProfileStore(&settings).profiles();
        if (profiles.isEmpty())
            return;
        secrets.read(profiles.constFirst().secretKey(), &secrets,
                     [](const CredentialStore::Answer &answer) {
                         if (answer.found) {
                             std::puts("kept");
                             std::fflush(stdout);
                         }
                     });
    });
    look.start(50);
    return QApplication::exec();
}

} // namespace

class TestRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void accountSurvivesAKill();
    void noFileHoldsTheSecret();

private:
    SandboxProcess m_sandbox{{u"--seed"_s, u"demo"_s}};
    QByteArray m_said; // the output of all programs
};

void TestRestore::initTestCase()
{
    if (qEnvironmentVariableIsSet("SLUICE_NO_KEYRING"))
        QSKIP(qgetenv("SLUICE_NO_KEYRING").constData());
    if (!qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        QSKIP("run it with tests/support/keyring-session, so that it leaves your keychain alone");
    QVERIFY2(m_sandbox.isReady(), qPrintable(m_sandbox.errorOutput()));
}

void TestRestore::accountSurvivesAKill()
{
    QProcess first;
    first.start(QCoreApplication::applicationFilePath(),
                {u"--type-in"_s, u"SURVIVOR"_s, m_sandbox.url().toString(),
                 m_sandbox.tokenUrl().toString(), m_sandbox.clientId(), m_sandbox.clientSecret()});
    QVERIFY(first.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(first.canReadLine() || first.state() == QProcess::NotRunning, 60'000);
    QCOMPARE(first.readLine(), QByteArray("kept\n"));
    first.kill();
    QVERIFY(first.waitForFinished());
    m_said += first.readAllStandardOutput() + first.readAllStandardError();

    // The next start connects by itself. Else there would be no picture.
    const QString picture = QDir::home().filePath(u"dashboard.png"_s);
    QProcess second;
    second.start(QStringLiteral(SLUICE_BIN_DIR "/sluice"), {u"--screenshot"_s, picture});
    QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 60'000);
    const QByteArray said = second.readAllStandardOutput() + second.readAllStandardError();
    QVERIFY2(second.exitCode() == 0, said.constData());
    QVERIFY(QFile::exists(picture));
    m_said += said;
}

void TestRestore::noFileHoldsTheSecret()
{
    const QByteArray secret = m_sandbox.clientSecret().toUtf8();
    bool isProfileFound = false;
    bool isKeyringFound = false;
    QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        const QByteArray bytes = file.readAll();
        QVERIFY2(!bytes.contains(secret), qPrintable(file.fileName()));
        isProfileFound |= bytes.contains("SURVIVOR");
        isKeyringFound |= file.fileName().endsWith(u".keyring");
    }
    QVERIFY(isProfileFound); // else the search looked in the wrong place
    QVERIFY(isKeyringFound);
    QVERIFY(!m_said.contains(secret));
}

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installPlurals();
    QApplication::setApplicationName(u"Sluice"_s);
    QApplication::setOrganizationName(u"Sluice"_s);
    const QStringList words = QApplication::arguments();
    if (words.value(1) == u"--type-in")
        return typeIn(words.mid(2));
    TestRestore test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_restore.moc"
