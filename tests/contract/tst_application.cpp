// SPDX-License-Identifier: Apache-2.0
// The composition root: what one start of the program leaves for the next.
#include "app/application.h"
#include "models/account/profilestore.h"
#include "tests/support/memorysecretstore.h"
#include "tests/support/sandboxprocess.h"
#include "ui/dashboard/pipelinetable.h"
#include "ui/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

// One start of the program on these secrets.
class Start
{
public:
    explicit Start(SecretStore *secrets)
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
        const QString action = u"themeAction%1"_s.arg(int(mode));
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
                  [&](const SecretStore::Answer &) { isWritten = true; });
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
        QTRY_VERIFY(disconnect->isEnabled()); // once the store said that it has none
        disconnect->trigger();
        QTRY_VERIFY(start.find<QAbstractButton>(u"confirmButton"_s));
        QTest::mouseClick(start.find<QAbstractButton>(u"confirmButton"_s), Qt::LeftButton);
        QCOMPARE(storedProfiles(), QList<Profile>());
        QVERIFY(!disconnect->isEnabled());
    }
    const Start next(&secrets);
    QVERIFY(!next.find<QAction>(u"disconnectAction"_s)->isEnabled());
}

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
