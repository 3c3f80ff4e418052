// SPDX-License-Identifier: Apache-2.0
#include "ui/form/tables/tablesfindbar.h"

#include "models/form/tables/tablewords.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/calmcombobox.h"
#include "ui/widgets/noteline.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/widgetkeys.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

bool isBefore(const QModelIndex &a, const QModelIndex &b)
{
    return std::pair(a.row(), a.column()) < std::pair(b.row(), b.column());
}

} // namespace

TablesFindBar::TablesFindBar(TablesModel *tables, QAbstractItemView *grid, const QString &prefix,
                             QWidget *area)
    : SearchBar(area)
    , m_tables(tables)
    , m_grid(grid)
{
    setObjectName(prefix);
    auto *layout = new QGridLayout(this); // the two edits below each other
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->setColumnStretch(0, 1);
    makeFindLine(layout, prefix);
    makeReplaceLine(layout, prefix);
    m_problem = new NoteLine(Family::Problem, this);
    layout->addWidget(m_problem, 2, 0, 1, 2);
    m_recount.setSingleShot(true);
    connect(&m_recount, &QTimer::timeout, this, &TablesFindBar::count);
    const auto recount = [this] {
        if (isVisible())
            m_recount.start();
    };
    connect(tables, &QAbstractItemModel::dataChanged, this, recount);
    connect(tables, &QAbstractItemModel::rowsInserted, this, recount);
    connect(tables, &QAbstractItemModel::rowsRemoved, this, recount);
    connect(tables, &QAbstractItemModel::layoutChanged, this, recount);
    connect(grid->selectionModel(), &QItemSelectionModel::currentChanged, this, recount);
}

void TablesFindBar::makeFindLine(QGridLayout *layout, const QString &prefix)
{
    m_words = new QLineEdit(this);
    m_words->setObjectName(prefix + u".words"_s);
    m_words->setPlaceholderText(tr("Find in the tables"));
    m_words->setAccessibleName(tr("Find in the tables"));
    m_column = new CalmComboBox(this);
    m_column->setObjectName(prefix + u".column"_s);
    m_column->setAccessibleName(tr("Where to find"));
    m_column->addItem(tr("Schema and table"));
    m_column->addItem(tr("Schema"), int(TablesModel::SchemaColumn));
    m_column->addItem(tr("Table"), int(TablesModel::TableColumn));
    m_case = new QCheckBox(tr("Match case"), this);
    m_case->setObjectName(prefix + u".case"_s);
    m_pattern = new QCheckBox(tr("Pattern"), this);
    m_pattern->setObjectName(prefix + u".pattern"_s);
    m_pattern->setToolTip(tr("A regular expression, as in Perl; \\1 in the replacement stands for "
                             "its first group"));
    auto *line = new QHBoxLayout;
    line->setSpacing(Size::Gap);
    layout->addWidget(m_words, 0, 0);
    line->addWidget(m_column);
    line->addWidget(m_case);
    line->addWidget(m_pattern);
    const auto addButton = [&](const char *iconName, const QString &tip, const QString &name) {
        auto *button = new QToolButton(this);
        button->setObjectName(prefix + name);
        button->setIcon(icon(iconName));
        button->setToolTip(tip);
        button->setAccessibleName(tip);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        line->addWidget(button);
        return button;
    };
    m_previous = addButton("chevron-up", tr("Previous match (Shift+Enter)"), u".previous"_s);
    m_next = addButton("chevron-down", tr("Next match (Enter)"), u".next"_s);
    QToolButton *closing = addButton("x", tr("Close (Esc)"), u".close"_s);
    layout->addLayout(line, 0, 1);
    m_words->installEventFilter(this);
    connect(m_words, &QLineEdit::textEdited, this, &TablesFindBar::typed);
    connect(m_column, &QComboBox::currentIndexChanged, this, &TablesFindBar::typed);
    connect(m_case, &QCheckBox::toggled, this, &TablesFindBar::typed);
    connect(m_pattern, &QCheckBox::toggled, this, &TablesFindBar::typed);
    connect(m_previous, &QToolButton::clicked, this, [this] { findNext(true); });
    connect(m_next, &QToolButton::clicked, this, [this] { findNext(false); });
    connect(closing, &QToolButton::clicked, this, &TablesFindBar::close);
}

void TablesFindBar::makeReplaceLine(QGridLayout *layout, const QString &prefix)
{
    m_by = new QLineEdit(this);
    m_by->setObjectName(prefix + u".by"_s);
    m_by->setPlaceholderText(tr("Replace with"));
    m_by->setAccessibleName(tr("Replace with"));
    m_by->installEventFilter(this);
    const auto makeButton = [&](const QString &text, const QString &name) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(prefix + name);
        button->setAutoDefault(false);
        return button;
    };
    m_replace = makeButton(tr("Replace"), u".replace"_s);
    m_replaceAll = makeButton(tr("Replace all"), u".replaceAll"_s);
    m_found = new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this);
    m_found->setObjectName(prefix + u".found"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(Size::Gap);
    layout->addWidget(m_by, 1, 0);
    line->addWidget(m_replace);
    line->addWidget(m_replaceAll);
    line->addWidget(m_found, 1);
    layout->addLayout(line, 1, 1);
    connect(m_by, &QLineEdit::textEdited, this, [this] { m_problem->setText({}); });
    connect(m_replace, &QPushButton::clicked, this, &TablesFindBar::replaceOne);
    connect(m_replaceAll, &QPushButton::clicked, this, &TablesFindBar::replaceAll);
}

TableSearch TablesFindBar::search() const
{
    TableQuery query{m_words->text(), {}, m_case->isChecked(), m_pattern->isChecked()};
    if (const QVariant column = m_column->currentData(); column.isValid())
        query.column = TablesModel::Column(column.toInt());
    return TableSearch(query);
}

void TablesFindBar::open()
{
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    count();
}

void TablesFindBar::close()
{
    m_problem->setText({});
    m_grid->setFocus(Qt::OtherFocusReason);
    hide();
}

// currentChanged() follows and updates the count.
void TablesFindBar::goTo(const QModelIndex &cell)
{
    if (!cell.isValid())
        return;
    m_grid->setCurrentIndex(cell);
    m_grid->scrollTo(cell);
}

// The longer word may still stand where the shorter one was found.
void TablesFindBar::typed()
{
    const TableSearch wanted = search();
    m_problem->setText(wanted.fault().isEmpty()
                           ? QString()
                           : tr("This pattern cannot be used: %1.").arg(wanted.fault()));
    const QModelIndexList found = wanted.matches(*m_tables);
    const auto from =
        std::lower_bound(found.begin(), found.end(), m_grid->currentIndex(), isBefore);
    if (!found.isEmpty())
        goTo(from == found.end() ? found.first() : *from);
    count();
}

void TablesFindBar::findNext(bool backwards)
{
    m_problem->setText({});
    const QModelIndexList found = search().matches(*m_tables);
    if (found.isEmpty())
        return;
    const QModelIndex current = m_grid->currentIndex();
    if (backwards) {
        const auto from = std::lower_bound(found.begin(), found.end(), current, isBefore);
        goTo(from == found.begin() ? found.last() : *(from - 1));
    } else {
        const auto from = std::upper_bound(found.begin(), found.end(), current, isBefore);
        goTo(from == found.end() ? found.first() : *from);
    }
}

bool TablesFindBar::replace(const QModelIndexList &cells)
{
    const TableSearch wanted = search();
    QList<TablesModel::CellText> texts;
    texts.reserve(cells.size());
    for (const QModelIndex &cell : cells)
        texts.append(wanted.replaced(cell, m_by->text()));
    const TablesModel::Replaced replaced = m_tables->replace(texts);
    m_problem->setText(TableWords::refused(replaced));
    count();
    m_recount.stop(); // the user is to read what was done, not how many are left
    if (m_problem->text().isEmpty())
        m_found->setText(tr("%n name(s) replaced", nullptr, replaced.cells));
    return m_problem->text().isEmpty();
}

void TablesFindBar::replaceOne()
{
    const QModelIndex current = m_grid->currentIndex();
    if (!search().matches(*m_tables).contains(current) || replace({current}))
        findNext(false);
}

void TablesFindBar::replaceAll()
{
    replace(search().matches(*m_tables));
}

void TablesFindBar::count()
{
    const QModelIndexList found = search().matches(*m_tables);
    const bool isAny = !found.isEmpty();
    for (QWidget *part : {static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next),
                          static_cast<QWidget *>(m_replace), static_cast<QWidget *>(m_replaceAll)})
        part->setEnabled(isAny);
    if (m_words->text().isEmpty()) {
        m_found->clear();
    } else if (!isAny) {
        m_found->setText(tr("Not found"));
    } else if (const auto place = found.indexOf(m_grid->currentIndex()); place >= 0) {
        m_found->setText(tr("%1 of %2").arg(place + 1).arg(found.size()));
    } else {
        m_found->setText(tr("%n match(es)", nullptr, int(found.size())));
    }
}

bool TablesFindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || watched == parent())
        return SearchBar::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isBack = isPressed(key, WidgetKey::PreviousHit);
    if (!isBack && !isPressed(key, WidgetKey::NextHit))
        return SearchBar::eventFilter(watched, event);
    if (watched == m_by)
        replaceOne();
    else
        findNext(isBack);
    return true;
}

} // namespace Sluice
