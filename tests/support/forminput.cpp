// SPDX-License-Identifier: Apache-2.0
#include "tests/support/forminput.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QScrollArea>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Sluice::Test::FormInput {

namespace {

// Nothing can be clicked below the edge of its page.
void scrollTo(QWidget *widget)
{
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // notes may have come
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            area->ensureWidgetVisible(widget);
    }
}

// Opens the editor of a cell with the mouse, and returns it.
QWidget *openCell(QAbstractItemView *grid, int row, int column)
{
    const QModelIndex cell = grid->model()->index(row, column);
    scrollTo(grid);
    grid->scrollTo(cell);
    const QPoint place = grid->visualRect(cell).center();
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, place);
    if (QApplication::focusWidget() == grid)
        QTest::mouseDClick(grid->viewport(), Qt::LeftButton, {}, place);
    return QApplication::focusWidget();
}

void fillCell(QAbstractItemView *grid, int row, int column, const QString &text)
{
    QWidget *editor = openCell(grid, row, column);
    QVERIFY2(editor && editor != grid, "the cell has no editor");
    if (auto *list = qobject_cast<QComboBox *>(editor)) {
        for (int i = 0; i < list->count() && list->currentText() != text; ++i)
            QTest::keyClick(list, i == 0 ? Qt::Key_Home : Qt::Key_Down);
        QCOMPARE(list->currentText(), text);
    } else {
        QTest::keySequence(editor, QKeySequence::SelectAll);
        QTest::keyClicks(editor, text);
    }
    QTest::keyClick(editor, Qt::Key_Enter);
    // The view takes over the text later, and the focus with it.
    QTRY_VERIFY(grid->hasFocus());
}

} // namespace

QWidget *find(QWidget *window, const QString &name)
{
    const QList<QWidget *> all = window->findChildren<QWidget *>(name);
    for (QWidget *widget : all) {
        if (widget->isVisibleTo(window))
            return widget;
    }
    return nullptr;
}

void click(QWidget *window, const QString &name)
{
    QWidget *widget = find(window, name);
    QVERIFY2(widget, qPrintable(u"no widget "_s + name));
    QVERIFY2(widget->isEnabled(), qPrintable(u"disabled: "_s + name));
    scrollTo(widget);
    QTest::mouseClick(widget, Qt::LeftButton);
}

void type(QWidget *window, const QString &path, const QString &text)
{
    click(window, path);
    QWidget *entry = QApplication::focusWidget();
    QTest::keySequence(entry, QKeySequence::SelectAll);
    QTest::keyClick(entry, Qt::Key_Delete);
    QTest::keyClicks(entry, text);
}

void choose(QWidget *window, const QString &path, const QString &entry)
{
    auto *combo = find<QComboBox>(window, path);
    QVERIFY2(combo, qPrintable(u"no list "_s + path));
    combo->setFocus(Qt::TabFocusReason);
    QTest::keyClick(combo, Qt::Key_Home);
    for (int i = 0; i < combo->count() && combo->currentText() != entry; ++i)
        QTest::keyClick(combo, Qt::Key_Down);
    QCOMPARE(combo->currentText(), entry);
}

void paste(QWidget *window, const QString &name, const QString &text)
{
    QWidget *widget = find(window, name);
    QVERIFY2(widget, qPrintable(u"no widget "_s + name));
    QApplication::clipboard()->setText(text);
    widget->setFocus(Qt::TabFocusReason);
    QTest::keySequence(widget, QKeySequence::Paste);
}

void addProperty(QWidget *window, const QString &path, const QString &name, const QString &type,
                 const QString &value)
{
    auto *grid = find<QAbstractItemView>(window, path);
    QVERIFY2(grid, qPrintable(u"no grid "_s + path));
    const int row = grid->model()->rowCount() - 1;
    fillCell(grid, row, 0, name);
    fillCell(grid, row, 1, type);
    fillCell(grid, row, 2, value);
}

void reference(QWidget *window, const QString &path, const QString &provider,
               const QString &location, const QString &name)
{
    choose(window, path + u".secretType"_s, provider);
    type(window, path + u".secretLocation"_s, location);
    type(window, path + u".secretName"_s, name);
}

} // namespace Sluice::Test::FormInput
