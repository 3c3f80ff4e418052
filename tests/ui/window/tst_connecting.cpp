// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sandboxprocess.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowfixture.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// Connecting to an account, on the real window and a real server.
class TestConnecting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void rightSecretConnects();
    void wrongSecretIsToldInWords();
    void unreachableHostIsToldInWords();
    void wrongPathIsToldInWords_data();
    void wrongPathIsToldInWords();
    void focusStaysWhereTheFaultIs_data();
    void focusStaysWhereTheFaultIs();
    void aRefusedTokenIsNoWrongSecret();
    void focusThatWasMovedStays();
    void testAloneDoesNotConnect();
    void enterSubmits();
    void tokenIsAccepted();
    void editingForgetsTheResult();
    void missingSecretIsAskedFor();
    void furtherAccountsAndBack();

private:
    static void fill(const WindowFixture &f, const SandboxProcess &sandbox, const QString &secret);
    static QString stepReason(const WindowFixture &f, int step);

    std::unique_ptr<Theme> m_theme;
};

void TestConnecting::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
}

void TestConnecting::fill(const WindowFixture &f, const SandboxProcess &sandbox,
                          const QString &secret)
{
    f.find<QRadioButton>(u"regionOther"_s)->click();
    f.type(u"nameEdit"_s, u"LOCAL"_s);
    f.type(u"baseUrlEdit"_s, sandbox.url().toString());
    f.type(u"tokenUrlEdit"_s, sandbox.tokenUrl().toString());
    f.type(u"clientIdEdit"_s, sandbox.clientId());
    f.type(u"clientSecretEdit"_s, secret);
}

QString TestConnecting::stepReason(const WindowFixture &f, int step)
{
    return f.find<QWidget>(u"connectionStep%1"_s.arg(step))->accessibleDescription();
}

void TestConnecting::rightSecretConnects()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    f.acceptAccounts();
    QSignalSpy asked(f.window(), &MainWindow::connectRequested);
    fill(f, sandbox, sandbox.clientSecret());
    QVERIFY(f.click(u"connectButton"_s));
    QTRY_COMPARE(asked.size(), 1);
    const auto profile = asked.first().first().value<Profile>();
    QCOMPARE(profile.name, u"LOCAL"_s);
    QCOMPARE(profile.baseUrl, sandbox.url());
    QVERIFY(!profile.id.isEmpty());
    QTRY_VERIFY(f.table()->isVisible());
    QTRY_VERIFY(f.node(u"Test-project"_s).isValid());
}

void TestConnecting::wrongSecretIsToldInWords()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    QSignalSpy asked(f.window(), &MainWindow::connectRequested);
    fill(f, sandbox, u"not-the-secret"_s);
    QVERIFY(f.click(u"connectButton"_s));
    QVERIFY(!f.find<QPushButton>(u"connectButton"_s)->isEnabled());
    QTRY_VERIFY(f.find<QPushButton>(u"connectButton"_s)->isEnabled());
    QVERIFY2(stepReason(f, 0).contains(u"ms"_s), qPrintable(stepReason(f, 0)));
    QVERIFY2(stepReason(f, 1).size() > 20, qPrintable(stepReason(f, 1)));
    QVERIFY(!stepReason(f, 1).contains(u"not-the-secret"_s));
    auto *copy = f.find<QWidget>(u"connectionStep1"_s)->findChild<QPushButton *>();
    QVERIFY(copy->isVisible());
    copy->click();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(sandbox.url().host()), qPrintable(copied));
    QVERIFY(!copied.contains(u"not-the-secret"_s));
    QCOMPARE(stepReason(f, 2), u"not run"_s);
    QVERIFY(asked.isEmpty());
}

void TestConnecting::unreachableHostIsToldInWords()
{
    QUrl gone;
    {
        const SandboxProcess sandbox;
        gone = sandbox.url();
    }
    WindowFixture f(m_theme.get());
    f.find<QRadioButton>(u"regionOther"_s)->click();
    f.type(u"nameEdit"_s, u"GONE"_s);
    f.type(u"baseUrlEdit"_s, gone.toString());
    f.type(u"tokenUrlEdit"_s, gone.toString());
    f.type(u"clientIdEdit"_s, u"a"_s);
    f.type(u"clientSecretEdit"_s, u"b"_s);
    QVERIFY(f.click(u"testButton"_s));
    QTRY_VERIFY(f.find<QPushButton>(u"connectButton"_s)->isEnabled());
    const QString place = u"127.0.0.1:%1"_s.arg(gone.port());
    QVERIFY2(stepReason(f, 0).contains(place), qPrintable(stepReason(f, 0)));
    QCOMPARE(stepReason(f, 1), u"not run"_s);
}

void TestConnecting::wrongPathIsToldInWords_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("advice");
    QTest::newRow("none") << QString() << u"/dpc"_s;
    QTest::newRow("a page of the API") << u"/dpc/v1/projects"_s << u"/dpc."_s;
    QTest::newRow("another one") << u"/elsewhere"_s << u"/dpc"_s;
}

// There is no list yet to be refreshed.
void TestConnecting::wrongPathIsToldInWords()
{
    QFETCH(const QString, path);
    QFETCH(const QString, advice);
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    fill(f, sandbox, sandbox.clientSecret());
    QUrl wrong = sandbox.url();
    wrong.setPath(path);
    f.type(u"baseUrlEdit"_s, wrong.toString());
    QVERIFY(f.click(u"testButton"_s));
    QTRY_VERIFY(f.find<QPushButton>(u"testButton"_s)->isEnabled());
    const QString reason = stepReason(f, 2);
    QVERIFY2(!reason.contains(u"Refresh"_s), qPrintable(reason));
    QVERIFY2(reason.contains(advice), qPrintable(reason));
    QVERIFY2(reason.contains(u":%1"_s.arg(sandbox.url().port())), qPrintable(reason));
    QVERIFY(f.find<QLineEdit>(u"baseUrlEdit"_s)->property("problem").toBool());
    f.type(u"nameEdit"_s, u"x"_s); // whichever field is edited: the result is an old one
    QVERIFY(!f.find<QLineEdit>(u"baseUrlEdit"_s)->property("problem").toBool());
}

void TestConnecting::focusStaysWhereTheFaultIs_data()
{
    QTest::addColumn<QString>("wrong");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("begins"); // what has the focus at first
    for (const auto &begins : {u"testButton"_s, u"connectButton"_s, u"nameEdit"_s}) {
        const auto row = [&begins](const char *name) -> QTestData & {
            return QTest::addRow("%s, from %s", name, qPrintable(begins));
        };
        row("host") << u"baseUrlEdit"_s << u"http://127.0.0.1:1/dpc"_s << begins;
        row("token address") << u"tokenUrlEdit"_s << u"http://127.0.0.1:1/token"_s << begins;
        row("secret") << u"clientSecretEdit"_s << u"wrong"_s << begins;
        row("account") << u"accountIdEdit"_s << u"a\u200bb"_s << begins;
    }
}

void TestConnecting::focusStaysWhereTheFaultIs()
{
    QFETCH(const QString, wrong);
    QFETCH(const QString, text);
    QFETCH(const QString, begins);
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    fill(f, sandbox, sandbox.clientSecret());
    auto *field = f.find<QLineEdit>(wrong);
    field->setText(text); // as pasted
    auto *first = f.find<QWidget>(begins);
    first->setFocus(Qt::TabFocusReason);
    QTest::keyClick(first, Qt::Key_Return);
    // Nothing that Enter would press has the focus meanwhile.
    QVERIFY(!qobject_cast<QPushButton *>(f.window()->focusWidget()));
    QTRY_VERIFY(f.find<QPushButton>(u"testButton"_s)->isEnabled());
    QCOMPARE(f.window()->focusWidget()->objectName(), wrong);
    QVERIFY(field->property("problem").toBool());
    QVERIFY(!field->accessibleDescription().isEmpty());
    QVERIFY(!field->visibleRegion().isEmpty());
}

// The token comes from one server, and the API of another one does not take it.
void TestConnecting::aRefusedTokenIsNoWrongSecret()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    const SandboxProcess other({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady() && other.isReady());
    WindowFixture f(m_theme.get());
    fill(f, sandbox, sandbox.clientSecret());
    f.type(u"baseUrlEdit"_s, other.url().toString());
    QVERIFY(f.click(u"testButton"_s));
    QTRY_VERIFY(f.find<QPushButton>(u"testButton"_s)->isEnabled());
    QVERIFY2(stepReason(f, 1).contains(u"ms"_s), qPrintable(stepReason(f, 1)));
    QVERIFY2(stepReason(f, 2).size() > 20, qPrintable(stepReason(f, 2)));
    QVERIFY(!f.find<QLineEdit>(u"clientSecretEdit"_s)->property("problem").toBool());
}

void TestConnecting::focusThatWasMovedStays()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    fill(f, sandbox, u"wrong"_s);
    f.find<QWidget>(u"testButton"_s)->setFocus();
    QVERIFY(f.click(u"testButton"_s));
    f.find<QWidget>(u"nameEdit"_s)->setFocus(Qt::MouseFocusReason);
    QTRY_VERIFY(f.find<QPushButton>(u"testButton"_s)->isEnabled());
    QCOMPARE(f.window()->focusWidget()->objectName(), u"nameEdit"_s);
}

void TestConnecting::testAloneDoesNotConnect()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    QSignalSpy asked(f.window(), &MainWindow::connectRequested);
    fill(f, sandbox, sandbox.clientSecret());
    QVERIFY(f.click(u"testButton"_s));
    QTRY_VERIFY(stepReason(f, 2).contains(u"ms"_s));
    QVERIFY(asked.isEmpty());
}

void TestConnecting::enterSubmits()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    QSignalSpy asked(f.window(), &MainWindow::connectRequested);
    fill(f, sandbox, sandbox.clientSecret());
    QTest::keyClick(f.find<QLineEdit>(u"clientSecretEdit"_s), Qt::Key_Return);
    QTRY_COMPARE(asked.size(), 1);
}

void TestConnecting::tokenIsAccepted()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    f.find<QRadioButton>(u"regionOther"_s)->click();
    f.find<QRadioButton>(u"signInToken"_s)->click();
    QVERIFY(f.find<QWidget>(u"tokenEdit"_s)->isVisible());
    QVERIFY(!f.find<QWidget>(u"clientIdEdit"_s)->isVisible());
    f.type(u"nameEdit"_s, u"T"_s);
    f.type(u"baseUrlEdit"_s, sandbox.url().toString());
    f.type(u"tokenEdit"_s, u"no-such-token"_s);
    QVERIFY(f.click(u"testButton"_s));
    QTRY_VERIFY(f.find<QPushButton>(u"connectButton"_s)->isEnabled());
    QVERIFY2(stepReason(f, 1).size() > 20, qPrintable(stepReason(f, 1)));
}

void TestConnecting::editingForgetsTheResult()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    fill(f, sandbox, u"wrong"_s);
    QVERIFY(f.click(u"testButton"_s));
    QTRY_VERIFY(stepReason(f, 1).size() > 20);
    f.type(u"clientSecretEdit"_s, u"x"_s);
    QCOMPARE(stepReason(f, 0), u"not run"_s);
    QCOMPARE(stepReason(f, 1), u"not run"_s);
}

void TestConnecting::missingSecretIsAskedFor()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    WindowFixture fixture(m_theme.get());
    Profile profile;
    profile.id = u"known"_s;
    profile.name = u"PROD"_s;
    profile.baseUrl = sandbox.url();
    profile.tokenUrl = sandbox.tokenUrl();
    profile.clientId = sandbox.clientId();
    QSignalSpy connects(fixture.window(), &MainWindow::connectRequested);
    fixture.acceptAccounts();
    fixture.window()->askForSecret(profile, {});
    QCOMPARE(fixture.banners().size(), 1);
    // It stands apart from what is round it.
    auto *area = fixture.find<QWidget>(u"bannerArea"_s);
    const QWidget *banner = fixture.banners().constFirst();
    QTRY_COMPARE(banner->geometry().topLeft(), QPoint(12, 4));
    QTRY_COMPARE(banner->width(), area->width() - 2 * 12);
    QCOMPARE(fixture.find<QLineEdit>(u"nameEdit"_s)->text(), u"PROD"_s);
    QCOMPARE(fixture.find<QLineEdit>(u"clientIdEdit"_s)->text(), sandbox.clientId());

    QTest::keyClicks(fixture.find<QLineEdit>(u"clientSecretEdit"_s), sandbox.clientSecret());
    QVERIFY(fixture.click(u"connectButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(connects.size(), 1, 20'000);
    // The same account, not another one; and nothing asks for its secret any more.
    QCOMPARE(connects.constFirst().constFirst().value<Profile>().id, u"known"_s);
    QTRY_COMPARE(fixture.banners().size(), 0);
    QVERIFY(!area->isVisible()); // with its margins
}

void TestConnecting::furtherAccountsAndBack()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    f.signIn(sandbox);
    QVERIFY(f.table()->isVisible());
    QVERIFY(f.trigger(u"addAccountAction"_s));
    QVERIFY(f.find<QWidget>(u"startPage"_s)->isVisible());
    QVERIFY(f.find<QLineEdit>(u"clientSecretEdit"_s)->text().isEmpty());
    QTest::keyClick(f.find<QWidget>(u"nameEdit"_s), Qt::Key_Escape);
    QVERIFY(f.table()->isVisible());
}

SLUICE_TEST(TestConnecting, Widgets)
#include "tst_connecting.moc"
