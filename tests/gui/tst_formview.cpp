// SPDX-License-Identifier: Apache-2.0
#include "tests/support/forminput.h"
#include "ui/form/formview.h"
#include "ui/form/gridview.h"
#include "ui/form/noteline.h"
#include "ui/widgets/jsonview.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

namespace {

const QString source = u"streamingSource."_s;
const QString connection = u"streamingSource.connection."_s;

// A window with one section of a form, and a button after it to leave the last field to.
struct Page {
    Page(FormModel *form, Section section)
        : view(new FormView(form, section, {}, &window))
        , after(new QPushButton(&window))
    {
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(view);
        layout->addWidget(after);
        window.resize(900, 700);
        window.show();
    }

    bool isReady() { return QTest::qWaitForWindowActive(&window); }

    // The visible lines of a field's row: its error, for instance.
    QStringList notes(const QString &path) const
    {
        QStringList texts;
        const QWidget *row = view->fieldWidget(path);
        const QList<NoteLine *> lines = row ? row->findChildren<NoteLine *>() : QList<NoteLine *>();
        for (const NoteLine *line : lines) {
            if (line->isVisible())
                texts.append(line->text());
        }
        return texts;
    }

    QWidget window;
    FormView *view;
    QPushButton *after;
};

void sqlServer(FormModel *form)
{
    form->startNew();
    form->setValue(source + u"type"_s, u"sqlserver"_s);
}

} // namespace

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
    void secretItselfIsRefused();
    void typedSecretLeavesNothingBehind();
    void unknownPartsOfAReferenceStay();
    void mapKeepsTypesAndRemovesRows();
    void tablesTakePastedForms_data();
    void tablesTakePastedForms();
    void tablesRefuseDuplicates();
    void tablesAreTypedOneByOne();
    void showsChangesOnlyWhenAsked();
    void jsonViewCopiesExactly();
};

void TestFormView::showsWhatTheModelHas()
{
    FormModel form;
    sqlServer(&form);
    form.setValue(connection + u"host"_s, u"db.example.com"_s);
    Page page(&form, Section::SourceConnection);
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
    FormModel form;
    sqlServer(&form);
    Page page(&form, Section::SourceConnection);
    QVERIFY(page.isReady());
    FormInput::type(&page.window, connection + u"host"_s, u"dbexample"_s);
    auto *host = FormInput::find<QLineEdit>(&page.window, connection + u"host"_s);
    host->setCursorPosition(2);
    QTest::keyClicks(host, u"."_s);
    QCOMPARE(form.value(connection + u"host"_s).toString(), u"db.example"_s);
    QCOMPARE(host->cursorPosition(), 3);
}

void TestFormView::emptiedFieldsLeaveTheDefinition()
{
    FormModel form;
    sqlServer(&form);
    Page page(&form, Section::SourceConnection);
    QVERIFY(page.isReady());
    const QJsonObject before = form.definition();
    FormInput::type(&page.window, connection + u"host"_s, u"x"_s);
    QVERIFY(form.definition() != before);
    FormInput::type(&page.window, connection + u"host"_s, {});
    QCOMPARE(form.definition(), before);
    FormInput::type(&page.window, connection + u"password.secretName"_s, u"pw"_s);
    FormInput::type(&page.window, connection + u"password.secretName"_s, {});
    QCOMPARE(form.definition(), before);
}

void TestFormView::numbersAreDigitsAndIgnoreTheWheel()
{
    FormModel form;
    sqlServer(&form);
    Page page(&form, Section::SourceConnection);
    QVERIFY(page.isReady());
    FormInput::type(&page.window, connection + u"port"_s, u"1a5b2"_s);
    QCOMPARE(form.value(connection + u"port"_s), QJsonValue(152));
    auto *port = FormInput::find<QLineEdit>(&page.window, connection + u"port"_s);
    QWheelEvent wheel(QPointF(5, 5), port->mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton,
                      {}, Qt::NoScrollPhase, false);
    QApplication::sendEvent(port, &wheel);
    QCOMPARE(form.value(connection + u"port"_s), QJsonValue(152));
}

void TestFormView::marksAFieldOnlyWhenItIsLeft()
{
    FormModel form;
    sqlServer(&form);
    Page page(&form, Section::SourceConnection);
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
    FormModel form;
    sqlServer(&form);
    Page page(&form, Section::SourceConnection);
    form.setServerErrors({{connection + u"username"_s, u"must not be empty"_s},
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
    FormModel form;
    form.startNew();
    form.setValue(u"streamingTarget.type"_s, u"snowflake"_s);
    Page page(&form, Section::TargetConnection);
    const QString group = u"streamingTarget.connection.authentication"_s;
    form.setServerErrors({{group, u"must not be null"_s}});
    QVERIFY(!page.notes(group).isEmpty());
    QVERIFY(page.notes(group).first().contains(u"must not be null"_s));
    QVERIFY(page.view->fieldWidget(group)->isAncestorOf(
        page.view->fieldWidget(group + u".privateKey"_s)));
    QVERIFY(page.view->focusField(group));
}

void TestFormView::followsTheChosenType()
{
    FormModel form;
    sqlServer(&form);
    Page page(&form, Section::SourceConnection);
    QVERIFY(page.isReady());
    QVERIFY(FormInput::find(&page.window, connection + u"database"_s));
    form.setValue(source + u"type"_s, u"mysql"_s);
    QVERIFY(!FormInput::find(&page.window, connection + u"database"_s));
    form.setValue(source + u"type"_s, u"oracle"_s);
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
    FormModel form;
    QJsonObject target{{u"type"_s, u"snowflake"_s}, {u"tablePrefixType"_s, u"LATER_ADDED"_s}};
    form.setDefinition({{u"streamingTarget"_s, target}});
    Page page(&form, Section::TargetSettings);
    auto *combo = FormInput::find<QComboBox>(&page.window, u"streamingTarget.tablePrefixType"_s);
    QVERIFY(combo);
    QCOMPARE(combo->currentText(), u"LATER_ADDED"_s);
    form.setValue(u"streamingTarget.tablePrefixType"_s, u"none"_s);
    QCOMPARE(combo->currentText(), u"As in the source"_s);
    QCOMPARE(form.value(u"streamingTarget.tablePrefixType"_s).toString(), u"none"_s);
}

void TestFormView::secretItselfIsRefused()
{
    FormModel form;
    sqlServer(&form);
    Page page(&form, Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString path = connection + u"password"_s;
    FormInput::type(&page.window, path + u".secretName"_s, u"pw-name"_s);
    const QString secret =
        u"-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBg\n-----END PRIVATE KEY-----"_s;
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::SelectAll);
    FormInput::paste(&page.window, path + u".secretName"_s, secret);
    QCOMPARE(form.value(path + u".secretName"_s).toString(), u"pw-name"_s);
    QCOMPARE(FormInput::find<QLineEdit>(&page.window, path + u".secretName"_s)->text(),
             u"pw-name"_s);
    QVERIFY(!page.notes(path).isEmpty());
    // Typing a name takes the words away again.
    QTest::keyClicks(QApplication::focusWidget(), u"x"_s);
    QVERIFY(page.notes(path).filter(u"vault"_s, Qt::CaseInsensitive).isEmpty());
}

void TestFormView::typedSecretLeavesNothingBehind()
{
    FormModel form;
    sqlServer(&form);
    Page page(&form, Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString path = connection + u"password"_s;
    const QString secret = u"0123456789abcdef"_s.repeated(5);
    auto *name = FormInput::find<QLineEdit>(&page.window, path + u".secretName"_s);
    name->setFocus();
    for (int i = 0; i < secret.size() && page.notes(path).isEmpty(); ++i)
        QTest::keyClick(name, secret.at(i).toLatin1());
    QVERIFY(!page.notes(path).isEmpty());
    QVERIFY(name->text().isEmpty());
    QVERIFY(form.value(path).isUndefined());
}

void TestFormView::unknownPartsOfAReferenceStay()
{
    FormModel form;
    const QJsonObject reference{{u"secretType"_s, u"aws_secrets_manager"_s},
                                {u"secretName"_s, u"a"_s},
                                {u"versionStage"_s, u"AWSCURRENT"_s}};
    form.setDefinition({{u"streamingSource"_s,
                         QJsonObject{{u"type"_s, u"sqlserver"_s},
                                     {u"connection"_s, QJsonObject{{u"password"_s, reference}}}}}});
    Page page(&form, Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString path = connection + u"password"_s;
    QCOMPARE(FormInput::find<QComboBox>(&page.window, path + u".secretType"_s)->currentText(),
             u"AWS Secrets Manager"_s);
    FormInput::type(&page.window, path + u".secretName"_s, u"b"_s);
    QJsonObject expected = reference;
    expected[u"secretName"_s] = u"b"_s;
    QCOMPARE(form.value(path).toObject(), expected);
}

void TestFormView::mapKeepsTypesAndRemovesRows()
{
    FormModel form;
    sqlServer(&form);
    Page page(&form, Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString path = connection + u"jdbcProperties"_s;
    FormInput::addProperty(&page.window, path, u"lockTimeout"_s, u"Number"_s, u"60"_s);
    FormInput::addProperty(&page.window, path, u"encrypt"_s, u"True or false"_s, u"true"_s);
    FormInput::addProperty(&page.window, path, u"note"_s, u"Text"_s, u"40000"_s);
    const QJsonObject wanted{{u"lockTimeout"_s, 60}, {u"encrypt"_s, true}, {u"note"_s, u"40000"_s}};
    QCOMPARE(form.value(path).toObject(), wanted);

    auto *grid = FormInput::find<GridView>(&page.window, path);
    grid->setFocus();
    for (int left = 3; left > 0; --left) {
        grid->setCurrentIndex(grid->model()->index(0, 0));
        QTest::keyClick(grid, Qt::Key_Delete);
        QCOMPARE(grid->model()->rowCount(), left);
    }
    QVERIFY(form.value(path).isUndefined());
}

void TestFormView::tablesTakePastedForms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("tables");
    const QStringList two{u"app.orders"_s, u"app.items"_s};
    QTest::newRow("lines") << u"app.orders\napp.items\n"_s << two;
    QTest::newRow("csv with header") << u"schema,table\napp,orders\napp,items"_s << two;
    QTest::newRow("tabs") << u"app\torders\r\napp\titems\r\n"_s << two;
    QTest::newRow("quoted") << u"\"app\".\"orders\"\n[app].[items]"_s << two;
}

void TestFormView::tablesTakePastedForms()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, tables);
    FormModel form;
    sqlServer(&form);
    Page page(&form, Section::Tables);
    QVERIFY(page.isReady());
    FormInput::paste(&page.window, u"streamingSource.tables.grid"_s, text);
    QStringList names;
    const QVariantList rows = form.value(u"streamingSource.tables"_s).toArray().toVariantList();
    for (const QVariant &row : rows) {
        const QVariantMap table = row.toMap();
        names.append(table.value(u"schema"_s).toString() + u'.' +
                     table.value(u"table"_s).toString());
    }
    QCOMPARE(names, tables);
    QCOMPARE(FormInput::find<QLabel>(&page.window, u"streamingSource.tables.count"_s)->text(),
             u"2 tables"_s);
}

void TestFormView::tablesRefuseDuplicates()
{
    FormModel form;
    sqlServer(&form);
    Page page(&form, Section::Tables);
    QVERIFY(page.isReady());
    const QString path = u"streamingSource.tables"_s;
    FormInput::paste(&page.window, path + u".schema"_s,
                     u"app.orders\napp.items\napp.orders\nnonsense"_s);
    QCOMPARE(form.value(path).toArray().size(), 2);
    const QString words = page.notes(path).join(u' ');
    QVERIFY2(words.contains(u"in the list already"_s), qPrintable(words));
    QVERIFY2(words.contains(u"nonsense"_s), qPrintable(words));

    FormInput::type(&page.window, path + u".schema"_s, u"app"_s);
    FormInput::type(&page.window, path + u".table"_s, u"items"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(form.value(path).toArray().size(), 2);
    QVERIFY(page.notes(path).join(u' ').contains(u"app.items"_s));
}

void TestFormView::tablesAreTypedOneByOne()
{
    FormModel form;
    sqlServer(&form);
    Page page(&form, Section::Tables);
    QVERIFY(page.isReady());
    const QString path = u"streamingSource.tables"_s;
    FormInput::type(&page.window, path + u".schema"_s, u"app"_s);
    FormInput::type(&page.window, path + u".table"_s, u"b"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), u"a"_s); // the schema stays, the focus too
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    const auto first = [&] { return form.value(path)[0][u"table"_s].toString(); };
    QCOMPARE(first(), u"b"_s);
    FormInput::click(&page.window, path + u".sort"_s);
    QCOMPARE(first(), u"a"_s);

    auto *grid = FormInput::find<GridView>(&page.window, path + u".grid"_s);
    grid->selectRow(0);
    FormInput::click(&page.window, path + u".remove"_s);
    QCOMPARE(form.value(path).toArray().size(), 1);
    QCOMPARE(first(), u"b"_s);
}

void TestFormView::showsChangesOnlyWhenAsked()
{
    FormModel form;
    form.setDefinition({{u"name"_s, u"orders"_s}});
    Page page(&form, Section::Basics);
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

void TestFormView::jsonViewCopiesExactly()
{
    JsonView view;
    view.resize(400, 300);
    view.show();
    const QByteArray json = "{\n    \"name\": \"a\"\n}";
    view.setJson(json);
    QCOMPARE(view.json(), json);
    FormInput::click(&view, u"copyJson"_s);
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), json);
    QVERIFY(view.text()->isReadOnly());
}

QTEST_MAIN(TestFormView)
#include "tst_formview.moc"
