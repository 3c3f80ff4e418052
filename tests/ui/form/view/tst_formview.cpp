// SPDX-License-Identifier: Apache-2.0
#include "tests/support/formfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/testprogram.h"
#include "ui/form/fields/gridview.h"
#include "ui/widgets/linkbutton.h"

#include <QApplication>
#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
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
    void addressesFillTheirFields();
    void passwordsInAddressesAreNotTaken_data();
    void passwordsInAddressesAreNotTaken();
    void invisibleEndsAreDropped();
    void longWordsWidenNothing();
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
    QVERIFY(page.notes(connection + u"username"_s).constFirst().contains(u"must not be empty"_s));
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
    QVERIFY(page.notes(group).constFirst().contains(u"must not be null"_s));
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
    QCOMPARE(combo->currentText(), u"As in the source · NONE"_s);
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

// Pasted, looked at, filled in with the keyboard alone.
void TestFormView::addressesFillTheirFields()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    FormInput::paste(&page.window, connection + u"host"_s,
                     u"jdbc:sqlserver://db.example:14330;databaseName=shop"_s);
    const QStringList notes = page.notes(connection + u"host"_s);
    QCOMPARE(notes.size(), 1);
    QVERIFY(notes.first().contains(u"host db.example, port 14330, database shop"_s));
    auto *link = page.view->fieldWidget(connection + u"host"_s)->findChild<LinkButton *>();
    QVERIFY(link && link->isVisible());
    QSignalSpy changes(&page.form, &FormModel::definitionChanged);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(link->hasFocus());
    QTest::keyClick(link, Qt::Key_Return);
    QCOMPARE(changes.count(), 1);
    const auto text = [&](const QString &field) {
        return FormInput::find<QLineEdit>(&page.window, connection + field)->text();
    };
    QCOMPARE(text(u"host"_s), u"db.example"_s);
    QCOMPARE(text(u"port"_s), u"14330"_s);
    QCOMPARE(text(u"database"_s), u"shop"_s);
    QVERIFY(!link->isVisible());
    QVERIFY(FormInput::find(&page.window, connection + u"host"_s)->hasFocus());
    QVERIFY(page.notes(connection + u"host"_s).isEmpty());
}

void TestFormView::passwordsInAddressesAreNotTaken_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("URL") << u"mssql://me:hunter2@db.example:14330/shop"_s;
    QTest::newRow("JDBC")
        << u"jdbc:sqlserver://db.example:14330;databaseName=shop;password=hunter2"_s;
    QTest::newRow("connection string")
        << u"Server=tcp:db.example,14330;Database=shop;Uid=sa;Pwd=hunter2"_s;
    QTest::newRow("a shell's") << u"me:x/hunter2@db.example:14330/shop"_s;
    QTest::newRow("libpq") << u"host=db.example port=14330 dbname=shop password=hunter2"_s;
}

void TestFormView::passwordsInAddressesAreNotTaken()
{
    QFETCH(const QString, text);
    for (const bool isTyped : {false, true}) {
        FormWindow page(Section::SourceConnection);
        QVERIFY(page.isReady());
        const QString path = connection + u"host"_s;
        bool wasHeld = false;
        connect(&page.form, &FormModel::definitionChanged, this, [&] {
            const QByteArray json = QJsonDocument(page.form.definition()).toJson();
            wasHeld = wasHeld || json.contains("hunter2");
        });
        auto *host = FormInput::find<QLineEdit>(&page.window, path);
        if (isTyped && text.startsWith(u"me:"_s))
            continue; // before its @ it looks like any other text
        if (isTyped)
            FormInput::type(&page.window, path, text.section(u"hunter2"_s, 0, 0) + u"hunter2@x"_s);
        else
            FormInput::paste(&page.window, path, text);
        QVERIFY(!wasHeld);
        QVERIFY(!host->text().contains(u"hunter2"_s));
        if (isTyped)
            continue; // what was typed after the refusal is a new text
        host->undo();
        QVERIFY(!host->text().contains(u"hunter2"_s));
        const QString words = page.notes(path).join(u' ');
        QVERIFY2(words.contains(u"was not taken"_s), qPrintable(words));
        QVERIFY(!words.contains(u"hunter2"_s));
        auto *link = page.view->fieldWidget(path)->findChild<LinkButton *>();
        if (text.startsWith(u"me:"_s))
            continue; // nothing to fill in
        QVERIFY(link && link->isVisible());
        QTest::mouseClick(link, Qt::LeftButton);
        QCOMPARE(page.form.value(path), u"db.example"_s);
        QCOMPARE(page.form.value(connection + u"port"_s), 14330);
        QCOMPARE(page.form.value(connection + u"database"_s), u"shop"_s);
        QVERIFY(page.notes(path).isEmpty());
    }
}

void TestFormView::invisibleEndsAreDropped()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString user = connection + u"username"_s;
    FormInput::paste(&page.window, user, u"\ufeffme\u200b"_s);
    QCOMPARE(page.form.value(user), u"me"_s);
    auto *edit = FormInput::find<QLineEdit>(&page.window, user);
    page.after->setFocus();
    QCOMPARE(edit->text(), u"me"_s);
    // A joiner that a letter follows is part of the name while it is typed.
    const auto type = [edit](const QString &text) {
        QKeyEvent press(QEvent::KeyPress, 0, Qt::NoModifier, text);
        QApplication::sendEvent(edit, &press);
    };
    edit->setFocus();
    edit->selectAll();
    type(u"\u0645\u200c"_s);
    QCOMPARE(page.form.value(user), u"\u0645"_s);
    type(u"\u0646"_s);
    QCOMPARE(page.form.value(user), u"\u0645\u200c\u0646"_s);

    const QString map = connection + u"jdbcProperties"_s;
    auto *grid = FormInput::find<GridView>(&page.window, map);
    QVERIFY(grid->model()->setData(grid->model()->index(0, 0), u"encrypt\u200b"_s));
    QVERIFY(grid->model()->setData(grid->model()->index(0, 2), u"true"_s));
    QCOMPARE(page.form.value(map).toObject().keys(), QStringList{u"encrypt"_s});
}

void TestFormView::longWordsWidenNothing()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString path = connection + u"host"_s;
    const int least = page.window.minimumSizeHint().width();
    const QString word(400, u'x');
    for (const QString &message :
         {word, u"bad "_s + word + u" value"_s, QString(400, QChar(0x6F22))}) {
        page.form.setServerErrors({{path, message}});
        page.form.setAdvice(path, message);
        QVERIFY(page.notes(path).join(u' ').contains(message)); // as it was said
        QVERIFY(page.window.minimumSizeHint().width() <= least);
        const auto *line = page.view->fieldWidget(path)->findChild<NoteLine *>();
        QVERIFY(line->height() > 3 * line->fontMetrics().height()); // all of it, in lines
    }
}

SLUICE_TEST(TestFormView, Widgets)
#include "tst_formview.moc"
