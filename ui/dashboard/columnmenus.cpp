// SPDX-License-Identifier: Apache-2.0
#include "ui/dashboard/columnmenus.h"

#include <QAbstractItemModel>
#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// The first letter of the title that no other entry of the menu has becomes its key.
QString withMnemonic(const QString &title, QString *taken)
{
    for (qsizetype at = 0; at < title.size(); ++at) {
        const QChar letter = title.at(at).toLower();
        if (!letter.isLetter() || taken->contains(letter))
            continue;
        taken->append(letter);
        return QString(title).insert(at, u'&');
    }
    return title;
}

} // namespace

ColumnMenus::ColumnMenus(QTableView *table, const QSet<int> &fixed, bool (*canSort)(int column),
                         QWidget *parent)
    : QObject(parent)
    , m_table(table)
    , m_header(table->horizontalHeader())
    , m_columns(new QMenu(tr("&Columns"), parent))
    , m_sorting(new QMenu(tr("S&ort by"), parent))
    , m_fixed(fixed)
    , m_canSort(canSort)
{
    m_columns->setObjectName(u"columnsMenu"_s);
    m_sorting->setObjectName(u"sortMenu"_s);
    fill();
    for (const QMenu *menu : {m_columns, m_sorting})
        connect(menu, &QMenu::aboutToShow, this, &ColumnMenus::look);
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_header, &QWidget::customContextMenuRequested, this, &ColumnMenus::popUp);
}

void ColumnMenus::fill()
{
    QString taken = u"uad"_s; // by the entries below the columns
    auto *sortColumns = new QActionGroup(this);
    for (int column = 0; column < m_header->count(); ++column) {
        const QString title =
            withMnemonic(m_table->model()->headerData(column, Qt::Horizontal).toString(), &taken);
        QAction *shown = m_columns->addAction(title);
        shown->setCheckable(true);
        shown->setEnabled(!m_fixed.contains(column));
        connect(shown, &QAction::triggered, this, [this, column](bool show) {
            m_header->setSectionHidden(column, !show);
            Q_EMIT shownChanged();
        });
        QAction *by = sortColumns->addAction(m_sorting->addAction(title));
        by->setCheckable(true);
        by->setVisible(m_canSort(column));
        connect(by, &QAction::triggered, this,
                [this, column] { sort(column, m_header->sortIndicatorOrder()); });
    }
    m_columns->addSeparator();
    connect(m_columns->addAction(tr("&Usual columns")), &QAction::triggered, this,
            &ColumnMenus::resetRequested);
    m_sorting->addSeparator();
    auto *orders = new QActionGroup(this);
    const std::pair<QString, Qt::SortOrder> rows[] = {{tr("&Ascending"), Qt::AscendingOrder},
                                                      {tr("&Descending"), Qt::DescendingOrder}};
    for (const auto &[text, order] : rows) {
        QAction *action = orders->addAction(m_sorting->addAction(text));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this,
                [this, chosen = order] { sort(m_header->sortIndicatorSection(), chosen); });
    }
}

void ColumnMenus::look()
{
    const QList<QAction *> shown = m_columns->actions();
    const QList<QAction *> by = m_sorting->actions();
    const int count = m_header->count();
    for (int column = 0; column < count; ++column) {
        shown.at(column)->setChecked(!m_header->isSectionHidden(column));
        by.at(column)->setChecked(m_header->sortIndicatorSection() == column);
    }
    const bool ascending = m_header->sortIndicatorOrder() == Qt::AscendingOrder;
    by.at(count + 1)->setChecked(ascending); // a separator stands before it
    by.at(count + 2)->setChecked(!ascending);
}

void ColumnMenus::sort(int column, Qt::SortOrder order)
{
    m_table->sortByColumn(column, order);
}

// The actions for the column under the mouse come first, then the menu of all columns.
void ColumnMenus::popUp(const QPoint &place)
{
    const int column = m_header->logicalIndexAt(place);
    auto *menu = new QMenu(m_header);
    menu->setObjectName(u"headerMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (column >= 0) {
        if (m_canSort(column)) {
            menu->addAction(tr("Sort &ascending"), this,
                            [this, column] { sort(column, Qt::AscendingOrder); });
            menu->addAction(tr("Sort &descending"), this,
                            [this, column] { sort(column, Qt::DescendingOrder); });
        }
        Q_EMIT columnMenuOpens(column, menu);
        QAction *hide = menu->addAction(tr("&Hide this column"), this, [this, column] {
            m_header->hideSection(column);
            Q_EMIT shownChanged();
        });
        hide->setEnabled(!m_fixed.contains(column));
    }
    menu->addMenu(m_columns);
    menu->popup(m_header->mapToGlobal(place));
}

} // namespace Sluice
