// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/widgets/calmcombobox.h"
#include "ui/widgets/textfocus.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace Sluice;

// What the menu Edit works on.
class TestTextFocus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBoxWithAnEntryIsAText();
    void theEndOfATextIsTold();
};

void TestTextFocus::aBoxWithAnEntryIsAText()
{
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *list = new CalmComboBox(&window);
    auto *entry = new CalmComboBox(&window);
    entry->setEditable(true);
    layout->addWidget(list);
    layout->addWidget(entry);
    TextFocus text(&window);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    list->setFocus();
    QVERIFY(!text.isInText());
    entry->lineEdit()->setFocus();
    QCOMPARE(QApplication::focusWidget(), entry); // it is the proxy
    QVERIFY(text.isInText());
    QVERIFY(!text.isReadOnly());
    QGuiApplication::clipboard()->setText(u"runner-7"_s);
    text.paste();
    QCOMPARE(entry->currentText(), u"runner-7"_s);
    text.selectAll();
    QVERIFY(text.hasSelection());
    text.cut();
    QCOMPARE(entry->currentText(), QString());
}

void TestTextFocus::theEndOfATextIsTold()
{
    QWidget window;
    auto *edit = new QLineEdit(&window);
    TextFocus text(&window);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    edit->setFocus();
    QVERIFY(text.isInText());
    const QSignalSpy changed(&text, &TextFocus::changed);
    delete edit;
    QVERIFY(!text.isInText());
    QCOMPARE(changed.size(), 1);
}

SLUICE_TEST(TestTextFocus, Widgets)
#include "tst_textfocus.moc"
