// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/windowfixture.h"
#include "tests/support/sandboxprocess.h"
#include "ui/start/startpage.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

// A keychain that is not there.
class DeafStore final : public SecretStore
{
public:
    void read(const QString &, QObject *context, Done done) override { refuse(context, done); }

    void write(const QString &, const QString &, QObject *context, Done done) override
    {
        refuse(context, done);
    }

    void remove(const QString &, QObject *context, Done done) override { refuse(context, done); }

private:
    static void refuse(QObject *context, const Done &done)
    {
        QMetaObject::invokeMethod(
            context,
            [done] {
                done({{}, u"No keychain."_s, false});
            },
            Qt::QueuedConnection);
    }
};

} // namespace

// Connecting to an account, on the real window and a real server.
class TestStartPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void firstStartShowsIt();
    void endedSandboxIsTold();
    void missingSecretIsAskedFor();
    void missingFieldsAreMarkedOnClick();
    void markGoesWhenTyped();
    void plainHttpElsewhereIsRefused();
    void rightSecretConnects();
    void wrongSecretIsToldInWords();
    void unreachableHostIsToldInWords();
    void testAloneDoesNotConnect();
    void enterSubmits();
    void tokenIsAccepted();
    void editingForgetsTheResult();
    void sandboxCardTellsItsStates();
    void saysWhereTheSecretIsKept_data();
    void saysWhereTheSecretIsKept();
    void secretIsHidden();
    void furtherAccountsAndBack();
    void cardsStackInASmallWindow();

private:
    static void fill(const WindowFixture &f, const SandboxProcess &sandbox, const QString &secret);
    static void type(const WindowFixture &f, const QString &field, const QString &text);
    static QString stepReason(const WindowFixture &f, int step);

    std::unique_ptr<Theme> m_theme;
};

void TestStartPage::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
}

void TestStartPage::type(const WindowFixture &f, const QString &field, const QString &text)
{
    auto *edit = f.find<QLineEdit>(field);
    QVERIFY2(edit, qPrintable(field));
    edit->selectAll();
    QTest::keyClicks(edit, text);
}

void TestStartPage::fill(const WindowFixture &f, const SandboxProcess &sandbox,
                         const QString &secret)
{
    f.find<QRadioButton>(u"regionOther"_s)->click();
    type(f, u"nameEdit"_s, u"LOCAL"_s);
    type(f, u"baseUrlEdit"_s, sandbox.url().toString());
    type(f, u"tokenUrlEdit"_s, sandbox.tokenUrl().toString());
    type(f, u"clientIdEdit"_s, sandbox.clientId());
    type(f, u"clientSecretEdit"_s, secret);
}

QString TestStartPage::stepReason(const WindowFixture &f, int step)
{
    return f.find<QWidget>(u"connectionStep%1"_s.arg(step))->accessibleDescription();
}

void TestStartPage::firstStartShowsIt()
{
    WindowFixture f(m_theme.get());
    QVERIFY(f.find<QWidget>(u"startPage"_s)->isVisible());
    QVERIFY(!f.table()->isVisible());
    QVERIFY(!f.find<QWidget>(u"startBackButton"_s)->isVisible());
    QCOMPARE(f.find<QLabel>(u"countsLabel"_s)->text(), u"Not connected"_s);
}

void TestStartPage::endedSandboxIsTold()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    WindowFixture fixture(m_theme.get());
    Account *account = fixture.signIn(sandbox);
    QVERIFY(account);
    fixture.fleet()->removeAccount(account->id());
    fixture.window()->showSandboxFailed(u"The sandbox ended."_s);
    // The removal is told later; it must not wipe the reason.
    QCoreApplication::processEvents();
    auto *problem = fixture.find<QWidget>(u"sandboxProblem"_s);
    QVERIFY(problem);
    QVERIFY(problem->isVisible());
}

void TestStartPage::missingSecretIsAskedFor()
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
    QCOMPARE(fixture.find<QLineEdit>(u"nameEdit"_s)->text(), u"PROD"_s);
    QCOMPARE(fixture.find<QLineEdit>(u"clientIdEdit"_s)->text(), sandbox.clientId());

    QTest::keyClicks(fixture.find<QLineEdit>(u"clientSecretEdit"_s), sandbox.clientSecret());
    QVERIFY(fixture.click(u"connectButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(connects.size(), 1, 20'000);
    // The same account, not another one; and nothing asks for its secret any more.
    QCOMPARE(connects.constFirst().constFirst().value<Profile>().id, u"known"_s);
    QTRY_COMPARE(fixture.banners().size(), 0);
}

void TestStartPage::missingFieldsAreMarkedOnClick()
{
    WindowFixture f(m_theme.get());
    QSignalSpy asked(f.window(), &MainWindow::connectRequested);
    QVERIFY(!f.find<QLabel>(u"nameEditProblem"_s)->isVisible());
    QVERIFY(f.click(u"connectButton"_s));
    for (const auto &field : {u"nameEdit"_s, u"clientIdEdit"_s, u"clientSecretEdit"_s}) {
        QVERIFY2(f.find<QLabel>(field + u"Problem"_s)->isVisible(), qPrintable(field));
        QVERIFY(f.find<QLineEdit>(field)->property("problem").toBool());
    }
    QCOMPARE(f.window()->focusWidget()->objectName(), u"nameEdit"_s);
    QVERIFY(asked.isEmpty());
}

void TestStartPage::markGoesWhenTyped()
{
    WindowFixture f(m_theme.get());
    QVERIFY(f.click(u"connectButton"_s));
    type(f, u"nameEdit"_s, u"x"_s);
    QVERIFY(!f.find<QLabel>(u"nameEditProblem"_s)->isVisible());
    QVERIFY(f.find<QLabel>(u"clientIdEditProblem"_s)->isVisible());
}

void TestStartPage::plainHttpElsewhereIsRefused()
{
    WindowFixture f(m_theme.get());
    f.find<QRadioButton>(u"regionOther"_s)->click();
    type(f, u"baseUrlEdit"_s, u"http://maia.example.com/dpc"_s);
    QVERIFY(f.click(u"connectButton"_s));
    QVERIFY(f.find<QLabel>(u"baseUrlEditProblem"_s)->isVisible());
    QVERIFY(!f.find<QLabel>(u"baseUrlEditProblem"_s)->text().isEmpty());
}

void TestStartPage::rightSecretConnects()
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

void TestStartPage::wrongSecretIsToldInWords()
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

void TestStartPage::unreachableHostIsToldInWords()
{
    QUrl gone;
    {
        const SandboxProcess sandbox;
        gone = sandbox.url();
    }
    WindowFixture f(m_theme.get());
    f.find<QRadioButton>(u"regionOther"_s)->click();
    type(f, u"nameEdit"_s, u"GONE"_s);
    type(f, u"baseUrlEdit"_s, gone.toString());
    type(f, u"tokenUrlEdit"_s, gone.toString());
    type(f, u"clientIdEdit"_s, u"a"_s);
    type(f, u"clientSecretEdit"_s, u"b"_s);
    QVERIFY(f.click(u"testButton"_s));
    QTRY_VERIFY(f.find<QPushButton>(u"connectButton"_s)->isEnabled());
    QVERIFY2(stepReason(f, 0).size() > 20, qPrintable(stepReason(f, 0)));
    QCOMPARE(stepReason(f, 1), u"not run"_s);
}

void TestStartPage::testAloneDoesNotConnect()
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

void TestStartPage::enterSubmits()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    QSignalSpy asked(f.window(), &MainWindow::connectRequested);
    fill(f, sandbox, sandbox.clientSecret());
    QTest::keyClick(f.find<QLineEdit>(u"clientSecretEdit"_s), Qt::Key_Return);
    QTRY_COMPARE(asked.size(), 1);
}

void TestStartPage::tokenIsAccepted()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    f.find<QRadioButton>(u"regionOther"_s)->click();
    f.find<QRadioButton>(u"signInToken"_s)->click();
    QVERIFY(f.find<QWidget>(u"tokenEdit"_s)->isVisible());
    QVERIFY(!f.find<QWidget>(u"clientIdEdit"_s)->isVisible());
    type(f, u"nameEdit"_s, u"T"_s);
    type(f, u"baseUrlEdit"_s, sandbox.url().toString());
    type(f, u"tokenEdit"_s, u"no-such-token"_s);
    QVERIFY(f.click(u"testButton"_s));
    QTRY_VERIFY(f.find<QPushButton>(u"connectButton"_s)->isEnabled());
    QVERIFY2(stepReason(f, 1).size() > 20, qPrintable(stepReason(f, 1)));
}

void TestStartPage::editingForgetsTheResult()
{
    const SandboxProcess sandbox({u"--seed"_s, u"guide"_s});
    QVERIFY(sandbox.isReady());
    WindowFixture f(m_theme.get());
    fill(f, sandbox, u"wrong"_s);
    QVERIFY(f.click(u"testButton"_s));
    QTRY_VERIFY(stepReason(f, 1).size() > 20);
    type(f, u"clientSecretEdit"_s, u"x"_s);
    QCOMPARE(stepReason(f, 0), u"not run"_s);
    QCOMPARE(stepReason(f, 1), u"not run"_s);
}

void TestStartPage::sandboxCardTellsItsStates()
{
    WindowFixture f(m_theme.get());
    QSignalSpy asked(f.window(), &MainWindow::sandboxRequested);
    QVERIFY(f.click(u"startSandboxButton"_s));
    QCOMPARE(asked.size(), 1);
    f.window()->showSandboxStarting();
    QVERIFY(!f.find<QPushButton>(u"startSandboxButton"_s)->isEnabled());
    f.window()->showSandboxFailed(u"The program sluice-sandbox was not found."_s);
    QVERIFY(f.find<QPushButton>(u"startSandboxButton"_s)->isEnabled());
    QVERIFY(f.find<QLabel>(u"sandboxProblem"_s)->isVisible());
}

void TestStartPage::saysWhereTheSecretIsKept_data()
{
    QTest::addColumn<bool>("deaf");
    QTest::addColumn<QString>("word");
    QTest::newRow("keychain answers") << false << u"never in a file"_s;
    QTest::newRow("keychain is deaf") << true << u"this session only"_s;
}

void TestStartPage::saysWhereTheSecretIsKept()
{
    QFETCH(bool, deaf);
    QFETCH(QString, word);
    DeafStore store;
    WindowFixture f(m_theme.get(), deaf ? &store : nullptr);
    auto *label = f.find<QLabel>(u"keptWhereLabel"_s);
    QTRY_VERIFY2(label->text().contains(word), qPrintable(label->text()));
}

void TestStartPage::secretIsHidden()
{
    WindowFixture f(m_theme.get());
    auto *edit = f.find<QLineEdit>(u"clientSecretEdit"_s);
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    QVERIFY(f.trigger(u"clientSecretEditEye"_s));
    QCOMPARE(edit->echoMode(), QLineEdit::Normal);
}

void TestStartPage::furtherAccountsAndBack()
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

void TestStartPage::cardsStackInASmallWindow()
{
    WindowFixture f(m_theme.get());
    const auto *page = f.find<QScrollArea>(u"startPage"_s);
    const auto *connectButton = f.find<QWidget>(u"connectButton"_s);
    const auto *sandboxButton = f.find<QWidget>(u"startSandboxButton"_s);
    const auto leftOf = [&f](const QWidget *widget) {
        return widget->mapTo(f.window(), QPoint()).x();
    };
    f.window()->resize(1500, 900);
    QTRY_VERIFY(leftOf(sandboxButton) > leftOf(connectButton));
    f.window()->resize(1024, 700);
    QTRY_VERIFY(leftOf(sandboxButton) < leftOf(connectButton));
    QCOMPARE(page->horizontalScrollBar()->maximum(), 0);
}

QTEST_MAIN(TestStartPage)
#include "tst_startpage.moc"
