// SPDX-License-Identifier: Apache-2.0
#include "ui/references/referencestable.h"

#include "models/definition/secret/secrettext.h"
#include "models/references/referencesmodel.h"
#include "ui/references/referencedelegate.h"
#include "ui/theme/icons.h"
#include "ui/widgets/agedelegate.h"
#include "ui/widgets/clipboard.h"
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
    {ReferencesModel::KeyColumn, 90},
    {ReferencesModel::UsersColumn, 104},
    {ReferencesModel::SeenColumn, 96},
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
    setSelectionMode(ExtendedSelection);
    setItemDelegate(new ReferenceDelegate(this));
    setItemDelegateForColumn(
        ReferencesModel::SeenColumn,
        new AgeDelegate(AgeDelegate::Form::Ago, {ReferencesModel::SeenRole}, this));
    setUpColumns();
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

// Names get most of the width that the fixed columns leave. The checks stretch over the rest.
void ReferencesTable::fit()
{
    int rest = viewport()->width();
    for (const auto &[column, width] : widths) {
        setColumnWidth(column, width);
        rest -= isColumnHidden(column) ? 0 : width;
    }
    setColumnWidth(ReferencesModel::LocationColumn, qMax(80, rest * 24 / 100));
    setColumnWidth(ReferencesModel::NameColumn, qMax(120, rest * 38 / 100));
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
