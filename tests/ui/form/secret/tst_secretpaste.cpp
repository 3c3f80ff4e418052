// SPDX-License-Identifier: Apache-2.0
#include "tests/support/forminput.h"
#include "tests/support/secretfixture.h"
#include "tests/support/testprogram.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QMimeData>
#include <QPointer>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// What gets into the editor of a reference from elsewhere, and what does not.
class TestSecretPaste : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pastesWholeReferences_data();
    void pastesWholeReferences();
    void pastedNamesGoWhereTheCursorIs();
    void otherWaysInAreGuarded();
    void theContextMenuIsGuarded();
    void theMenuMayOutliveTheLine();
    void aWholeReferenceEndsARefusal();
    void aClickEndsARefusal();
    void theProviderLetsPaste();
    void theLineNeverHoldsIt();
    void saysWhatAPasteLeavesOut();
    void copiesPastesAndClears();
    void aDoubtIsAskedOnce_data();
    void aDoubtIsAskedOnce();
    void aDoubtTypedKeyByKey();
    void aKnownNameIsEditedWithoutAsking();
    void addressesAreNotDoubted();
    void aSureSignIsNoDoubt();
};

void TestSecretPaste::pastesWholeReferences_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonObject>("expected");
    QTest::newRow("parts") << u"secretName"_s << u"AZURE_KEY_VAULT › vault › pw"_s
                           << azureReference;
    QTest::newRow("address") << u"secretLocation"_s
                             << u" https://vault.vault.azure.net/secrets/pw\n"_s << azureReference;
    QTest::newRow("JSON") << u"secretKey"_s
                          << u"{\"secretType\": \"AZURE_KEY_VAULT\",\n \"secretName\": \"pw\",\n "
                             "\"secretLocation\": \"vault\"}"_s
                          << azureReference;
    QTest::newRow("ARN") << u"secretName"_s
                         << u"arn:aws:secretsmanager:eu-west-1:1234:secret:prod/pw-AbCdEf"_s
                         << QJsonObject{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                                        {u"secretName"_s, u"prod/pw"_s}};
    QTest::newRow("Google") << u"secretName"_s << u"projects/1234/secrets/pw/versions/latest"_s
                            << QJsonObject{{u"secretType"_s, u"GOOGLE_SECRET_MANAGER"_s},
                                           {u"secretName"_s, u"pw"_s}};
}

void TestSecretPaste::pastesWholeReferences()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    QFETCH(const QString, part);
    QFETCH(const QString, text);
    QFETCH(QJsonObject, expected);
    // What was there goes, but for keys that are no parts.
    page.edit->setValue({{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                         {u"secretLocation"_s, u"l"_s},
                         {u"secretKey"_s, u"k"_s},
                         {u"x-new"_s, 1}});
    expected.insert(u"x-new"_s, 1);
    const QSignalSpy edits(page.edit, &SecretEdit::edited);
    FormInput::paste(&page.window, u"password."_s + part, text);
    QCOMPARE(page.edit->value(), expected);
    QCOMPARE(edits.size(), 1); // one step to undo
    QVERIFY(page.notes().isEmpty());
}

void TestSecretPaste::pastedNamesGoWhereTheCursorIs()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    page.edit->setValue(azureReference);
    page.line("secretName")->setFocus();
    page.line("secretName")->setCursorPosition(0);
    FormInput::paste(&page.window, u"password.secretName"_s, u"sqlserver-\n"_s);
    QCOMPARE(page.line("secretName")->text(), u"sqlserver-pw"_s);
    QCOMPARE(page.edit->value().value(u"secretName"_s).toString(), u"sqlserver-pw"_s);
}

void TestSecretPaste::otherWaysInAreGuarded()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    const QString secret = u"postgres://sa:hunter2@db/orders"_s;
    page.edit->setValue(azureReference);
    QLineEdit *name = page.line("secretName");

    QMimeData dropped;
    dropped.setText(secret);
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    name->event(&drop);
    QCOMPARE(name->text(), u"pw"_s);
    QCOMPARE(page.notes().filter(u"a secret itself"_s).size(), 1);

    QInputMethodEvent typed;
    typed.setCommitString(secret);
    QApplication::sendEvent(name, &typed);
    QCOMPARE(name->text(), u"pw"_s);

    QApplication::clipboard()->setText(secret);
    page.trigger("paste");
    QCOMPARE(page.edit->value(), azureReference);
    QVERIFY(!name->isUndoAvailable());
    QVERIFY(page.notes().filter(secret).isEmpty());
    QVERIFY(page.notes().constFirst().contains(u"az keyvault secret set"_s));
    page.edit->setValue({{u"secretName"_s, u"before"_s}}); // an undo
    QVERIFY(page.notes().isEmpty());
}

void TestSecretPaste::theContextMenuIsGuarded()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    page.edit->setValue(azureReference);
    QLineEdit *name = page.line("secretName");
    const QSignalSpy changed(name, &QLineEdit::textChanged);
    for (const int place : {0, 1, 2}) { // a name stays, wherever the cursor stands in it
        name->setFocus();
        name->setCursorPosition(place);
        page.pasteByMenu("secretName", u"postgres://sa:hunter2@db/orders"_s);
        QCOMPARE(name->text(), u"pw"_s);
        QCOMPARE(page.edit->value(), azureReference);
        QCOMPARE(page.notes().filter(u"a secret itself"_s).size(), 1);
    }
    QCOMPARE(changed.size(), 0);
    name->setCursorPosition(2);
    page.pasteByMenu("secretName", u" -v2\n"_s);
    QCOMPARE(name->text(), u"pw-v2"_s);
    page.pasteByMenu("secretName", u"https://other.vault.azure.net/secrets/crm"_s);
    QJsonObject expected = azureReference;
    expected[u"secretLocation"_s] = u"other"_s;
    expected[u"secretName"_s] = u"crm"_s;
    QCOMPARE(page.edit->value(), expected);

    QMenu *menu = page.openMenu("secretName");
    QVERIFY(menu);
    const QList<QAction *> actions = menu->actions();
    for (const QAction *action : actions) // all of them act on the line
        QVERIFY(action->isSeparator() || action->text().contains(u'\t'));
    menu->close();
    QTRY_VERIFY(!page.line("secretName")->findChild<QMenu *>()); // none is left behind
}

// An account goes, say, and its editor with it.
void TestSecretPaste::theMenuMayOutliveTheLine()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    const QPointer<QMenu> menu = page.openMenu("secretName");
    QVERIFY(menu && menu->isVisible());
    delete page.edit;
    QVERIFY(!menu);
}

void TestSecretPaste::aWholeReferenceEndsARefusal()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    QLineEdit *key = page.line("secretKey");
    key->setFocus();
    QTest::keyClicks(key, u"-----BEGIN PRI"_s);
    QCOMPARE(page.notes().filter(u"a secret itself"_s).size(), 1);
    FormInput::paste(&page.window, u"password.secretKey"_s,
                     u"arn:aws:secretsmanager:eu-west-1:1234:secret:prod/pw-AbCdEf"_s);
    QVERIFY(page.notes().isEmpty());
    QTest::keyClicks(key, u"main"_s);
    QCOMPARE(key->text(), u"main"_s);
    QCOMPARE(page.edit->value().value(u"secretKey"_s).toString(), u"main"_s);
}

void TestSecretPaste::aClickEndsARefusal()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    QLineEdit *name = page.line("secretName");
    name->setFocus();
    QTest::keyClicks(name, u"-----BEGIN PRI"_s);
    QVERIFY(name->text().isEmpty());
    QTest::mouseClick(name, Qt::LeftButton);
    QVERIFY(page.notes().isEmpty());
    QTest::keyClicks(name, u"pw"_s);
    QCOMPARE(page.edit->value().value(u"secretName"_s).toString(), u"pw"_s);
}

// The focus is there when the parts are opened.
void TestSecretPaste::theProviderLetsPaste()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    auto *provider = FormInput::find<QComboBox>(&page.window, u"password.secretType"_s);
    QVERIFY(provider);
    provider->setFocus();
    QApplication::clipboard()->setText(u"AWS_SECRETS_MANAGER › prod/db"_s);
    QTest::keySequence(provider, QKeySequence::Paste);
    QCOMPARE(page.edit->value().value(u"secretName"_s).toString(), u"prod/db"_s);
}

// Not for a moment: whoever follows the text, a screen reader for one, would have it.
void TestSecretPaste::theLineNeverHoldsIt()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    page.edit->setValue(azureReference);
    QStringList held;
    connect(page.line("secretName"), &QLineEdit::textChanged, this,
            [&held](const QString &text) { held.append(text); });
    FormInput::paste(&page.window, u"password.secretName"_s, u"postgres://sa:hunter2@db/orders"_s);
    QCOMPARE(held, QStringList());
    page.line("secretName")->end(false);
    FormInput::paste(&page.window, u"password.secretName"_s, u"-v2"_s);
    QCOMPARE(held, QStringList{u"pw-v2"_s});
}

void TestSecretPaste::saysWhatAPasteLeavesOut()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    FormInput::paste(&page.window, u"password.secretName"_s,
                     u"https://vault.vault.azure.net/secrets/pw/0123456789"_s);
    QVERIFY(page.says(u"the version 0123456789"_s));
    FormInput::paste(&page.window, u"password.secretName"_s,
                     u"arn:aws:secretsmanager:eu-west-1:1234:secret:db-master"_s);
    QVERIFY(page.says(u"The name ends in -master."_s));
    FormInput::paste(&page.window, u"password.secretName"_s,
                     u"https://vault.vault.azure.net/secrets/pw/0123456789"_s);
    QVERIFY(!page.says(u"The name ends in"_s));
    QTest::keyClicks(page.line("secretName"), u"x"_s);
    QVERIFY(!page.says(u"the version 0123456789"_s));
}

void TestSecretPaste::copiesPastesAndClears()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    page.edit->setFoldable();
    page.edit->setValue(azureReference);
    page.chips()->setFocus(Qt::TabFocusReason);
    QTest::keySequence(page.chips(), QKeySequence::Copy);
    QCOMPARE(QApplication::clipboard()->text(), u"AZURE_KEY_VAULT › vault › pw"_s);
    QApplication::clipboard()->setText(u"AWS_SECRETS_MANAGER › prod/db"_s);
    QTest::keySequence(page.chips(), QKeySequence::Paste);
    QCOMPARE(page.chips()->text(), u"AWS Secrets Manager › prod/db"_s);
    QCOMPARE(page.chips()->toolTip(), u"AWS_SECRETS_MANAGER › prod/db"_s);
    page.trigger("copy");
    QCOMPARE(QApplication::clipboard()->text(), u"AWS_SECRETS_MANAGER › prod/db"_s);
    QApplication::clipboard()->setText(u"just a word"_s);
    page.trigger("paste");
    QCOMPARE(page.notes().filter(u"no reference"_s).size(), 1);
    QCOMPARE(page.edit->value().value(u"secretName"_s).toString(), u"prod/db"_s);

    auto *clear = page.find<QAction>("clear");
    Q_EMIT page.find<QMenu>("actions")->aboutToShow();
    QVERIFY(!clear->isVisible());
    page.edit->setClearable(true);
    const QSignalSpy edits(page.edit, &SecretEdit::edited);
    page.trigger("clear");
    QCOMPARE(page.edit->value(), QJsonObject());
    QCOMPARE(edits.size(), 1);
    QVERIFY(page.line("secretName")->isVisible());
}

void TestSecretPaste::aDoubtIsAskedOnce_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("text");
    const QString stack = u"DatabaseSecretA1B2C3D43fdaad7efa858a3daf9490cf0a702aeb-Zk3TqLw9XbVn"_s;
    QTest::newRow("a stack's name") << u"secretName"_s << stack;
    QTest::newRow("a hash") << u"secretName"_s << QString(u"3f9a"_s).repeated(32);
    QTest::newRow("as a location") << u"secretLocation"_s << QString(u"k7Xq2"_s).repeated(14);
    QTest::newRow("as a key") << u"secretKey"_s << QString(u"x9Kq"_s).repeated(20);
    QTest::newRow("an access key")
        << u"secretName"_s << u"x7Kq2mZp9Wv4TJ8rn3BD6hF5gc1LS0ya/Qe+uO2I"_s;
    QTest::newRow("base64")
        << u"secretName"_s
        << u"gnV3Aq0ZkXl2pTfYh8sWbM1cRDuEoJi5vNQ9xKyLgCt7HrUzPd4aSw6OmIeBjFtQ=="_s;
}

void TestSecretPaste::aDoubtIsAskedOnce()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    QFETCH(const QString, part);
    QFETCH(const QString, text);
    page.edit->setValue(azureReference);
    QLineEdit *line = page.line(qPrintable(part));
    const QString former = line->text();
    line->selectAll();
    FormInput::paste(&page.window, u"password."_s + part, text);
    QCOMPARE(line->text(), former); // nothing is taken yet
    QCOMPARE(page.edit->value(), azureReference);
    QCOMPARE(page.notes().size(), 1);
    QVERIFY(!page.notes().constFirst().contains(text));
    auto *use = page.window.findChild<QAbstractButton *>(u"noteAction"_s);
    QVERIFY(use && use->isVisible());
    QCOMPARE(use->text() == u"Use it as the name"_s, part == u"secretName"_s);
    const QSignalSpy edits(page.edit, &SecretEdit::edited);
    QTest::mouseClick(use, Qt::LeftButton);
    QCOMPARE(line->text(), text);
    QCOMPARE(page.edit->value().value(part).toString(), text);
    QCOMPARE(edits.size(), 1);
    QVERIFY(!use->isVisible());
    QVERIFY(page.notes().filter(u"a secret itself"_s).isEmpty());
    // It is a name from now on: it may be changed, and the other parts too.
    line->end(false);
    QTest::keyClick(line, Qt::Key_Backspace);
    QTest::keyClicks(line, u"ab"_s);
    QCOMPARE(line->text(), text.chopped(1) + u"ab"_s);
    QCOMPARE(page.edit->value().value(part).toString(), line->text());
    QVERIFY(page.notes().filter(u"a secret itself"_s).isEmpty());
    // Another one is asked about anew.
    line->selectAll();
    FormInput::paste(&page.window, u"password."_s + part, QString(u"b4Zw8"_s).repeated(20));
    QCOMPARE(page.notes().filter(u"a secret itself"_s).size(), 1);
}

void TestSecretPaste::aDoubtTypedKeyByKey()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    const QString name = u"DatabaseSecretA1B2C3D43fdaad7efa858a3daf9490cf0a702aeb-Zk3TqLw9XbVn"_s;
    QLineEdit *line = page.line("secretName");
    line->setFocus();
    QTest::keyClicks(line, name);
    QVERIFY(line->text().isEmpty());
    QVERIFY(page.edit->value().isEmpty());
    auto *use = page.window.findChild<QAbstractButton *>(u"noteAction"_s);
    QVERIFY(use && use->isVisible());
    use->setFocus();
    QVERIFY(use->isVisible());
    QTest::keyClick(use, Qt::Key_Return);
    QCOMPARE(line->text(), name);
    QCOMPARE(page.edit->value().value(u"secretName"_s).toString(), name);
    QVERIFY(line->hasFocus());
    // Who begins anew is done with it.
    page.edit->setValue({});
    QTest::keyClicks(line, name);
    QVERIFY(use->isVisible());
    QTest::keyClick(line, Qt::Key_Backspace);
    QVERIFY(!use->isVisible());
    QTest::keyClicks(line, u"pw"_s);
    QCOMPARE(page.edit->value().value(u"secretName"_s).toString(), u"pw"_s);
}

// What the server has is a name.
void TestSecretPaste::aKnownNameIsEditedWithoutAsking()
{
    SecretWindow page;
    QVERIFY(page.isReady());
    QJsonObject reference = azureReference;
    const QString name = QString(u"x9Kq"_s).repeated(20);
    reference[u"secretName"_s] = name;
    page.edit->setValue(reference);
    QLineEdit *line = page.line("secretName");
    QCOMPARE(line->text(), name);
    line->setFocus();
    line->end(false);
    QTest::keyClicks(line, u"-v2"_s);
    QCOMPARE(page.edit->value().value(u"secretName"_s).toString(), name + u"-v2"_s);
    FormInput::paste(&page.window, u"password.secretName"_s, u"-eu"_s);
    QCOMPARE(page.edit->value().value(u"secretName"_s).toString(), name + u"-v2-eu"_s);
    QVERIFY(page.notes().filter(u"a secret itself"_s).isEmpty());
    // Copied and pasted whole, it is asked about as anything that is typed.
    page.trigger("copy");
    page.edit->setValue({});
    page.trigger("paste");
    QVERIFY(page.edit->value().isEmpty());
    QTest::mouseClick(page.window.findChild<QAbstractButton *>(u"noteAction"_s), Qt::LeftButton);
    QCOMPARE(page.edit->value().value(u"secretName"_s).toString(), name + u"-v2-eu"_s);
}

void TestSecretPaste::addressesAreNotDoubted()
{
    const QString name = u"DatabaseSecretA1B2C3D43fdaad7efa858a3daf9490cf0a702aeb"_s;
    const QString random = u"-Zk3TqLw9XbVn8QpR2"_s;
    for (const QString &address :
         {u"arn:aws:secretsmanager:eu-west-1:123456789012:secret:%1"_s,
          u"https://kv1.vault.azure.net/secrets/%1"_s, u"kv1.vault.azure.net/secrets/%1"_s,
          u"projects/p/secrets/%1"_s, u"@Microsoft.KeyVault(VaultName=kv1;SecretName=%1)"_s,
          u"aws secretsmanager get-secret-value --secret-id %1"_s}) {
        SecretWindow page;
        QVERIFY(page.isReady());
        FormInput::paste(&page.window, u"password.secretName"_s, address.arg(name + random));
        QCOMPARE(page.edit->value().value(u"secretName"_s).toString(), name + random);
        QVERIFY(page.notes().filter(u"a secret itself"_s).isEmpty());
    }
}

void TestSecretPaste::aSureSignIsNoDoubt()
{
    for (const QString &secret :
         {u"-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----"_s,
          u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmN"_s,
          u"Server=db;User Id=sa;Password=hunter2"_s, u"postgres://u:hunter2@db/orders"_s,
          u"aws_secret_access_key=x7Kq2mZp9Wv4TJ8rn3BD6hF5gc1LS0ya/Qe+uO2I"_s,
          u"AWS_SECRETS_MANAGER › Server=db;Password=hunter2"_s,
          u"{\"password\": \"hunter2\"}"_s}) {
        SecretWindow page;
        QVERIFY(page.isReady());
        FormInput::paste(&page.window, u"password.secretName"_s, secret);
        QCOMPARE(page.notes().filter(u"a secret itself"_s).size(), 1);
        const auto *use = page.window.findChild<QAbstractButton *>(u"noteAction"_s);
        QVERIFY(!use || !use->isVisible());
        QVERIFY(page.edit->value().isEmpty());
    }
    // Typed on after a doubt, too.
    SecretWindow page;
    QVERIFY(page.isReady());
    QLineEdit *line = page.line("secretName");
    line->setFocus();
    QTest::keyClicks(line, QString(u"k7Xq2"_s).repeated(14) + u";Password=hunter2"_s);
    QVERIFY(!page.window.findChild<QAbstractButton *>(u"noteAction"_s)->isVisible());
    QVERIFY(line->text().isEmpty());
}

SLUICE_TEST(TestSecretPaste, Widgets)
#include "tst_secretpaste.moc"
