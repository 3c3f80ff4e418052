// SPDX-License-Identifier: Apache-2.0
#include "ui/references/repointreview.h"

#include "models/document/changesmodel.h"
#include "models/references/repoint/repointmodel.h"
#include "ui/references/repointtable.h"
#include "ui/shared/changestable.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/readonlytext.h"
#include "ui/widgets/textlabel.h"

#include <QProgressBar>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int resultLines = 3; // more of them scroll
constexpr int runMeterWidth = 200;

QSortFilterProxyModel *makeRows(RepointModel *model, QObject *parent)
{
    auto *rows = new QSortFilterProxyModel(parent);
    rows->setFilterKeyColumn(RepointModel::PipelineColumn);
    rows->setFilterFixedString(u"true"_s);
    rows->setFilterRole(RepointModel::ChosenRole);
    rows->setSourceModel(model);
    return rows;
}

} // namespace

RepointReview::RepointReview(RepointModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_rows(makeRows(model, this))
    , m_changes(new ChangesModel(this))
    , m_headline(new TextLabel({}, TextLabel::Role::Section, TextLabel::Ink::Text, this))
    , m_progress(new QProgressBar(this))
    , m_table(new RepointTable(m_rows, RepointTable::Shows::NotesAndResults, tr("Pipelines"), this))
    , m_title(new TextLabel({}, TextLabel::Role::Section, TextLabel::Ink::Text, this))
    , m_result(new ReadOnlyText(u"repointResult"_s, tr("What became of it"), this))
{
    m_table->setObjectName(u"repointRows"_s);
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(m_table);
    parts->addWidget(makeDetails());
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(Size::Gap);
    layout->addLayout(makeHead());
    layout->addWidget(parts, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RepointReview::showRow);
    connect(m_model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                if (sourceRow() >= first.row() && sourceRow() <= last.row())
                    showRow();
            });
    showProgress(0, 0);
}

QLayout *RepointReview::makeHead()
{
    m_headline->setObjectName(u"repointHeadline"_s);
    m_progress->setObjectName(u"repointProgress"_s);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(runMeterWidth);
    QSizePolicy keepsItsPlace = m_progress->sizePolicy();
    keepsItsPlace.setRetainSizeWhenHidden(true);
    m_progress->setSizePolicy(keepsItsPlace);
    auto *head = new QHBoxLayout;
    head->setSpacing(Size::Gap);
    head->addWidget(m_headline, 1);
    head->addWidget(m_progress);
    return head;
}

QWidget *RepointReview::makeDetails()
{
    m_title->setObjectName(u"repointRowTitle"_s);
    m_result->setLines(resultLines);
    auto *below = new QWidget(this);
    auto *details = new QVBoxLayout(below);
    details->setContentsMargins(0, Size::Gap, 0, 0);
    details->setSpacing(Size::Gap);
    details->addWidget(m_title);
    details->addWidget(m_result);
    auto *changes = new ChangesTable(m_changes, below);
    changes->setColumnHidden(ChangesModel::NoteColumn, true); // the pipelines' rows have the notes
    details->addWidget(changes, 1);
    return below;
}

void RepointReview::begin(Rows rows)
{
    m_rows->setFilterRole(rows == Rows::Left ? RepointModel::ReviewRole : RepointModel::ChosenRole);
    if (sourceRow() < 0)
        m_table->selectRow(0);
    showRow();
}

void RepointReview::showProgress(int done, int total)
{
    m_progress->setVisible(total > 0);
    m_progress->setRange(0, qMax(1, total));
    m_progress->setValue(done);
}

void RepointReview::setHeadline(const QString &text)
{
    m_headline->setText(text);
}

void RepointReview::scrollTo(const PipelineKey &key)
{
    const QModelIndex row = m_model->index(m_model->rowOf(key), RepointModel::PipelineColumn);
    m_table->scrollTo(m_rows->mapFromSource(row)); // none: nothing happens
}

void RepointReview::focusFirst()
{
    m_table->setFocus();
}

int RepointReview::sourceRow() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? -1 : m_rows->mapToSource(rows.first()).row();
}

void RepointReview::showRow()
{
    const int row = sourceRow();
    const QModelIndex index = m_model->index(row, RepointModel::PipelineColumn);
    const auto state = ItemState(index.data(RepointModel::StateRole).toInt());
    const QString result = index.data(RepointModel::ResultRole).toString();
    const bool isBad = state == ItemState::Failed || isUnknown(state);
    m_changes->setChanges(row < 0 ? QList<Change>() : m_model->changes(row));
    m_result->showText(isBad ? result : QString());
    const QString name = index.data().toString();
    if (row < 0)
        m_title->setText(tr("Select a pipeline to see what changes in it."));
    else if (state == ItemState::Done)
        m_title->setText(tr("This changed in %1:").arg(name));
    else if (state == ItemState::Failed)
        m_title->setText(tr("%1 was not re-pointed.").arg(name));
    else if (isUnknown(state))
        m_title->setText(tr("It is not known whether %1 was re-pointed.").arg(name));
    else
        m_title->setText(tr("This changes in %1:").arg(name));
}

} // namespace Sluice
