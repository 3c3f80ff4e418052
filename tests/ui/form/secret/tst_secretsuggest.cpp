// SPDX-License-Identifier: Apache-2.0
#include "models/definition/definitionpath.h"
#include "tests/support/editorfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/guidedefinition.h"
#include "tests/support/testprogram.h"
#include "ui/wizard/pipelinewizard.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

const QString password = u"streamingSource.connection.password"_s;
const QString ownText = u"Azure Key Vault › streaming-key-vault › sqlserver-password"_s;
const QString otherText = u"Azure Key Vault › other-vault › crm-password › main"_s;

QJsonObject otherReference()
{
    return {{u"secretType"_s, u"AZURE_KEY_VAULT"_s},
            {u"secretLocation"_s, u"other-vault"_s},
            {u"secretName"_s, u"crm-password"_s},
            {u"secretKey"_s, u"main"_s}};
}

QStringList offered()
{
    const auto *list = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
    QStringList texts;
    for (int row = 0; list && row < list->model()->rowCount(); ++row)
        texts.append(list->model()->index(row, 0).data().toString());
    return texts;
}

} // namespace

// References that the account uses already: offered where one is entered, and who uses them.
class TestSecretSuggest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<EditorStage> m_stage;

    QJsonObject mine() const
    {
        return DefinitionPath::fromText(password)
            .valueIn(m_stage->editor()->document()->mine())
            .toObject();
    }

    QLineEdit *openName()
    {
        m_stage->click(password + u".chips"_s);
        auto *name = m_stage->find<QLineEdit>(password + u".secretName"_s);
        if (name)
            name->setFocus();
        return name;
    }

private Q_SLOTS:

    void init()
    {
        m_stage = std::make_unique<EditorStage>();
        QVERIFY(m_stage->begin().isValid());
        QJsonObject definition = guideDefinition();
        DefinitionPath::fromText(password).setIn(definition, otherReference());
        QVERIFY(m_stage->create(u"crm"_s, definition).isValid());
        m_stage->activate();
    }

    void cleanup() { m_stage.reset(); }

    void oneIsTakenWholeByTheKeyboard_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifier>("modifier");
        QTest::newRow("Alt+Down") << int(Qt::Key_Down) << Qt::AltModifier;
        QTest::newRow("Down") << int(Qt::Key_Down) << Qt::NoModifier;
        QTest::newRow("F4") << int(Qt::Key_F4) << Qt::NoModifier;
    }

    void oneIsTakenWholeByTheKeyboard()
    {
        QFETCH(const int, key);
        QFETCH(const Qt::KeyboardModifier, modifier);
        QLineEdit *name = openName();
        QVERIFY(name);
        const QJsonObject before = mine();
        QTest::keyClick(name, Qt::Key(key), modifier);
        QTRY_VERIFY(QApplication::activePopupWidget());
        // What both pipelines use, then the passwords.
        const QStringList all = offered();
        QCOMPARE(all.size(), 4);
        QCOMPARE(all.filter(u"private-key"_s), all.mid(0, 2));
        QCOMPARE(all.mid(2), (QStringList{otherText, ownText}));
        for (int row = 0; row < 3; ++row)
            QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QCOMPARE(mine(), otherReference());
        QCOMPARE(name->text(), u"crm-password"_s);
        m_stage->press(QKeySequence::Undo); // all of it in one step
        QCOMPARE(mine(), before);
        QVERIFY(!m_stage->editor()->document()->isDirty());
    }

    void typingShortensTheList()
    {
        QLineEdit *name = openName();
        QVERIFY(name);
        name->selectAll();
        QTest::keyClicks(name, u"CRM-"_s);
        QTRY_COMPARE(offered(), QStringList{otherText});
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!QApplication::activePopupWidget());
        QCOMPARE(name->text(), u"CRM-"_s); // what is typed stays what it is
        QCOMPARE(mine().value(u"secretName"_s).toString(), u"CRM-"_s);
        QTest::keyClicks(name, u"x"_s);
        QVERIFY(!QApplication::activePopupWidget());
    }

    void pastedWholeItIsOneStepToUndo()
    {
        QVERIFY(openName());
        const QJsonObject before = mine();
        FormInput::paste(m_stage->editor(), password + u".secretName"_s, otherText);
        QCOMPARE(mine(), otherReference());
        m_stage->press(QKeySequence::Undo);
        QCOMPARE(mine(), before);
    }

    void usersAreCountedAndListed()
    {
        auto *users = m_stage->find<QAbstractButton>(password + u".users"_s);
        QVERIFY(users);
        QCOMPARE(users->text(), u"used by 1"_s);
        QVERIFY(m_stage->create(u"second"_s).isValid());
        QTRY_COMPARE(users->text(), u"used by 2"_s);
        users->setFocus(Qt::TabFocusReason);
        QTest::keyClick(users, Qt::Key_Return);
        auto *dialog = m_stage->find<QDialog>(u"secretUsersDialog"_s);
        QVERIFY(dialog);
        const auto *table = dialog->findChild<QAbstractItemView *>(u"secretUsersTable"_s);
        QCOMPARE(table->model()->rowCount(), 2);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_stage->find<QDialog>(u"secretUsersDialog"_s));

        m_stage->activate();
        QLineEdit *name = openName();
        name->end(false);
        QTest::keyClicks(name, u"-v2"_s);
        QCOMPARE(users->text(), u"used by 0, new"_s);
        QVERIFY(!users->isEnabled());
    }

    void ofAnUnfinishedOneNoUsersAreSaid()
    {
        auto *users = m_stage->find<QAbstractButton>(password + u".users"_s);
        QVERIFY(users);
        QVERIFY(openName());
        FormInput::type(m_stage->editor(), password + u".secretLocation"_s, {});
        QVERIFY(!users->isVisible());
        FormInput::type(m_stage->editor(), password + u".secretLocation"_s, u"new-vault"_s);
        QVERIFY(users->isVisible());
        FormInput::type(m_stage->editor(), password + u".secretName"_s, {});
        QVERIFY(!users->isVisible());
    }

    void aVaultComesBackByUndo()
    {
        QVERIFY(openName());
        const QJsonObject before = mine();
        auto *provider = m_stage->find<QComboBox>(password + u".secretType"_s);
        provider->setFocus();
        QTest::keyClick(provider, Qt::Key_Up);
        QVERIFY(!mine().contains(u"secretLocation"_s));
        m_stage->press(QKeySequence::Undo);
        QCOMPARE(mine(), before);
    }

    void theWizardSuggestsToo()
    {
        QVERIFY(m_stage->f.trigger(u"newPipelineAction"_s));
        auto *wizard = m_stage->find<PipelineWizard>({});
        QVERIFY(wizard);
        // The platform of the tests may still give the focus to the window below.
        QTRY_VERIFY(wizard->isVisible());
        wizard->activateWindow();
        QTRY_VERIFY(wizard->isActiveWindow());
        wizard->form()->setValue(u"streamingSource.type"_s, u"sqlserver"_s);
        wizard->showPage(WizardPages::SourceConnection);
        auto *vault = FormInput::find<QLineEdit>(wizard, password + u".secretLocation"_s);
        QVERIFY(vault);
        vault->setFocus();
        QTest::keyClicks(vault, u"other"_s);
        QTRY_COMPARE(offered(), QStringList{otherText});
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QCOMPARE(wizard->form()->value(password).toObject(), otherReference());
        wizard->close();
    }
};

SLUICE_TEST(TestSecretSuggest, Widgets)
#include "tst_secretsuggest.moc"
