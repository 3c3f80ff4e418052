// SPDX-License-Identifier: Apache-2.0
#include "tests/support/formfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/testprogram.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

// A definition that says no more than its type and this reference.
QJsonObject withPassword(const QJsonObject &reference)
{
    return {{u"streamingSource"_s,
             QJsonObject{{u"type"_s, u"sqlserver"_s},
                         {u"connection"_s, QJsonObject{{u"password"_s, reference}}}}}};
}

} // namespace

// A reference to a secret: what it takes, and what it never lets in.
class TestSecretField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secretItselfIsRefused_data();
    void secretItselfIsRefused();
    void refusalGoesWhenTheFieldIsCleared();
    void longNamesShowTheirStartOnceLeft();
    void typedSecretLeavesNothingBehind();
    void restOfATypedSecretIsRefused();
    void unknownPartsOfAReferenceStay();
    void theServersWordsOpenThePart();
    void beginsWithTheProviderOfTheOthers();
};

void TestSecretField::secretItselfIsRefused_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("secret");
    const QString key = u"-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----"_s;
    QTest::newRow("key as a name") << u".secretName"_s << key;
    QTest::newRow("key as a location") << u".secretLocation"_s << key;
    QTest::newRow("connection string as a key")
        << u".secretKey"_s << u"Server=db;User Id=sa;Password=hunter2"_s;
}

void TestSecretField::secretItselfIsRefused()
{
    QFETCH(const QString, part);
    QFETCH(const QString, secret);
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString path = connection + u"password"_s;
    FormInput::type(&page.window, path + part, u"pw-name"_s);
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::SelectAll);
    FormInput::paste(&page.window, path + part, secret);
    QCOMPARE(page.form.value(path + part).toString(), u"pw-name"_s);
    QCOMPARE(FormInput::find<QLineEdit>(&page.window, path + part)->text(), u"pw-name"_s);
    const auto refusals = [&] { return page.notes(path).filter(u"a secret itself"_s); };
    QCOMPARE(refusals().size(), 1);
    QVERIFY(!refusals().constFirst().contains(secret));
    // Typing a name takes the words away again.
    QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
    QVERIFY(refusals().isEmpty());
}

void TestSecretField::refusalGoesWhenTheFieldIsCleared()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString path = connection + u"password"_s;
    FormInput::type(&page.window, path + u".secretName"_s, u"pw"_s);
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::SelectAll);
    FormInput::paste(&page.window, path + u".secretName"_s, u"-----BEGIN PRIVATE KEY-----"_s);
    QCOMPARE(page.notes(path).filter(u"a secret itself"_s).size(), 1);
    FormInput::type(&page.window, path + u".secretName"_s, {});
    QVERIFY(page.notes(path).isEmpty());
    QVERIFY(page.form.value(path).isUndefined());
}

void TestSecretField::longNamesShowTheirStartOnceLeft()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString path = connection + u"password.secretName"_s;
    const QString name = u"prod/streaming/sqlserver-password-of-the-orders-database"_s;
    FormInput::type(&page.window, path, name);
    auto *edit = FormInput::find<QLineEdit>(&page.window, path);
    QCOMPARE(edit->cursorPosition(), name.size());
    QTest::keyClick(edit, Qt::Key_Return); // is still being edited
    QCOMPARE(edit->cursorPosition(), name.size());
    QTest::keyClick(edit, Qt::Key_Tab);
    QCOMPARE(edit->cursorPosition(), 0);
    QCOMPARE(edit->text(), name);
}

void TestSecretField::typedSecretLeavesNothingBehind()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString path = connection + u"password"_s;
    const QString secret = u"0123456789abcdef"_s.repeated(5);
    auto *name = FormInput::find<QLineEdit>(&page.window, path + u".secretName"_s);
    name->setFocus();
    for (int i = 0; i < secret.size() && page.notes(path).isEmpty(); ++i)
        QTest::keyClick(name, secret.at(i).toLatin1());
    QVERIFY(!page.notes(path).isEmpty());
    QVERIFY(name->text().isEmpty());
    QVERIFY(page.form.value(path).isUndefined());
}

void TestSecretField::restOfATypedSecretIsRefused()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString path = connection + u"password"_s;
    auto *name = FormInput::find<QLineEdit>(&page.window, path + u".secretName"_s);
    const auto refusals = [&] { return page.notes(path).filter(u"a secret itself"_s); };
    name->setFocus();
    QTest::keyClicks(name, u"-----BEGIN PRIVATE KEY-----MIIB"_s);
    QCOMPARE(name->text(), QString());
    QCOMPARE(refusals().size(), 1);
    QVERIFY(page.form.value(path).isUndefined());
    QTest::keySequence(name, QKeySequence::Undo);
    QCOMPARE(name->text(), QString());

    QTest::keyClick(name, Qt::Key_Backspace);
    QVERIFY(refusals().isEmpty());
    QTest::keyClicks(name, u"pw-name"_s);
    QCOMPARE(page.form.value(path + u".secretName"_s).toString(), u"pw-name"_s);

    QTest::keyClicks(name, u"-----BEGIN PR"_s);
    QTest::keyClick(name, Qt::Key_Tab);
    QCOMPARE(refusals().size(), 1); // still to be read
    QVERIFY(page.form.value(path).isUndefined());
    name->setFocus();
    QTest::keyClicks(name, u"pw"_s);
    QCOMPARE(page.form.value(path + u".secretName"_s).toString(), u"pw"_s);
    QVERIFY(refusals().isEmpty());
}

void TestSecretField::unknownPartsOfAReferenceStay()
{
    const QJsonObject reference{{u"secretType"_s, u"aws_secrets_manager"_s},
                                {u"secretName"_s, u"a"_s},
                                {u"versionStage"_s, u"AWSCURRENT"_s}};
    FormWindow page(Section::SourceConnection, withPassword(reference));
    QVERIFY(page.isReady());
    const QString path = connection + u"password"_s;
    FormInput::click(&page.window, path + u".chips"_s);
    QCOMPARE(FormInput::find<QComboBox>(&page.window, path + u".secretType"_s)->currentText(),
             u"AWS Secrets Manager"_s);
    FormInput::type(&page.window, path + u".secretName"_s, u"b"_s);
    QJsonObject expected = reference;
    expected[u"secretName"_s] = u"b"_s;
    QCOMPARE(page.form.value(path).toObject(), expected);
}

void TestSecretField::theServersWordsOpenThePart()
{
    const QJsonObject reference{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s},
                                {u"secretName"_s, u"a"_s}};
    FormWindow page(Section::SourceConnection, withPassword(reference));
    QVERIFY(page.isReady());
    const QString path = connection + u"password"_s;
    QVERIFY(!FormInput::find(&page.window, path + u".secretName"_s));
    page.after->setFocus();
    page.form.setServerErrors({{path + u".secretName"_s, u"is not known"_s}});
    auto *name = FormInput::find<QLineEdit>(&page.window, path + u".secretName"_s);
    QVERIFY(name);
    QCOMPARE(name->accessibleDescription(), u"is not known"_s);
    QVERIFY(page.view->focusField(path));
    QVERIFY(name->hasFocus());
    // A problem of another field leaves the line folded, and the search for one opens it.
    page.form.clearServerErrors();
    page.after->setFocus();
    QTest::keyClick(page.after, Qt::Key_Tab, Qt::ShiftModifier);
    QVERIFY(page.view->focusField(path));
    QVERIFY(FormInput::find(&page.window, path + u".secretType"_s)->hasFocus());
}

// The provider is shown at once, but the definition has it only together with another part.
void TestSecretField::beginsWithTheProviderOfTheOthers()
{
    FormWindow page(Section::TargetConnection);
    page.form.setValue(u"streamingTarget.type"_s, u"snowflake"_s);
    QVERIFY(page.isReady());
    const QString key = u"streamingTarget.connection.authentication.privateKey"_s;
    const auto *provider = FormInput::find<QComboBox>(&page.window, key + u".secretType"_s);
    QCOMPARE(provider->currentData().toString(), QString());
    const QJsonObject before = page.form.definition();
    QVERIFY(page.form.setData(
        page.form.indexOf(connection + u"password"_s),
        QVariant::fromValue(QJsonValue(
            QJsonObject{{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s}, {u"secretName"_s, u"pw"_s}})),
        FormModel::ValueRole));
    QTRY_COMPARE(provider->currentData().toString(), u"AWS_SECRETS_MANAGER"_s);
    QVERIFY(page.form.value(key).isUndefined());
    FormInput::type(&page.window, key + u".secretName"_s, u"k"_s);
    QCOMPARE(page.form.value(key).toObject(),
             QJsonObject({{u"secretType"_s, u"AWS_SECRETS_MANAGER"_s}, {u"secretName"_s, u"k"_s}}));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QVERIFY(page.form.value(key).toObject().value(u"secretName"_s).toString().isEmpty());
    QVERIFY(before != page.form.definition()); // the password is there
}

SLUICE_TEST(TestSecretField, Widgets)
#include "tst_secretfield.moc"
