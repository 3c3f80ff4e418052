// SPDX-License-Identifier: Apache-2.0
#include "tests/support/forminput.h"
#include "tests/support/secretfixture.h"
#include "tests/support/testprogram.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QToolTip>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The editor of a reference by itself: in one line and in its parts, its warnings and help.
class TestSecretEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void warnsOfNames();
    void explainsTheProvider();
    void foldsToOneLine();
    void aLongReferenceIsShownWhole();
    void opensWithKeysAndProblems();
    void placeholdersOfAnEmptyOne();
    void aVaultGoesWithItsProvider();
    void providersAreShownWhole();
    void theToolTipSaysWhatIsThere();
    void assistiveTechnologyIsOfferedWhatWorks();
};

void TestSecretEdit::warnsOfNames()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    page.edit->setValue(azureReference);
    QVERIFY(page.notes().isEmpty());
    page.line("secretName")->setFocus();
    page.line("secretName")->end(false);
    QTest::keyClicks(page.line("secretName"), u"_"_s);
    QCOMPARE(page.notes(), QStringList{u"Names in Azure Key Vault have no \"_\"."_s});
    QCOMPARE(page.edit->value().value(u"secretName"_s).toString(), u"pw_"_s); // does not block
    QTest::keyClick(page.line("secretName"), Qt::Key_Backspace);
    QVERIFY(page.notes().isEmpty());
}

void TestSecretEdit::explainsTheProvider()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    QVERIFY(!page.says(u"not documented"_s));
    FormInput::choose(&page.window, u"password.secretType"_s, u"AWS Secrets Manager"_s);
    QVERIFY(page.says(u"not documented"_s));
    QVERIFY(page.says(u"Location (optional)"_s));
    FormInput::choose(&page.window, u"password.secretType"_s, u"Azure Key Vault"_s);
    QVERIFY(!page.says(u"not documented"_s));
    QVERIFY(page.says(u"Vault"_s));
}

// The button beside it comes when the editor folds, and takes no room from the reference.
void TestSecretEdit::aLongReferenceIsShownWhole()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    page.window.resize(2400, 400);
    page.edit->setFoldable();
    page.edit->setValue({{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                         {u"secretName"_s, u"prod/ab-"_s.repeated(16)}});
    QVERIFY(!page.line("secretName")->isVisible());
    QTRY_VERIFY(page.chips()->width() >= page.chips()->sizeHint().width());
}

void TestSecretEdit::foldsToOneLine()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    page.edit->setFoldable();
    QVERIFY(page.line("secretName")->isVisible()); // there is nothing to show in one line
    page.edit->setValue(azureReference);
    QVERIFY(!page.line("secretName")->isVisible());
    QCOMPARE(page.chips()->text(), u"Azure Key Vault › vault › pw"_s);
    QCOMPARE(page.chips()->accessibleName(), u"Password: Azure Key Vault › vault › pw"_s);

    QTest::mouseClick(page.chips(), Qt::LeftButton, {}, QPoint(20, page.chips()->height() / 2));
    QVERIFY(page.line("secretName")->isVisible());
    auto *provider = page.find<QComboBox>("secretType");
    QVERIFY(provider->hasFocus());
    // Left with the keyboard it is one line again.
    for (const auto next : {"secretLocation", "secretName", "secretKey", "menu"}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY2(page.find<QWidget>(next)->hasFocus(), next);
        QVERIFY(page.line("secretName")->isVisible());
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(page.after->hasFocus());
    QVERIFY(!page.line("secretName")->isVisible());
    QTest::keyClick(page.after, Qt::Key_Tab, Qt::ShiftModifier);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(page.chips()->hasFocus()); // reached, not opened
    QVERIFY(!page.line("secretName")->isVisible());
}

void TestSecretEdit::opensWithKeysAndProblems()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    page.edit->setFoldable();
    page.edit->setValue(azureReference);
    page.chips()->setFocus(Qt::TabFocusReason);
    QTest::keyClick(page.chips(), Qt::Key_F2);
    QVERIFY(page.line("secretName")->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!page.line("secretName")->isVisible());
    QVERIFY(page.chips()->hasFocus());
    QTest::keyClick(page.chips(), Qt::Key_Return);
    QVERIFY(page.line("secretName")->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);

    page.edit->showProblem(SecretEdit::Name, u"must not be empty"_s);
    QVERIFY(page.line("secretName")->isVisible());
    QCOMPARE(page.line("secretName")->accessibleDescription(), u"must not be empty"_s);
    page.line("secretName")->setFocus();
    QTest::keyClick(page.line("secretName"), Qt::Key_Escape); // still to be read
    QVERIFY(page.line("secretName")->isVisible());
    page.edit->showProblem(SecretEdit::Name, {});
    QTest::keyClick(page.line("secretName"), Qt::Key_Escape);
    QVERIFY(!page.line("secretName")->isVisible());
    // A search for problems brings the focus.
    page.after->setFocus();
    page.edit->setFocus(Qt::OtherFocusReason);
    QVERIFY(page.line("secretName")->isVisible());
    QVERIFY(page.edit->isAncestorOf(QApplication::focusWidget()));
}

void TestSecretEdit::placeholdersOfAnEmptyOne()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    for (const auto part :
         {SecretEdit::Provider, SecretEdit::Location, SecretEdit::Name, SecretEdit::Key})
        page.edit->setPlaceholder(part, u"unchanged"_s);
    page.edit->setEmptyText({});
    QCOMPARE(page.find<QComboBox>("secretType")->currentText(), u"unchanged"_s);
    QCOMPARE(page.line("secretKey")->placeholderText(), u"unchanged"_s);
    QVERIFY(!page.chips()->isVisible());
    QVERIFY(page.edit->value().isEmpty());
}

void TestSecretEdit::aVaultGoesWithItsProvider()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    FormInput::type(&page.window, u"password.secretLocation"_s, u"vault"_s);
    FormInput::choose(&page.window, u"password.secretType"_s, u"Azure Key Vault"_s);
    QCOMPARE(page.edit->value().value(u"secretLocation"_s).toString(), u"vault"_s);
    FormInput::type(&page.window, u"password.secretName"_s, u"pw"_s);
    QCOMPARE(page.edit->value(), azureReference);
    auto *provider = page.find<QComboBox>("secretType");
    provider->setFocus();
    QTest::keyClick(provider, Qt::Key_Up);
    QCOMPARE(provider->currentText(), u"AWS Secrets Manager"_s);
    QCOMPARE(page.edit->value(), (QJsonObject{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                                              {u"secretName"_s, u"pw"_s}}));
    QCOMPARE(page.line("secretLocation")->text(), QString());
    QTest::keyClick(provider, Qt::Key_Down);
    QCOMPARE(page.edit->value(), azureReference);
}

void TestSecretEdit::providersAreShownWhole()
{
    const QFont former = QApplication::font();
    QFont wide = former;
    wide.setStretch(QFont::Expanded);
    QApplication::setFont(wide);
    SecretWindow page;
    QVERIFY(page.isReady());
    auto *provider = page.find<QComboBox>("secretType");
    QVERIFY(provider->sizeHint().width() > 172); // or this says nothing
    QVERIFY(provider->width() >= provider->sizeHint().width());
    QApplication::setFont(former);
}

void TestSecretEdit::theToolTipSaysWhatIsThere()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    const QString name = u"a & b <b>bold</b> &amp; "_s + QString(200, u'c');
    page.edit->setValue({{u"secretType"_s, u"AZURE_KEY_VAULT"_s}, {u"secretName"_s, name}});
    QHelpEvent event(QEvent::ToolTip, {5, 5}, page.chips()->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(page.chips(), &event);
    QVERIFY(QToolTip::isVisible());
    // Plain text, with places to break a line.
    QCOMPARE(QToolTip::text().remove(QChar(0x200B)),
             page.chips()->text().replace(u"Azure Key Vault"_s, u"AZURE_KEY_VAULT"_s));
}

// While the parts are open, the line says the same as they do, and a press would do nothing.
void TestSecretEdit::assistiveTechnologyIsOfferedWhatWorks()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    page.edit->setFoldable();
    page.edit->setValue(azureReference);
    QAccessibleInterface *line = QAccessible::queryAccessibleInterface(page.chips());
    const QString press = QAccessibleActionInterface::pressAction();
    QCOMPARE(line->role(), QAccessible::Button);
    QVERIFY(line->text(QAccessible::Name).startsWith(u"Password: Azure Key Vault"_s));
    QVERIFY(line->actionInterface()->actionNames().contains(press));
    line->actionInterface()->doAction(press);
    QVERIFY(page.line("secretName")->isVisible());
    QCOMPARE(line->role(), QAccessible::StaticText);
    QVERIFY(!line->actionInterface()->actionNames().contains(press));
}

SLUICE_TEST(TestSecretEdit, Widgets)
#include "tst_secretedit.moc"
