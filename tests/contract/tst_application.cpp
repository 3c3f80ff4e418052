// SPDX-License-Identifier: Apache-2.0
// Application: what one start of the program leaves for the next one.
#include "app/application.h"
#include "models/account/profilestore.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/sandboxprocess.h"
#include "tests/support/testprogram.h"
#include "ui/dashboard/pipelinetable.h"
#include "ui/widgets/banner.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

// One start of the program with these secrets.
class Start
{
public:
    explicit Start(CredentialStore *secrets)
        : m_application({}, secrets)
    {
        m_application.start();
        const QWidgetList widgets = QApplication::topLevelWidgets();
        for (QWidget *widget : widgets) {
            if (qobject_cast<MainWindow *>(widget))
                m_window = widget;
        }
    }

    template <typename T>
    T *find(const QString &name) const
    {
        return m_window->findChild<T *>(name);
    }

private:
    Application m_application;
    QWidget *m_window = nullptr;
};

QList<Profile> storedProfiles()
{
    QSettings settings;
    return ProfileStore(&settings).profiles();
}

bool isDark()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

// Answers only after unlock(), like a locked keychain.
class LockedStore final : public CredentialStore
{
public:
    void read(const QString &key, QObject *context, Done done) override
    {
        m_waiting.append([this, key, context, done] { m_kept.read(key, context, done); });
    }

    void write(const QString &key, const QString &secret, QObject *context, Done done) override
    {
        m_kept.write(key, secret, context, done);
    }

    void remove(const QString &key, QObject *context, Done done) override
    {
        m_kept.remove(key, context, done);
    }

    void unlock()
    {
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto &answer : waiting)
            answer();
    }

private:
    MemorySecretStore m_kept;
    QList<std::function<void()>> m_waiting;
};

} // namespace

class TestApplication : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void themeIsKept();
    void accountsAreRestored();
    void accountWithoutSecretCanBeForgotten();
    void saysThatItWaitsForTheKeychain_data();
    void saysThatItWaitsForTheKeychain();
    void takesQtsOwnOptions_data();
    void takesQtsOwnOptions();

private:
    static void store(const Profile &profile);

    QTemporaryDir m_dir;
};

void TestApplication::initTestCase()
{
    QApplication::setApplicationName(u"Sluice"_s);
    QApplication::setOrganizationName(u"Sluice"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_dir.path());
}

void TestApplication::init()
{
    QSettings().clear();
}

void TestApplication::store(const Profile &profile)
{
    QSettings settings;
    ProfileStore(&settings).put(profile);
}

void TestApplication::themeIsKept()
{
    MemorySecretStore secrets;
    for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::Light}) {
        const QString action =
            mode == Theme::Mode::Dark ? u"darkThemeAction"_s : u"lightThemeAction"_s;
        {
            const Start first(&secrets);
            first.find<QAction>(action)->trigger();
            QCOMPARE(isDark(), mode == Theme::Mode::Dark);
        }
        const Start second(&secrets);
        QCOMPARE(isDark(), mode == Theme::Mode::Dark);
        QVERIFY(second.find<QAction>(action)->isChecked());
    }
}

void TestApplication::accountsAreRestored()
{
    const SandboxProcess sandbox({u"--seed"_s, u"60"_s});
    Profile profile;
    profile.id = u"known"_s;
    profile.name = u"KNOWN"_s;
    profile.baseUrl = sandbox.url();
    profile.tokenUrl = sandbox.tokenUrl();
    profile.clientId = sandbox.clientId();
    store(profile);
    MemorySecretStore secrets;
    bool isWritten = false;
    secrets.write(profile.secretKey(), sandbox.clientSecret(), this,
                  [&](const CredentialStore::Answer &) { isWritten = true; });
    QTRY_VERIFY(isWritten);
    const Start start(&secrets);
    QTRY_COMPARE(start.find<PipelineTable>(u"pipelineTable"_s)->model()->rowCount(), 60);
    QVERIFY(start.find<QWidget>(u"pipelineTable"_s)->isVisible());
}

void TestApplication::accountWithoutSecretCanBeForgotten()
{
    Profile profile;
    profile.id = u"lost"_s;
    profile.name = u"LOST"_s;
    profile.baseUrl = regionUrl(u"eu1"_s);
    profile.clientId = u"client"_s;
    store(profile);
    MemorySecretStore secrets;
    {
        const Start start(&secrets);
        auto *disconnect = start.find<QAction>(u"disconnectAction"_s);
        QVERIFY(!disconnect->isEnabled());
        QTRY_VERIFY(disconnect->isEnabled()); // after the store said that it has no secret
        disconnect->trigger();
        QTRY_VERIFY(start.find<QAbstractButton>(u"confirmButton"_s));
        QTest::mouseClick(start.find<QAbstractButton>(u"confirmButton"_s), Qt::LeftButton);
        QCOMPARE(storedProfiles(), QList<Profile>());
        QTRY_VERIFY(!disconnect->isEnabled());
    }
    const Start next(&secrets);
    QVERIFY(!next.find<QAction>(u"disconnectAction"_s)->isEnabled());
}

void TestApplication::saysThatItWaitsForTheKeychain_data()
{
    QTest::addColumn<QStringList>("names");
    QTest::newRow("one") << QStringList{u"PROD-EU"_s};
    QTest::newRow("two") << QStringList{u"PROD-EU"_s, u"TEST"_s};
    QTest::newRow("of one name") << QStringList{u"PROD"_s, u"PROD"_s};
    QTest::newRow("like HTML") << QStringList{u"<b>PROD</b> & more"_s};
    QTest::newRow("other letters") << QStringList{u"生産 %1"_s};
    QTest::newRow("many") << QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s};
}

void TestApplication::saysThatItWaitsForTheKeychain()
{
    QFETCH(const QStringList, names);
    for (const QString &name : names) {
        Profile profile;
        profile.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        profile.name = name;
        profile.baseUrl = QUrl(u"http://localhost:1/dpc"_s);
        store(profile);
    }
    LockedStore secrets;
    const Start start(&secrets);
    const auto *note = start.find<QLabel>(u"accountsNote"_s);
    QCOMPARE(note->text().count(u"waiting for the keychain"_s), names.size());
    QVERIFY(!note->text().contains(u"No accounts"_s));
    QTRY_VERIFY(start.find<Banner>(u"banner"_s));
    const QString said = start.find<Banner>(u"banner"_s)->accessibleName();
    for (const QString &name : names) {
        QVERIFY2(note->text().contains(name), qPrintable(name));
        QVERIFY2(said.contains(name), qPrintable(name));
    }
    QVERIFY2(said.contains(u"keychain"_s), qPrintable(said));

    secrets.unlock(); // it has none of the secrets
    QTRY_VERIFY(!note->text().contains(u"waiting"_s));
    QTRY_VERIFY(!start.find<Banner>(u"banner"_s)->accessibleName().contains(u"Waiting"_s));
}

void TestApplication::takesQtsOwnOptions_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("taken");
    const auto row = [](const QStringList &words, bool taken) {
        QTest::addRow("%s", qPrintable(words.join(u' '))) << words << taken;
    };
    row({u"-reverse"_s}, true);
    row({u"--reverse"_s}, true);
    row({u"-style"_s, u"fusion"_s}, true);
    row({u"-style=fusion"_s}, true);
    row({u"--style=fusion"_s}, true);
    row({u"-platform"_s, u"offscreen"_s}, true);
    row({u"-platformtheme"_s, u"gtk3"_s}, true);
    row({u"-session"_s, u"10c3_1699_7"_s}, true);
    row({u"-qwindowgeometry"_s, u"800x600+10+10"_s}, true);
    row({u"-qwindowtitle"_s, u"Other"_s}, true);
    row({u"-qwindowicon"_s, u"icon.png"_s}, true);
    row({u"-stylesheet"_s, u"sheet.qss"_s, u"--theme"_s, u"dark"_s}, true);
    row({u"--theme"_s, u"dark"_s, u"-session"_s, u"a"_s, u"--sandbox"_s}, true);
    row({u"-display"_s, u":7"_s}, true);
    row({u"-widgetcount"_s}, true);
    // Options that neither Qt nor the program takes.
    row({u"-reversed"_s}, false);
    row({u"-session"_s}, false);
    row({u"-style"_s}, false);
    row({u"-platform=offscreen"_s}, false);
    row({u"-rev"_s}, false);
    row({u"--nonsense"_s, u"-reverse"_s}, false);
    row({u"reverse"_s}, false);
    row({u"--theme"_s, u"pink"_s, u"-reverse"_s}, false);
}

void TestApplication::takesQtsOwnOptions()
{
    QFETCH(const QStringList, words);
    QFETCH(const bool, taken);
    const LaunchOptions options = LaunchOptions::parse(words);
    QCOMPARE(options.problem.isEmpty(), taken);
    if (taken && words.contains(u"--theme"_s))
        QCOMPARE(options.theme, u"dark"_s);
    if (taken)
        QCOMPARE(options.sandbox, words.contains(u"--sandbox"_s));
}

SLUICE_TEST(TestApplication, Widgets)
#include "tst_application.moc"
