// SPDX-License-Identifier: Apache-2.0
#include "ui/secrets/secretspage.h"

#include "models/fleet/fleet.h"
#include "models/secrets/secretfilter.h"
#include "models/secrets/secretsmodel.h"
#include "models/secrets/secretwatch.h"
#include "ui/dashboard/agedelegate.h"
#include "ui/secrets/secretdelegate.h"
#include "ui/secrets/secretdetails.h"
#include "ui/secrets/secretsbar.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto headerKey = "secrets/header"_L1;
constexpr auto splitterKey = "secrets/splitter"_L1;
constexpr int tableHeight = 420;
constexpr int paneHeight = 260;

constexpr std::pair<int, int> widths[] = {
    {SecretsModel::ProviderColumn, 180}, {SecretsModel::LocationColumn, 160},
    {SecretsModel::NameColumn, 240},     {SecretsModel::KeyColumn, 90},
    {SecretsModel::UsersColumn, 76},     {SecretsModel::SeenColumn, 96},
};

} // namespace

SecretsPage::SecretsPage(Fleet *fleet, SecretWatch *watch, QSettings *settings, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_settings(settings)
    , m_model(new SecretsModel(watch, this))
    , m_filter(new SecretFilter(this))
    , m_bar(new SecretsBar(fleet, this))
    , m_details(new SecretDetails(fleet, watch, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    setObjectName(u"secretsPage"_s);
    m_filter->setSourceModel(m_model);
    makeTable();
    m_splitter->setObjectName(u"secretsSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({tableHeight, paneHeight});
    m_splitter->restoreState(settings->value(splitterKey).toByteArray());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(makeTitle());
    layout->addWidget(new Rule(this));
    layout->addWidget(m_bar);
    layout->addWidget(m_splitter, 1);
    connectBar();
    connect(watch, &SecretWatch::changed, this, &SecretsPage::showCounts);
    connect(m_details, &SecretDetails::openRequested, this, &SecretsPage::openRequested);
    m_clock.setInterval(1000);
    connect(&m_clock, &QTimer::timeout, this, [this] {
        QWidget *rows = m_table->viewport();
        rows->update(m_table->columnViewportPosition(SecretsModel::SeenColumn), 0,
                     m_table->columnWidth(SecretsModel::SeenColumn), rows->height());
    });
    showCounts();
    showCurrent();
}

SecretsPage::~SecretsPage()
{
    m_settings->setValue(headerKey, m_table->horizontalHeader()->saveState());
    m_settings->setValue(splitterKey, m_splitter->saveState());
}

void SecretsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_clock.start();
}

void SecretsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_clock.stop();
}

// A vault is chosen whole by its row's menu.
void SecretsPage::showMenu(const QPoint &place)
{
    const QModelIndex row = m_table->indexAt(place);
    if (!row.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"secretMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto reference = row.data(SecretsModel::ReferenceRole).value<SecretReference>();
    menu->addAction(icon("pencil"), tr("&Re-point…"), this,
                    [this] { Q_EMIT repointRequested(selection()); });
    menu->addAction(tr("Select &all of %1").arg(reference.vault().text()), this,
                    [this, vault = reference.vault()] { selectVault(vault); });
    menu->addSeparator();
    menu->addAction(icon("copy"), tr("&Copy the reference"), this,
                    [reference] { QGuiApplication::clipboard()->setText(reference.text()); });
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

void SecretsPage::selectVault(const SecretReference &vault)
{
    QItemSelection rows;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (index.data(SecretsModel::ReferenceRole).value<SecretReference>().vault() == vault)
            rows.select(index, index);
    }
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect |
                                                QItemSelectionModel::Rows);
}

QLayout *SecretsPage::makeTitle()
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(Size::PageMargin, 10, Size::PageMargin, 10);
    line->setSpacing(Size::Gap);
    line->addWidget(
        new TextLabel(tr("Secrets"), TextLabel::Role::Title, TextLabel::Ink::Text, this));
    line->addWidget(
        new TextLabel(tr("References only. Sluice never reads the values in your vaults."),
                      TextLabel::Role::Body, TextLabel::Ink::Secondary, this));
    line->addStretch(1);
    return line;
}

void SecretsPage::makeTable()
{
    m_table = new RowsView(m_filter, tr("References to secrets"), this);
    m_table->setObjectName(u"secretsTable"_s);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setItemDelegate(new SecretDelegate(m_table));
    m_table->setItemDelegateForColumn(
        SecretsModel::SeenColumn,
        new AgeDelegate(AgeDelegate::Form::Ago, SecretsModel::SeenRole, -1, -1, m_table));
    QHeaderView *header = m_table->horizontalHeader();
    for (const auto &[column, width] : widths)
        header->resizeSection(column, width);
    header->setSectionResizeMode(SecretsModel::ChecksColumn, QHeaderView::Stretch);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(SecretsModel::ProviderColumn, Qt::AscendingOrder);
    header->restoreState(m_settings->value(headerKey).toByteArray());
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &SecretsPage::showMenu);
    m_empty = new EmptyState(m_table->viewport());
    m_empty->button()->setObjectName(u"clearSecretFilters"_s);
    connect(m_empty, &EmptyState::buttonClicked, m_bar, &SecretsBar::clearFilters);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SecretsPage::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SecretsPage::showCurrent);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &SecretsPage::showEmptyState);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &SecretsPage::showEmptyState);
}

void SecretsPage::connectBar()
{
    connect(m_bar, &SecretsBar::textChanged, m_filter, &SecretFilter::setText);
    connect(m_bar, &SecretsBar::providerChanged, m_filter, &SecretFilter::setProvider);
    connect(m_bar, &SecretsBar::accountChanged, m_filter, &SecretFilter::setAccount);
    connect(m_bar, &SecretsBar::onlyFindingsChanged, m_filter, &SecretFilter::setOnlyFindings);
    connect(m_bar, &SecretsBar::repointRequested, this,
            [this] { Q_EMIT repointRequested(selection()); });
}

void SecretsPage::focusFilter()
{
    m_bar->focusText();
}

void SecretsPage::focusTable()
{
    m_table->setFocus();
    if (selection().isEmpty() && m_filter->rowCount() > 0)
        m_table->selectRow(qMax(0, m_table->currentIndex().row()));
}

QList<SecretReference> SecretsPage::selection() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QList<SecretReference> references;
    for (const QModelIndex &row : std::as_const(rows))
        references.append(row.data(SecretsModel::ReferenceRole).value<SecretReference>());
    return references;
}

int SecretsPage::withFindings() const
{
    return m_withFindings;
}

QString SecretsPage::countText() const
{
    const int all = m_model->rowCount();
    const QString references = all == 1 ? tr("1 reference") : tr("%L1 references").arg(all);
    return tr("%1, %L2 with findings").arg(references).arg(m_withFindings);
}

void SecretsPage::showCounts()
{
    m_withFindings = m_model->withFindings();
    m_bar->setWithFindings(m_withFindings);
    showEmptyState();
    Q_EMIT countsChanged();
}

void SecretsPage::showEmptyState()
{
    m_empty->setVisible(m_filter->rowCount() == 0);
    if (m_filter->isFiltering())
        m_empty->setText(tr("No references in this filter."), tr("Clear filters"));
    else
        m_empty->setText(tr("No pipeline refers to a secret yet."));
}

void SecretsPage::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    m_details->setReference(current.data(SecretsModel::ReferenceRole).value<SecretReference>());
    m_bar->setRepointObstacle(selection().isEmpty() ? tr("Select the references to re-point first.")
                                                    : QString());
}

} // namespace Sluice
