// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sandboxprocess.h"
#include "tests/support/testprogram.h"
#include "tests/support/windowfixture.h"
#include "ui/theme/theme.h"

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
class DeafStore final : public CredentialStore
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

// The page that the first start shows: its fields, cards and words.
class TestStartPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void firstStartShowsIt();
    void endedSandboxIsTold();
    void missingFieldsAreMarkedOnClick();
    void markGoesWhenTyped();
    void plainHttpElsewhereIsRefused();
    void sandboxCardTellsItsStates();
    void saysWhereTheSecretIsKept_data();
    void saysWhereTheSecretIsKept();
    void secretIsHidden();
    void tabReadsTheForm();
    void cardsStackInASmallWindow();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestStartPage::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp, Theme::Mode::Light);
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
    f.type(u"nameEdit"_s, u"x"_s);
    QVERIFY(!f.find<QLabel>(u"nameEditProblem"_s)->isVisible());
    QVERIFY(f.find<QLabel>(u"clientIdEditProblem"_s)->isVisible());
}

void TestStartPage::plainHttpElsewhereIsRefused()
{
    WindowFixture f(m_theme.get());
    f.find<QRadioButton>(u"regionOther"_s)->click();
    f.type(u"baseUrlEdit"_s, u"http://maia.example.com/dpc"_s);
    QVERIFY(f.click(u"connectButton"_s));
    QVERIFY(f.find<QLabel>(u"baseUrlEditProblem"_s)->isVisible());
    QVERIFY(!f.find<QLabel>(u"baseUrlEditProblem"_s)->text().isEmpty());
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

// From the name to the last button, and no stop without a name between them.
void TestStartPage::tabReadsTheForm()
{
    WindowFixture f(m_theme.get());
    f.find<QRadioButton>(u"regionOther"_s)->click();
    QVERIFY(QTest::qWaitForWindowActive(f.window()));
    f.find<QWidget>(u"nameEdit"_s)->setFocus(Qt::TabFocusReason);
    QStringList stops;
    while (stops.size() < 10) {
        stops.append(f.window()->focusWidget()->objectName());
        QTest::keyClick(f.window()->focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(stops,
             QStringList({u"nameEdit"_s, u"regionOther"_s, u"baseUrlEdit"_s, u"tokenUrlEdit"_s,
                          u"signInClient"_s, u"clientIdEdit"_s, u"clientSecretEdit"_s,
                          u"accountIdEdit"_s, u"rememberBox"_s, u"testButton"_s}));
    QCOMPARE(f.find<QWidget>(u"startPage"_s)->focusPolicy(), Qt::NoFocus);
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

SLUICE_TEST(TestStartPage, Widgets)
#include "tst_startpage.moc"
