// SPDX-License-Identifier: Apache-2.0
#include "tests/support/testprogram.h"
#include "ui/widgets/clipboard.h"

#include <QAccessible>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace Sluice;

namespace {

// What a screen reader reads of the widget. Qt tells it of each change by itself, but not on the
// platform of the tests.
QString spokenDescription(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Description);
}

// Lets the moment pass for which a copy is told of, sooner than it would by itself.
void letTheMomentPass(QWidget *widget)
{
    auto *timer = widget->findChild<QTimer *>(u"spokenCopy"_s, Qt::FindDirectChildrenOnly);
    QVERIFY(timer && timer->isActive());
    QCOMPARE(timer->interval(), 2000); // a screen reader has time to read it out
    timer->start(0);
}

} // namespace

// That something was copied is said to eyes and to ears.
class TestClipboard final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCopyIsHeardForAMoment();
    void aSecondCopyKeepsTheDescription();
    void otherWordsAreHeardToo();
    void aButtonMayGoMeanwhile();
};

void TestClipboard::aCopyIsHeardForAMoment()
{
    QPushButton button(u"Copy"_s);
    button.setAccessibleDescription(u"Copies the id"_s);
    button.show();
    copyToClipboard(u"id"_s, &button);
    QCOMPARE(spokenDescription(&button), u"Copied"_s);
    letTheMomentPass(&button);
    QTRY_COMPARE(spokenDescription(&button), u"Copies the id"_s);
    copyToClipboard(u"id"_s, &button);
    QCOMPARE(spokenDescription(&button), u"Copied"_s);
}

void TestClipboard::aSecondCopyKeepsTheDescription()
{
    QPushButton button(u"Copy"_s);
    button.setAccessibleDescription(u"Copies the id"_s);
    button.show();
    copyToClipboard(u"id"_s, &button);
    copyToClipboard(u"id"_s, &button);
    QCOMPARE(spokenDescription(&button), u"Copied"_s);
    letTheMomentPass(&button);
    QTRY_COMPARE(spokenDescription(&button), u"Copies the id"_s);
}

void TestClipboard::otherWordsAreHeardToo()
{
    QPushButton button(u"Save"_s);
    button.setAccessibleDescription(u"Saves it"_s);
    button.show();
    copyToClipboard(u"id"_s, &button);
    sayDone(u"Saved"_s, &button);
    QCOMPARE(spokenDescription(&button), u"Saved"_s);
    QTRY_COMPARE(spokenDescription(&button), u"Saves it"_s);
}

void TestClipboard::aButtonMayGoMeanwhile()
{
    auto *button = new QPushButton(u"Copy"_s);
    button->show();
    copyToClipboard(u"id"_s, button);
    delete button;
    QPushButton other(u"Copy"_s);
    other.show();
    copyToClipboard(u"id"_s, &other);
    letTheMomentPass(&other);
    QTRY_COMPARE(other.accessibleDescription(), QString());
}

SLUICE_TEST(TestClipboard, Widgets)
#include "tst_clipboard.moc"
