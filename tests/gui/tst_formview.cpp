// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/formfixture.h"
#include "tests/support/forminput.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The rows of a form: what they show, what typing does, where errors appear.
class TestFormView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatTheModelHas();
    void typingWritesAndKeepsTheCursor();
    void emptiedFieldsLeaveTheDefinition();
    void numbersAreDigitsAndIgnoreTheWheel();
    void marksAFieldOnlyWhenItIsLeft();
    void serverErrorsAppearAtTheirFields();
    void groupShowsItsOwnError();
    void followsTheChosenType();
    void unknownChoiceIsKept();
    void showsChangesOnlyWhenAsked();
};

void TestFormView::showsWhatTheModelHas()
{
    FormWindow page(Section::SourceConnection);
    page.form.setValue(connection + u"host"_s, u"db.example.com"_s);
    auto *host = FormInput::find<QLineEdit>(&page.window, connection + u"host"_s);
    QVERIFY(host);
    QCOMPARE(host->text(), u"db.example.com"_s);
    QCOMPARE(host->accessibleName(), u"Host"_s);
    QCOMPARE(FormInput::find<QLineEdit>(&page.window, connection + u"port"_s)->text(), u"1433"_s);
    const QList<QLabel *> labels = page.window.findChildren<QLabel *>();
    const auto label = std::find_if(labels.begin(), labels.end(),
                                    [&](const QLabel *l) { return l->buddy() == host; });
    QVERIFY(label != labels.end());
    QCOMPARE((*label)->text(), u"Host *"_s);
    QCOMPARE((*label)->toolTip(), connection + u"host"_s);
}

void TestFormView::typingWritesAndKeepsTheCursor()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    FormInput::type(&page.window, connection + u"host"_s, u"dbexample"_s);
    auto *host = FormInput::find<QLineEdit>(&page.window, connection + u"host"_s);
    host->setCursorPosition(2);
    QTest::keyClicks(host, u"."_s);
    QCOMPARE(page.form.value(connection + u"host"_s).toString(), u"db.example"_s);
    QCOMPARE(host->cursorPosition(), 3);
}

void TestFormView::emptiedFieldsLeaveTheDefinition()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    const QJsonObject before = page.form.definition();
    FormInput::type(&page.window, connection + u"host"_s, u"x"_s);
    QVERIFY(page.form.definition() != before);
    FormInput::type(&page.window, connection + u"host"_s, {});
    QCOMPARE(page.form.definition(), before);
    FormInput::type(&page.window, connection + u"password.secretName"_s, u"pw"_s);
    FormInput::type(&page.window, connection + u"password.secretName"_s, {});
    QCOMPARE(page.form.definition(), before);
}

void TestFormView::numbersAreDigitsAndIgnoreTheWheel()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    FormInput::type(&page.window, connection + u"port"_s, u"1a5b2"_s);
    QCOMPARE(page.form.value(connection + u"port"_s), QJsonValue(152));
    auto *port = FormInput::find<QLineEdit>(&page.window, connection + u"port"_s);
    QWheelEvent wheel(QPointF(5, 5), port->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton,
                      {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(port, &wheel);
    QCOMPARE(page.form.value(connection + u"port"_s), QJsonValue(152));
}

void TestFormView::marksAFieldOnlyWhenItIsLeft()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    FormInput::click(&page.window, connection + u"username"_s);
    QTest::keyClicks(QApplication::focusWidget(), u" "_s);
    QCOMPARE(page.notes(connection + u"username"_s).filter(u"Enter a username."_s).size(), 0);
    page.after->setFocus();
    QCOMPARE(page.notes(connection + u"username"_s).filter(u"Enter a username."_s).size(), 1);
    auto *username = FormInput::find(&page.window, connection + u"username"_s);
    QVERIFY(username->accessibleDescription().contains(u"Enter a username."_s));
    QVERIFY(username->property("problem").toBool());
    // Fields that were not visited stay quiet.
    QVERIFY(page.notes(connection + u"database"_s).isEmpty());

    FormInput::type(&page.window, connection + u"username"_s, u"sa"_s);
    QVERIFY(page.notes(connection + u"username"_s).isEmpty());
    QVERIFY(!username->property("problem").toBool());
}

void TestFormView::serverErrorsAppearAtTheirFields()
{
    FormWindow page(Section::SourceConnection);
    page.form.setServerErrors({{connection + u"username"_s, u"must not be empty"_s},
                               {connection + u"password.secretName"_s, u"must not be empty"_s}});
    QCOMPARE(page.notes(connection + u"username"_s).size(), 1);
    QVERIFY(page.notes(connection + u"username"_s).first().contains(u"must not be empty"_s));
    auto *name = FormInput::find(&page.window, connection + u"password.secretName"_s);
    QVERIFY(name->property("problem").toBool());
    QVERIFY(!FormInput::find(&page.window, connection + u"password.secretKey"_s)
                 ->property("problem")
                 .toBool());
}

void TestFormView::groupShowsItsOwnError()
{
    FormWindow page(Section::TargetConnection);
    page.form.setValue(u"streamingTarget.type"_s, u"snowflake"_s);
    const QString group = u"streamingTarget.connection.authentication"_s;
    page.form.setServerErrors({{group, u"must not be null"_s}});
    QVERIFY(!page.notes(group).isEmpty());
    QVERIFY(page.notes(group).first().contains(u"must not be null"_s));
    QVERIFY(page.view->fieldWidget(group)->isAncestorOf(
        page.view->fieldWidget(group + u".privateKey"_s)));
    QVERIFY(page.view->focusField(group));
}

void TestFormView::followsTheChosenType()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    QVERIFY(FormInput::find(&page.window, connection + u"database"_s));
    page.form.setValue(source + u"type"_s, u"mysql"_s);
    QVERIFY(!FormInput::find(&page.window, connection + u"database"_s));
    page.form.setValue(source + u"type"_s, u"oracle"_s);
    QVERIFY(FormInput::find(&page.window, connection + u"pdb"_s));

    // Tab goes through the new fields in the order of the page.
    page.view->focusField(connection + u"host"_s);
    const QStringList wanted{u"host"_s, u"port"_s, u"database"_s, u"pdb"_s, u"username"_s};
    for (const QString &key : wanted) {
        QCOMPARE(QApplication::focusWidget()->objectName(), connection + key);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
}

void TestFormView::unknownChoiceIsKept()
{
    const QJsonObject target{{u"type"_s, u"snowflake"_s}, {u"tablePrefixType"_s, u"LATER_ADDED"_s}};
    FormWindow page(Section::TargetSettings, {{u"streamingTarget"_s, target}});
    auto *combo = FormInput::find<QComboBox>(&page.window, u"streamingTarget.tablePrefixType"_s);
    QVERIFY(combo);
    QCOMPARE(combo->currentText(), u"LATER_ADDED"_s);
    page.form.setValue(u"streamingTarget.tablePrefixType"_s, u"none"_s);
    QCOMPARE(combo->currentText(), u"As in the source"_s);
    QCOMPARE(page.form.value(u"streamingTarget.tablePrefixType"_s).toString(), u"none"_s);
}

void TestFormView::showsChangesOnlyWhenAsked()
{
    FormWindow page(Section::Basics, {{u"name"_s, u"orders"_s}});
    QVERIFY(page.isReady());
    QWidget *row = page.view->fieldWidget(u"name"_s);
    FormInput::type(&page.window, u"name"_s, u"orders2"_s);
    const QImage without = row->grab().toImage();
    page.view->setShowChanges(true);
    const QImage with = row->grab().toImage();
    QVERIFY(with != without);
    FormInput::type(&page.window, u"name"_s, u"orders"_s);
    // The dot is gone, and so is its colour in the gutter.
    const QImage undone = row->grab(QRect(0, 0, 12, row->height())).toImage();
    QVERIFY(undone != with.copy(QRect(0, 0, 12, row->height())));
}

QTEST_MAIN(TestFormView)
#include "tst_formview.moc"
