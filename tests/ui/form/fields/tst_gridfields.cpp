// SPDX-License-Identifier: Apache-2.0
#include "models/json/jsontext.h"
#include "tests/support/formfixture.h"
#include "tests/support/forminput.h"
#include "tests/support/testprogram.h"
#include "ui/form/fields/gridview.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QJsonArray>
#include <QLabel>
#include <QMenu>
#include <QSet>
#include <QTableView>
#include <QTest>
#include <QtMath>

using namespace Qt::StringLiterals;
using namespace Sluice;
using namespace Sluice::Test;

// The grids of a form: properties and tables.
class TestGridFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapKeepsTypesAndRemovesRows();
    void mapKeepsNumbersAsTyped();
    void mapAdvisesAgainstSecrets();
    void lastColumnHasNoSecondFrame();
    void currentCellIsSeen();
    void focusIsSeenOnWhatIsWrong_data();
    void focusIsSeenOnWhatIsWrong();

    void tablesTakePastedForms_data();
    void tablesTakePastedForms();
    void tablesRefuseDuplicates();
    void tablesTellWhatWasLeftOut();
    void whatWasLeftOutIsWhole();
    void tablesAreUndone();
    void copiedTablesComeBack();
    void tablesAreTypedOneByOne();
};

void TestGridFields::mapKeepsTypesAndRemovesRows()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString path = connection + u"jdbcProperties"_s;
    FormInput::addProperty(&page.window, path, u"lockTimeout"_s, u"Number"_s, u"60"_s);
    FormInput::addProperty(&page.window, path, u"encrypt"_s, u"True or false"_s, u"true"_s);
    FormInput::addProperty(&page.window, path, u"note"_s, u"Text"_s, u"40000"_s);
    const QJsonObject wanted{{u"lockTimeout"_s, 60}, {u"encrypt"_s, true}, {u"note"_s, u"40000"_s}};
    QCOMPARE(page.form.value(path).toObject(), wanted);

    auto *grid = FormInput::find<GridView>(&page.window, path);
    grid->setFocus();
    for (int left = 3; left > 0; --left) {
        grid->setCurrentIndex(grid->model()->index(0, 0));
        QTest::keyClick(grid, Qt::Key_Delete);
        QCOMPARE(grid->model()->rowCount(), left);
    }
    QVERIFY(page.form.value(path).isUndefined());
}

void TestGridFields::mapKeepsNumbersAsTyped()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString path = connection + u"jdbcProperties"_s;
    FormInput::addProperty(&page.window, path, u"limit"_s, u"Number"_s, u"23958446825181076828"_s);
    FormInput::addProperty(&page.window, path, u"ratio"_s, u"Number"_s, u"1.0"_s);
    QCOMPARE(compactJson(page.form.value(path)),
             QByteArray(R"({"limit":23958446825181076828,"ratio":1.0})"));
    const auto *grid = FormInput::find<GridView>(&page.window, path);
    QCOMPARE(grid->model()->index(0, 2).data().toString(), u"23958446825181076828"_s);
    QCOMPARE(grid->model()->index(1, 2).data().toString(), u"1.0"_s);
}

void TestGridFields::mapAdvisesAgainstSecrets()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    const QString path = connection + u"jdbcProperties"_s;
    FormInput::addProperty(&page.window, path, u"trustStorePassword"_s, u"Text"_s, u"hunter2"_s);
    const QStringList advice = page.notes(path).filter(u"trustStorePassword"_s);
    QCOMPARE(advice.size(), 1);
    QVERIFY(advice.first().contains(u"secret reference"_s));
    QVERIFY(!advice.first().contains(u"hunter2"_s));
    auto *grid = FormInput::find<GridView>(&page.window, path);
    grid->setCurrentIndex(grid->model()->index(0, 0));
    QTest::keyClick(grid, Qt::Key_Delete);
    QVERIFY(page.notes(path).isEmpty());
}

void TestGridFields::lastColumnHasNoSecondFrame()
{
    FormWindow page(Section::SourceConnection);
    QVERIFY(page.isReady());
    const auto *grid = FormInput::find<GridView>(&page.window, connection + u"jdbcProperties"_s);
    const QImage shown = grid->viewport()->grab().toImage();
    const int middle = grid->rowViewportPosition(0) + grid->rowHeight(0) / 2;
    QCOMPARE(shown.pixelColor(shown.width() - 1, qFloor(middle * shown.devicePixelRatio())),
             grid->palette().color(QPalette::Base));
}

// The cell itself is marked, and not only its row.
void TestGridFields::currentCellIsSeen()
{
    const Theme theme(*qApp, Theme::Mode::Light);
    FormWindow page(Section::Tables);
    QVERIFY(page.isReady());
    FormInput::paste(&page.window, u"streamingSource.tables.grid"_s, u"app.orders\napp.items\n"_s);
    auto *grid = FormInput::find<GridView>(&page.window, u"streamingSource.tables.grid"_s);
    grid->setCurrentIndex(grid->model()->index(0, 0));
    const QImage first = grid->viewport()->grab().toImage();
    QTest::keyClick(grid, Qt::Key_Right);
    QVERIFY(grid->viewport()->grab().toImage() != first);
    QTest::keyClick(grid, Qt::Key_Left);
    QCOMPARE(grid->viewport()->grab().toImage(), first);
}

void TestGridFields::focusIsSeenOnWhatIsWrong_data()
{
    QTest::addColumn<int>("section");
    QTest::addColumn<QString>("name");
    QTest::newRow("line edit") << int(Section::SourceConnection) << connection + u"host"_s;
    QTest::newRow("grid without rows") << int(Section::Tables) << u"streamingSource.tables.grid"_s;
    QTest::newRow("card") << int(Section::SourceType) << u"streamingSource.type.oracle"_s;
}

void TestGridFields::focusIsSeenOnWhatIsWrong()
{
    QFETCH(const int, section);
    QFETCH(const QString, name);
    const Theme theme(*qApp, Theme::Mode::Light);
    FormWindow page{Section(section)};
    if (Section(section) == Section::SourceType)
        page.form.setValue(u"streamingSource.type"_s, QJsonValue(QJsonValue::Undefined));
    QVERIFY(page.isReady());
    page.form.markAllVisited();
    QWidget *field = FormInput::find(&page.window, name);
    const Tokens &tokens = tokensFor(page.window.palette());
    // From the middle of the left edge inwards: the colour of the frame at this depth.
    const auto frameAt = [&](int depth) {
        const QImage shot = field->grab().toImage();
        return shot.pixel(qFloor((depth + 0.5) * shot.devicePixelRatio()), shot.height() / 2);
    };
    page.after->setFocus();
    QCOMPARE(frameAt(0), tokens.problem.rgb());
    QVERIFY(frameAt(3) != tokens.problem.rgb());
    field->setFocus(Qt::TabFocusReason);
    for (const int depth : {0, 1, 2, 3}) // one frame, and a thicker one
        QCOMPARE(frameAt(depth), tokens.problem.rgb());
}

void TestGridFields::tablesTakePastedForms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("tables");
    const QStringList two{u"app.orders"_s, u"app.items"_s};
    QTest::newRow("lines") << u"app.orders\napp.items\n"_s << two;
    QTest::newRow("csv with header") << u"schema,table\napp,orders\napp,items"_s << two;
    QTest::newRow("tabs") << u"app\torders\r\napp\titems\r\n"_s << two;
    QTest::newRow("quoted") << u"\"app\".\"orders\"\n[app].[items]"_s << two;
}

void TestGridFields::tablesTakePastedForms()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, tables);
    FormWindow page(Section::Tables);
    QVERIFY(page.isReady());
    FormInput::paste(&page.window, u"streamingSource.tables.grid"_s, text);
    QStringList names;
    const QVariantList rows =
        page.form.value(u"streamingSource.tables"_s).toArray().toVariantList();
    for (const QVariant &row : rows) {
        const QVariantMap table = row.toMap();
        names.append(table.value(u"schema"_s).toString() + u'.' +
                     table.value(u"table"_s).toString());
    }
    QCOMPARE(names, tables);
    QCOMPARE(FormInput::find<QLabel>(&page.window, u"streamingSource.tables.count"_s)->text(),
             u"2 tables. Fits a runner of size small (up to 100, says the product documentation; "
             "the API names no limit)."_s);
}

void TestGridFields::tablesRefuseDuplicates()
{
    FormWindow page(Section::Tables);
    QVERIFY(page.isReady());
    const QString path = u"streamingSource.tables"_s;
    FormInput::paste(&page.window, path + u".schema"_s,
                     u"app.orders\napp.items\napp.orders\nnonsense"_s);
    QCOMPARE(page.form.value(path).toArray().size(), 2);
    const QString words = page.notes(path).join(u' ');
    QCOMPARE(words, u"Not taken: 1. In the list already: 1."_s);

    FormInput::type(&page.window, path + u".schema"_s, u"app"_s);
    FormInput::type(&page.window, path + u".table"_s, u"items"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(page.form.value(path).toArray().size(), 2);
    QVERIFY(page.notes(path).join(u' ').contains(u"app.items"_s));
}

// A list that can be reached, copied and put away without a mouse.
void TestGridFields::tablesTellWhatWasLeftOut()
{
    FormWindow page(Section::Tables);
    QVERIFY(page.isReady());
    const QString path = u"streamingSource.tables"_s;
    FormInput::paste(&page.window, path + u".grid"_s,
                     u"app.orders\n# more\nitems\napp.orders\nshop.app.lots"_s);
    const auto *list = page.window.findChild<QTableView *>(path + u".leftOut.list"_s);
    QVERIFY(list && list->isVisible());
    QVERIFY(!list->accessibleName().isEmpty());
    QStringList rows;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        rows.append(list->model()->index(row, 0).data().toString() + u' ' +
                    list->model()->index(row, 1).data().toString());
    QCOMPARE(rows,
             (QStringList{u"3 items"_s, u"5 shop.app.lots"_s, u"4 app.orders"_s, u"2 # more"_s}));
    QCOMPARE(page.notes(path).join(u' '),
             u"Not taken: 2. In the list already: 1. Comments and the like: 1."_s);

    QStringList stops;
    for (int stop = 0; stop < 20 && !list->hasFocus(); ++stop) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        stops.append(QApplication::focusWidget()->objectName());
    }
    QVERIFY2(list->hasFocus(), qPrintable(stops.join(u' ')));
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::Copy);
    const QStringList copied = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(copied.size(), 4);
    QCOMPARE(copied.at(1), u"5\tshop.app.lots\tNames a database too. Write schema.table."_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 0);

    // It stays while it is dealt with, goes when that is done.
    FormInput::type(&page.window, path + u".schema"_s, u"app"_s);
    FormInput::type(&page.window, path + u".table"_s, u"items"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(list->isVisible());
    FormInput::click(&page.window, path + u".leftOut.dismiss"_s);
    QVERIFY(!list->isVisible());
    QVERIFY(FormInput::find(&page.window, path + u".grid"_s)->hasFocus());

    FormInput::paste(&page.window, path + u".grid"_s, u"-- nothing\napp.lots"_s);
    QVERIFY(list->isVisible());
    QCOMPARE(page.notes(path), QStringList()); // a comment is no warning
    FormInput::paste(&page.window, path + u".grid"_s, u"app.lines"_s);
    QVERIFY(!list->isVisible());
    FormInput::paste(&page.window, path + u".grid"_s, u" \n "_s);
    QCOMPARE(page.notes(path), QStringList{u"There are no names of tables in it."_s});
}

// Without a document, as in the wizard.
// It was cut beside the free space after a short reason.
void TestGridFields::whatWasLeftOutIsWhole()
{
    FormWindow page(Section::Tables);
    QVERIFY(page.isReady());
    const QString path = u"streamingSource.tables"_s;
    const QString name = u"sales.a_table_with_a_rather_long_name"_s;
    FormInput::paste(&page.window, path + u".grid"_s, name + u'\n' + name);
    auto *list = page.window.findChild<QTableView *>(path + u".leftOut.list"_s);
    QVERIFY(list && list->isVisible());
    const QModelIndex cell = list->model()->index(0, 1);
    QCOMPARE(cell.data().toString(), name);
    QTRY_VERIFY(list->visualRect(cell).width() >=
                static_cast<QAbstractItemView *>(list)->sizeHintForIndex(cell).width());
    QTRY_COMPARE(list->horizontalHeader()->length(), list->viewport()->width());
}

void TestGridFields::tablesAreUndone()
{
    FormWindow page(Section::Tables);
    QVERIFY(page.isReady());
    const QString path = u"streamingSource.tables"_s;
    const auto count = [&] { return page.form.value(path).toArray().size(); };
    const auto *done = page.window.findChild<QLabel *>(path + u".report"_s);
    QString text;
    for (int table = 0; table < 300; ++table)
        text += u"app.table_%1\n"_s.arg(table);
    auto *grid = FormInput::find<GridView>(&page.window, path + u".grid"_s);
    FormInput::paste(&page.window, path + u".grid"_s, text + u"app.table_1\n"_s);
    QCOMPARE(count(), 300);
    QVERIFY(done->isVisible());
    QCOMPARE(done->text(), u"300 tables added."_s);
    QTest::keySequence(grid, QKeySequence::SelectAll);
    QTest::keyClick(grid, Qt::Key_Delete);
    QCOMPARE(count(), 0);
    QCOMPARE(done->text(), u"300 tables removed."_s);
    QTest::keySequence(grid, QKeySequence::Undo);
    QCOMPARE(count(), 300);
    QVERIFY(!done->isVisible()); // it is no longer true
    QTest::keySequence(grid, QKeySequence::Undo);
    QCOMPARE(count(), 0);
    QTest::keySequence(grid, QKeySequence::Undo);
    QCOMPARE(count(), 0);
    QTest::keySequence(grid, QKeySequence::Redo);
    QCOMPARE(count(), 300);
    QTest::keySequence(grid, QKeySequence::Undo);
    QTest::keySequence(grid, QKeySequence(u"Ctrl+Y"_s)); // on each platform
    QCOMPARE(count(), 300);

    grid->selectRow(0);
    FormInput::click(&page.window, path + u".remove"_s);
    QCOMPARE(done->text(), u"1 table removed."_s);
    FormInput::click(&page.window, path + u".undo"_s);
    QCOMPARE(count(), 300);
    QVERIFY(!done->isVisible());
    QVERIFY(grid->hasFocus()); // the link is gone

    // Also from a line that was pasted into, and after any other edit the words go.
    FormInput::paste(&page.window, path + u".schema"_s, u"b.one\nb.two"_s);
    QCOMPARE(count(), 302);
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::Undo);
    QCOMPARE(count(), 300);
    FormInput::paste(&page.window, path + u".grid"_s, u"b.one\nb.two"_s);
    QVERIFY(done->isVisible());
    grid->model()->setData(grid->model()->index(0, 1), u"renamed"_s);
    QVERIFY(!done->isVisible());

    // What was edited elsewhere is not undone here.
    page.form.setValue(path, QJsonArray{QJsonObject{{u"schema"_s, u"x"_s}, {u"table"_s, u"y"_s}}});
    QTest::keySequence(grid, QKeySequence::Undo);
    QCOMPARE(count(), 1);
}

void TestGridFields::copiedTablesComeBack()
{
    FormWindow page(Section::Tables);
    QVERIFY(page.isReady());
    const QString path = u"streamingSource.tables"_s;
    const QStringList odd{u"a b"_s,  u"a.b"_s,    u"a,b;c|d"_s, u"\"x\""_s, u"[x]"_s,
                          u"it's"_s, u"#"_s,      u"#LIB"_s,    u"-- x"_s,  u"1"_s,
                          u"x{}"_s,  u"a\\.b"_s,  u"a=b"_s,     u"(x)"_s,   u"ключ"_s,
                          u"`"_s,    u"create"_s, u"a//b"_s,    u"* x"_s,   u"%"_s};
    QJsonArray tables;
    for (const QString &name : odd)
        tables.append(QJsonObject{{u"schema"_s, name}, {u"table"_s, name}});
    page.form.setValue(path, tables);
    auto *grid = FormInput::find<GridView>(&page.window, path + u".grid"_s);
    grid->setFocus();
    QTest::keySequence(grid, QKeySequence::SelectAll);
    QTest::keySequence(grid, QKeySequence::Copy);
    QTest::keyClick(grid, Qt::Key_Delete);
    QVERIFY(page.form.value(path).toArray().isEmpty());
    QTest::keySequence(grid, QKeySequence::Paste);
    QCOMPARE(page.form.value(path).toArray(), tables);
}

void TestGridFields::tablesAreTypedOneByOne()
{
    FormWindow page(Section::Tables);
    QVERIFY(page.isReady());
    const QString path = u"streamingSource.tables"_s;
    FormInput::type(&page.window, path + u".schema"_s, u"app"_s);
    FormInput::type(&page.window, path + u".table"_s, u"b"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTest::keyClicks(QApplication::focusWidget(), u"a"_s); // the schema stays, the focus too
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    const auto first = [&] { return page.form.value(path)[0][u"table"_s].toString(); };
    QCOMPARE(first(), u"b"_s);
    FormInput::find<QPushButton>(&page.window, path + u".sort"_s)
        ->menu()
        ->actions()
        .first()
        ->trigger();
    QCOMPARE(first(), u"a"_s);

    auto *grid = FormInput::find<GridView>(&page.window, path + u".grid"_s);
    grid->selectRow(0);
    FormInput::click(&page.window, path + u".remove"_s);
    QCOMPARE(page.form.value(path).toArray().size(), 1);
    QCOMPARE(first(), u"b"_s);
}

SLUICE_TEST(TestGridFields, Widgets)
#include "tst_gridfields.moc"
