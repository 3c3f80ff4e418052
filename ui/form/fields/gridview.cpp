// SPDX-License-Identifier: Apache-2.0
#include "ui/form/fields/gridview.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/widgetkeys.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace Sluice {

GridView::GridView(QWidget *parent)
    : QTableView(parent)
{
    setProperty("input", true); // the style gives it the frame of an input
    setFrameStyle(frameStyle());
    setTabKeyNavigation(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(heightFor(Size::TableRow, fontMetrics()));
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void GridView::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &QWidget::updateGeometry);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &QWidget::updateGeometry);
    connect(model, &QAbstractItemModel::modelReset, this, &QWidget::updateGeometry);
}

void GridView::setVisibleRows(int least, int most)
{
    m_least = least;
    m_most = most;
    updateGeometry();
}

QList<int> GridView::selectedRows() const
{
    QList<int> rows;
    const QItemSelection selection = selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QSize GridView::sizeHint() const
{
    const int rows = std::clamp(model() ? model()->rowCount() : 0, m_least, m_most);
    const int height = horizontalHeader()->sizeHint().height() +
                       rows * verticalHeader()->defaultSectionSize() + 2 * frameWidth();
    return {QTableView::sizeHint().width(), height};
}

// The line at the end of the last column stood beside the frame, as a second one.
void GridView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    const QRect all = viewport()->rect();
    const QRect end =
        QStyle::visualRect(layoutDirection(), all, {all.right(), all.top(), 1, all.height()});
    QPainter(viewport()).fillRect(end, palette().base());
}

// The same key is the window's shortcut to delete the pipeline. In the grid it deletes rows.
bool GridView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride &&
        isPressed(static_cast<QKeyEvent *>(event), WidgetKey::RemoveRows)) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void GridView::keyPressEvent(QKeyEvent *event)
{
    if (isPressed(event, WidgetKey::RemoveRows) && selectionModel()) {
        const QList<int> rows = selectedRows();
        if (!rows.isEmpty())
            Q_EMIT removeRequested(rows);
        return;
    }
    if (event->key() == Qt::Key_Escape && state() != EditingState) {
        event->ignore(); // there is no text to edit or search with, so the key is the window's
        return;
    }
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // Enter edits the cell. In a dialog it would press the default button instead.
    if (opens && state() != EditingState && currentIndex().isValid() &&
        currentIndex().flags() & Qt::ItemIsEditable) {
        edit(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void GridView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && model() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
}

} // namespace Sluice
