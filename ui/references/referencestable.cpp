// SPDX-License-Identifier: Apache-2.0
#include "ui/references/referencestable.h"

#include "models/definition/secret/secrettext.h"
#include "models/references/referencesmodel.h"
#include "ui/references/referencedelegate.h"
#include "ui/theme/icons.h"
#include "ui/widgets/agedelegate.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/emptystate.h"

#include <QAbstractProxyModel>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto secretsHeaderKey = "secrets/header"_L1;

constexpr auto secretsFitKey = "secrets/columnsFit"_L1;

constexpr std::pair<int, int> widths[] = {
    {ReferencesModel::ProviderColumn, 180},
    {ReferencesModel::UsersColumn, 104},
    {ReferencesModel::SeenColumn, 96},
};
// What these get at least, when there is room. They share what the others leave.
constexpr std::pair<int, int> sharing[] = {
    {ReferencesModel::LocationColumn, 120},
    {ReferencesModel::NameColumn, 200},
    {ReferencesModel::KeyColumn, 90},
    {ReferencesModel::ChecksColumn, 150},
};
constexpr int narrow = 900; // a narrower table has no room for "last seen"

SecretReference referenceAt(const QModelIndex &index)
{
    return index.data(ReferencesModel::ReferenceRole).value<SecretReference>();
}

} // namespace

ReferencesTable::ReferencesTable(QAbstractItemModel *model, QSettings *settings, QWidget *parent)
    : RowsView(model, tr("References to secrets"), parent)
    , m_settings(settings)
    , m_empty(new EmptyState(viewport()))
{
    setObjectName(u"secretsTable"_s);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // no column moves when it is needed
    setSelectionMode(ExtendedSelection);
    setItemDelegate(new ReferenceDelegate(this));
    setItemDelegateForColumn(
        ReferencesModel::SeenColumn,
        new AgeDelegate(AgeDelegate::Form::Ago, {ReferencesModel::SeenRole}, this));
    for (const auto &[column, width] : sharing)
        m_wanted.append(width);
    setUpColumns();
    m_measuring.setSingleShot(true);
    connect(&m_measuring, &QTimer::timeout, this, &ReferencesTable::measure);
    m_measuring.start(); // for the rows that are there
    connect(model, &QAbstractItemModel::rowsInserted, &m_measuring, qOverload<>(&QTimer::start));
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ReferencesTable::choiceChanged);
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ReferencesTable::choiceChanged);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        viewport()->update(columnViewportPosition(ReferencesModel::SeenColumn), 0,
                           columnWidth(ReferencesModel::SeenColumn), viewport()->height());
    });
}

ReferencesTable::~ReferencesTable()
{
    m_settings->setValue(secretsHeaderKey, horizontalHeader()->saveState());
    m_settings->setValue(secretsFitKey, m_fits);
}

void ReferencesTable::setUpColumns()
{
    QHeaderView *header = horizontalHeader();
    for (const auto &[column, width] : widths)
        header->resizeSection(column, width);
    setSortingEnabled(true);
    sortByColumn(ReferencesModel::ProviderColumn, Qt::AscendingOrder);
    header->restoreState(m_settings->value(secretsHeaderKey).toByteArray());
    m_fits = m_settings->value(secretsFitKey, true).toBool();
    header->setSectionResizeMode(ReferencesModel::ChecksColumn, QHeaderView::Stretch);
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (!m_isFitting && column != ReferencesModel::ChecksColumn)
            m_fits = false;
    });
}

void ReferencesTable::resizeEvent(QResizeEvent *event)
{
    RowsView::resizeEvent(event);
    const QScopedValueRollback fitting(m_isFitting, true);
    setColumnHidden(ReferencesModel::SeenColumn, viewport()->width() < narrow);
    if (m_fits)
        fit();
}

// No text is cut while there is room for it. The checks stretch over what is left.
void ReferencesTable::fit()
{
    int rest = viewport()->width();
    for (const auto &[column, width] : widths) {
        setColumnWidth(column, width);
        rest -= isColumnHidden(column) ? 0 : width;
    }
    const QList<int> shares = fairWidths(m_wanted, rest);
    for (qsizetype each = 0; each < shares.size(); ++each) {
        if (sharing[each].first != ReferencesModel::ChecksColumn)
            setColumnWidth(sharing[each].first, shares.at(each));
    }
}

// Columns only grow: under a filter they would jump at each letter.
void ReferencesTable::measure()
{
    if (!m_fits)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    for (qsizetype each = 0; each < m_wanted.size(); ++each)
        m_wanted[each] = qMax(m_wanted.at(each), sizeHintForColumn(sharing[each].first));
    fit();
}

QList<SecretReference> ReferencesTable::selection() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<SecretReference> references;
    for (const QModelIndex &row : std::as_const(rows))
        references.append(referenceAt(row));
    return references;
}

SecretReference ReferencesTable::current() const
{
    const QModelIndex index = currentIndex();
    return selectionModel()->isRowSelected(index.row()) ? referenceAt(index) : SecretReference();
}

void ReferencesTable::showEvent(QShowEvent *event)
{
    RowsView::showEvent(event);
    m_clock.start();
}

void ReferencesTable::hideEvent(QHideEvent *event)
{
    RowsView::hideEvent(event);
    m_clock.stop();
}

// Qt then makes the first row current without selecting it.
void ReferencesTable::focusInEvent(QFocusEvent *event)
{
    RowsView::focusInEvent(event);
    if (!selectionModel()->hasSelection() && currentIndex().isValid())
        selectRow(currentIndex().row());
}

void ReferencesTable::contextMenuEvent(QContextMenuEvent *event)
{
    const SecretReference reference = current();
    if (reference.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"secretMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon("pencil"), tr("&Re-point…"), this, &ReferencesTable::repointRequested);
    // The page's filter may hide some.
    const auto *filter = qobject_cast<const QAbstractProxyModel *>(model());
    const bool hidesSome = filter && filter->sourceModel()->rowCount() > filter->rowCount();
    const QString words =
        hidesSome ? tr("&Select all of %1 that are shown") : tr("&Select all of %1");
    menu->addAction(words.arg(reference.vault().text()), this,
                    [this, reference] { selectVault(reference.vault()); });
    menu->addSeparator();
    menu->addAction(icon("copy"), tr("&Copy the reference"), this,
                    [reference] { copyToClipboard(secretText(reference)); });
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center())
                      : event->globalPos());
}

void ReferencesTable::selectVault(const SecretReference &vault)
{
    QItemSelection rows;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex index = model()->index(row, 0);
        if (referenceAt(index).vault() == vault)
            rows.select(index, index);
    }
    selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

} // namespace Sluice
