// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/changestable.h"

#include "models/document/changesmodel.h"
#include "ui/shared/changesdelegate.h"
#include "ui/shared/conflictchoice.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/focusring.h"

#include <QHeaderView>

#include <numeric>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int leastColumn = 72;
constexpr int measuredRows = 500;

// What is over goes to all alike. What is missing is taken from the widest.
QList<int> sharedOut(int room, const QList<int> &needs)
{
    QList<int> widths = fairWidths(needs, room);
    const int over = room - std::accumulate(widths.cbegin(), widths.cend(), 0);
    const int more = qMax(0, over) / int(widths.size());
    for (int &width : widths)
        width = qMax(width + more, leastColumn);
    widths.last() += qMax(0, over) - more * int(widths.size());
    return widths;
}

} // namespace

ChangesTable::ChangesTable(ChangesModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_empty(new EmptyState(viewport()))
{
    m_empty->setText(tr("No changes."));
    setObjectName(u"changesTable"_s);
    setAccessibleName(tr("Changes"));
    setModel(model);
    setItemDelegate(new ChangesDelegate(this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    new FocusRing(this);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(heightFor(Size::TableRow, fontMetrics()));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(model, &QAbstractItemModel::modelReset, this, &ChangesTable::placeConflicts);
    connect(model, &QAbstractItemModel::headerDataChanged, this, &ChangesTable::measure);
    placeConflicts();
}

void ChangesTable::setCompares(bool compares)
{
    m_compares = compares;
    m_empty->setVisible(m_compares && m_model->rowCount() == 0);
}

void ChangesTable::placeConflicts()
{
    m_empty->setVisible(m_compares && m_model->rowCount() == 0);
    clearSpans();
    m_choiceWidth = 0;
    const int plain = verticalHeader()->defaultSectionSize();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, ChangesModel::WasColumn);
        if (index.data(ChangesModel::KindRole).toInt() != int(ChangesModel::Kind::Conflict)) {
            setRowHeight(row, plain);
            continue;
        }
        auto *choice = new ConflictChoice(index.data(ChangesModel::BaseRole).toString(),
                                          index.data(ChangesModel::TheirsRole).toString(),
                                          index.data(ChangesModel::MineRole).toString(), this);
        choice->setChoice(MergeItem::Choice(index.data(ChangesModel::ChoiceRole).toInt()));
        const QPersistentModelIndex place(index);
        connect(choice, &ConflictChoice::chosen, this,
                [this, place, choice](MergeItem::Choice chosen) {
                    m_model->setData(place, int(chosen), ChangesModel::ChoiceRole);
                    choice->setChoice(chosen);
                });
        setSpan(row, ChangesModel::WasColumn, 1, 2);
        setIndexWidget(index, choice);
        setRowHeight(row, choice->sizeHint().height());
        m_choiceWidth = qMax(m_choiceWidth, choice->sizeHint().width());
    }
    measure();
}

void ChangesTable::focusOpenConflict()
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, ChangesModel::WasColumn);
        QWidget *choice = indexWidget(index);
        if (!choice || index.data(ChangesModel::ChoiceRole).toInt() != int(MergeItem::Choice::None))
            continue;
        scrollTo(index);
        choice->setFocus(Qt::OtherFocusReason);
        return;
    }
}

// Not with each new size: there may be hundreds of long texts.
void ChangesTable::measure()
{
    m_needs.clear();
    for (const int column : {ChangesModel::PlaceColumn, ChangesModel::WasColumn,
                             ChangesModel::WillColumn, ChangesModel::NoteColumn})
        m_needs.insert(column, neededWidth(column));
    shareWidth();
}

int ChangesTable::neededHeight() const
{
    const int header = qMax(horizontalHeader()->sizeHint().height(), horizontalHeader()->height());
    return header + verticalHeader()->length() + 2 * frameWidth();
}

void ChangesTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

// The column of kinds is as wide as its longest word. The others get what their texts need; where
// that is too much, those that need most give way.
void ChangesTable::shareWidth()
{
    int kind = 0;
    for (int kindRow = 0; kindRow <= int(ChangesModel::Kind::FromServer); ++kindRow) {
        for (const bool isComparison : {false, true}) {
            const QString word = ChangesModel::kindText(ChangesModel::Kind(kindRow), isComparison);
            kind = qMax(kind, fontMetrics().horizontalAdvance(word));
        }
    }
    kind += 2 * Size::Gap + Size::SmallIcon + 2 * Size::IconText;
    setColumnWidth(ChangesModel::KindColumn, kind);
    QList<int> columns{ChangesModel::PlaceColumn, ChangesModel::WasColumn,
                       ChangesModel::WillColumn};
    if (!isColumnHidden(ChangesModel::NoteColumn))
        columns.append(ChangesModel::NoteColumn);
    QList<int> needs;
    for (const int column : std::as_const(columns))
        needs.append(m_needs.value(column));
    const QList<int> widths = sharedOut(viewport()->width() - kind, needs);
    for (qsizetype at = 0; at < columns.size(); ++at)
        setColumnWidth(columns.at(at), widths.at(at));
}

int ChangesTable::neededWidth(int column) const
{
    const int header = horizontalHeader()->sectionSizeHint(column);
    int needed = qMax(header, leastColumn);
    const bool isValue = column == ChangesModel::WasColumn || column == ChangesModel::WillColumn;
    if (isValue && m_model->conflictCount() > 0)
        needed = qMax(needed, m_choiceWidth / 2);
    const int rows = qMin(m_model->rowCount(), measuredRows);
    for (int row = 0; row < rows; ++row) {
        const QModelIndex index = m_model->index(row, column);
        needed = qMax(needed, ChangesDelegate::widthOf(index, font()));
    }
    return needed;
}

} // namespace Sluice
