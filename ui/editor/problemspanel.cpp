// SPDX-License-Identifier: Apache-2.0
#include "ui/editor/problemspanel.h"

#include "models/form/formmodel.h"
#include "models/form/problemsmodel.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int shownRows = 4;

} // namespace

ProblemsPanel::ProblemsPanel(const FormModel *form, QWidget *parent)
    : QWidget(parent)
    , m_model(new ProblemsModel(form, this))
    , m_title(new TextLabel({}, TextLabel::Role::Section, TextLabel::Ink::Problem, this))
    , m_origin(new TextLabel({}, TextLabel::Role::Small, TextLabel::Ink::Secondary, this))
    , m_table(new QTableView(this))
{
    setObjectName(u"problemsPanel"_s);
    m_title->setObjectName(u"problemsTitle"_s);
    m_table->setObjectName(u"problemsTable"_s);
    m_table->setAccessibleName(tr("Problems"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->horizontalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(heightFor(Size::TableRow, fontMetrics()));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Size::PageMargin, Size::Gap / 2, Size::PageMargin, Size::Gap / 2);
    head->setSpacing(Size::Gap);
    head->addWidget(m_title);
    head->addWidget(m_origin);
    head->addStretch(1);
    head->addWidget(new TextLabel(tr("Next: F8   Previous: Shift+F8"), TextLabel::Role::Small,
                                  TextLabel::Ink::Secondary, this));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(new Rule(Qt::Horizontal, this));
    layout->addLayout(head);
    layout->addWidget(m_table);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &ProblemsPanel::refresh);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &ProblemsPanel::refresh);
    connect(m_table, &QTableView::clicked, this,
            [this](const QModelIndex &index) { go(index.row()); });
    connect(m_table, &QTableView::activated, this,
            [this](const QModelIndex &index) { go(index.row()); });
    refresh();
}

void ProblemsPanel::setOrigin(const QString &origin)
{
    m_origin->setText(origin);
}

int ProblemsPanel::count() const
{
    return m_model->rowCount();
}

void ProblemsPanel::refresh()
{
    const int rows = count();
    m_title->setText(tr("%n problem(s)", nullptr, rows));
    m_table->setFixedHeight(qMin(rows, shownRows) *
                            m_table->verticalHeader()->defaultSectionSize());
    setVisible(rows > 0);
}

void ProblemsPanel::go(int row)
{
    Q_EMIT placeRequested(m_model->path(row), m_model->isShownInForm(row));
}

void ProblemsPanel::next(bool backwards)
{
    const int rows = count();
    if (rows == 0)
        return;
    const int current = m_table->currentIndex().row(); // -1: none
    const int row = backwards ? (qMax(current, 0) - 1 + rows) % rows : (current + 1) % rows;
    m_table->selectRow(row);
    go(row);
}

} // namespace Sluice
