// SPDX-License-Identifier: Apache-2.0
#include "ui/form/tables/tablesourcedialog.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/textlabel.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStringListModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr QSize sourceSize{900, 600};
constexpr int sourceNameWidth = 220;
constexpr int sourcePlaceWidth = 160;
constexpr int countWidth = 88;

} // namespace

TableSourceDialog::TableSourceDialog(const QList<TableSource> &sources, const QJsonArray &own,
                                     QWidget *parent)
    : Dialog(u"tableSourceDialog"_s, tr("Take tables from a pipeline"), sourceSize, parent)
    , m_model(new TableSourcesModel(sources, own, this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_names(new QStringListModel(this))
    , m_filter(new QLineEdit(this))
    , m_summary(new TextLabel({}, TextLabel::Role::Section, TextLabel::Ink::Text, this))
    , m_preview(new QListView(this))
{
    setWindowModality(Qt::WindowModal);
    m_shown->setSourceModel(m_model);
    m_shown->setSortRole(TableSourcesModel::SortRole);
    m_shown->setFilterRole(TableSourcesModel::SearchRole);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->sort(TableSourcesModel::NameColumn);
    layOut();
    connect(m_filter, &QLineEdit::textChanged, this, &TableSourceDialog::filter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &TableSourceDialog::choose);
    connect(m_table, &QAbstractItemView::doubleClicked, this, &TableSourceDialog::add);
    filter({});
    m_filter->setFocus();
}

void TableSourceDialog::layOut()
{
    m_filter->setObjectName(u"tableSourceFilter"_s);
    m_filter->setPlaceholderText(tr("Filter by pipeline, project, source or table"));
    m_filter->setAccessibleName(tr("Filter the pipelines"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_table = new RowsView(m_shown, tr("Pipelines with tables"), this);
    m_table->setObjectName(u"tableSources"_s);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(TableSourcesModel::NameColumn,
                                                  Qt::AscendingOrder);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(TableSourcesModel::FromColumn,
                                                      QHeaderView::Stretch);
    m_table->setColumnWidth(TableSourcesModel::NameColumn, sourceNameWidth);
    m_table->setColumnWidth(TableSourcesModel::PlaceColumn, sourcePlaceWidth);
    m_table->setColumnWidth(TableSourcesModel::TablesColumn, countWidth);
    m_table->setColumnWidth(TableSourcesModel::NewColumn, countWidth);
    m_empty = new EmptyState(m_table->viewport());
    m_summary->setObjectName(u"tableSourceSummary"_s);
    m_preview->setObjectName(u"tableSourcePreview"_s);
    m_preview->setAccessibleName(tr("Tables of the chosen pipeline"));
    m_preview->setModel(m_names);
    m_preview->setUniformItemSizes(true);
    m_preview->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_preview->setSelectionMode(QAbstractItemView::NoSelection);
    m_preview->setFont(fixedFont());
    auto *below = new QWidget(this);
    auto *column = new QVBoxLayout(below);
    column->setContentsMargins(0, Size::Gap, 0, 0);
    column->setSpacing(Size::Gap);
    column->addWidget(m_summary);
    column->addWidget(m_preview, 1);
    QSplitter *parts = makeParts(Qt::Vertical, {m_table, below});
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    QVBoxLayout *layout = makeColumn();
    layout->addWidget(m_filter);
    layout->addWidget(parts, 1);
    layout->addLayout(makeButtons());
}

QLayout *TableSourceDialog::makeButtons()
{
    QPushButton *cancel = addButton(tr("Cancel"), u"tableSourceCancel"_s);
    m_add = new QPushButton(this);
    m_add->setObjectName(u"tableSourceAdd"_s);
    m_add->setProperty("primary", true);
    m_add->setDefault(true);
    QBoxLayout *layout = makeLine();
    layout->addStretch(1);
    layout->addWidget(cancel);
    layout->addWidget(m_add);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_add, &QPushButton::clicked, this, &TableSourceDialog::add);
    return layout;
}

void TableSourceDialog::filter(const QString &text)
{
    m_shown->setFilterFixedString(text.trimmed());
    if (!m_table->currentIndex().isValid() && m_shown->rowCount() > 0)
        m_table->selectRow(0);
    m_empty->setText(m_model->rowCount() == 0 ? tr("No other pipeline with tables has been read.")
                                              : tr("No pipelines in this filter."));
    m_empty->setVisible(m_shown->rowCount() == 0);
    choose();
}

void TableSourceDialog::choose()
{
    const QModelIndex row = m_table->currentIndex();
    const int all = row.data(TableSourcesModel::TableCountRole).toInt();
    const int fresh = row.data(TableSourcesModel::NewCountRole).toInt();
    const QString count = tr("%n table(s)", nullptr, all);
    if (!row.isValid())
        m_summary->setText({});
    else if (fresh == 0)
        m_summary->setText(tr("%1: already in the list.").arg(count));
    else if (fresh == all)
        m_summary->setText(tr("%1: all new.").arg(count));
    else
        m_summary->setText(
            tr("%1: %2 new, %3 already in the list.").arg(count).arg(fresh).arg(all - fresh));
    QStringList names = row.data(TableSourcesModel::TableNamesRole).toStringList();
    for (qsizetype known = fresh; known < names.size(); ++known)
        names[known] = tr("%1  (already in the list)").arg(names.at(known));
    m_names->setStringList(names);
    m_add->setText(fresh == 0 ? tr("Add tables") : tr("Add %n table(s)", nullptr, fresh));
    m_add->setEnabled(fresh > 0);
}

void TableSourceDialog::add()
{
    const QModelIndex row = m_table->currentIndex();
    if (row.data(TableSourcesModel::NewCountRole).toInt() == 0)
        return;
    Q_EMIT chosen(row.data(TableSourcesModel::TablesRole).toJsonArray(),
                  row.siblingAtColumn(TableSourcesModel::NameColumn).data().toString());
    accept();
}

// In the filter the arrow keys go through the pipelines.
bool TableSourceDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        const int row = m_table->currentIndex().row() + step;
        if (step != 0 && row >= 0 && row < m_shown->rowCount())
            m_table->selectRow(row);
        if (step != 0)
            return true;
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace Sluice
