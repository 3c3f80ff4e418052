// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/widgets/calmcombobox.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Sluice;

// The combo box of the forms: its keys, and the label that tells screen readers its name.
class TestCalmComboBox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEntryIsCopiedAndPasted();
    void aListLeavesTheKeysToItsParent();
    void theHiddenLabelGoesWithTheBox();
    void theHiddenLabelFollowsTheBox();
};

// The box is the focus proxy of its line: all keys come through it.
void TestCalmComboBox::anEntryIsCopiedAndPasted()
{
    CalmComboBox box;
    box.setEditable(true);
    box.show();
    box.setEditText(u"runner-7"_s);
    box.lineEdit()->selectAll();
    QTest::keyClick(&box, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"runner-7"_s);
    box.setEditText({});
    QTest::keyClick(&box, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(box.currentText(), u"runner-7"_s);
}

void TestCalmComboBox::aListLeavesTheKeysToItsParent()
{
    CalmComboBox box;
    box.addItems({u"alpha"_s, u"copper"_s, u"vanadium"_s});
    box.show();
    QTest::keyClick(&box, Qt::Key_C, Qt::ControlModifier);
    QTest::keyClick(&box, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(box.currentText(), u"alpha"_s);
}

void TestCalmComboBox::theHiddenLabelGoesWithTheBox()
{
    QWidget page;
    auto *box = new CalmComboBox(&page);
    box->setAccessibleName(u"Runner"_s);
    page.show();
    QCOMPARE(page.findChildren<QLabel *>().size(), 1);
    delete box;
    QVERIFY(page.findChildren<QLabel *>().isEmpty());
}

void TestCalmComboBox::theHiddenLabelFollowsTheBox()
{
    auto *first = new QWidget;
    auto *box = new CalmComboBox(first);
    box->setAccessibleName(u"Runner"_s);
    first->show();
    const QPointer<QLabel> old = first->findChild<QLabel *>();
    QVERIFY(old);
    QWidget second;
    second.show();
    box->setParent(&second);
    QVERIFY(!old);
    delete first;
    box->show();
    const auto *label = second.findChild<QLabel *>();
    QVERIFY(label);
    QCOMPARE(label->text(), u"Runner"_s);
    QCOMPARE(label->buddy(), box);
    QVERIFY(!label->isVisible());
}

SLUICE_TEST(TestCalmComboBox, Widgets)
#include "tst_calmcombobox.moc"
