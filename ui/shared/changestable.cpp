// SPDX-License-Identifier: Apache-2.0
#include "ui/shared/changestable.h"

#include "models/document/changesmodel.h"
#include "ui/shared/changesdelegate.h"
#include "ui/shared/conflictchoice.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/focusring.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace Sluice {

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
    }
    shareWidth();
}

void ChangesTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    shareWidth();
}

// The column of kinds is as wide as its longest word. The others share the rest, and the values get
// most.
void ChangesTable::shareWidth()
{
    int kind = 0;
    for (int kindRow = 0; kindRow <= int(ChangesModel::Kind::FromServer); ++kindRow) {
        const QString word = ChangesModel::kindText(ChangesModel::Kind(kindRow));
        kind = qMax(kind, fontMetrics().horizontalAdvance(word));
    }
    kind += 2 * Size::Gap + Size::SmallIcon + 2 * Size::IconText;
    const int rest = viewport()->width() - kind;
    const bool hasNotes = !isColumnHidden(ChangesModel::NoteColumn);
    const int place = rest * (hasNotes ? 27 : 20) / 100;
    const int value = rest * (hasNotes ? 25 : 40) / 100;
    setColumnWidth(ChangesModel::KindColumn, kind);
    setColumnWidth(ChangesModel::PlaceColumn, place);
    setColumnWidth(ChangesModel::WasColumn, value);
    setColumnWidth(ChangesModel::WillColumn, value);
    setColumnWidth(ChangesModel::NoteColumn, rest - place - 2 * value);
}

} // namespace Sluice
