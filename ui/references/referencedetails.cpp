// SPDX-License-Identifier: Apache-2.0
#include "ui/references/referencedetails.h"

#include "models/definition/secret/secrettext.h"
#include "models/fleet/fleet.h"
#include "models/references/referencefindingsmodel.h"
#include "models/references/referencemonitor.h"
#include "models/references/referenceusersmodel.h"
#include "models/references/silences.h"
#include "ui/references/silencedialog.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/badgedelegate.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/rowsview.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTabBar>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int nameWidth = 220;
constexpr int placeWidth = 248;
constexpr int fieldWidth = 240;
constexpr int findingStateWidth = 160;

// Silenced findings are there, but quiet.
class FindingDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (index.data(ReferenceFindingsModel::SilencedRole).toBool())
            option->palette.setColor(QPalette::Text, tokensFor(option->palette).textSecondary);
    }
};

} // namespace

ReferenceDetails::ReferenceDetails(Fleet *fleet, const ReferenceMonitor *monitor, QWidget *parent)
    : QWidget(parent)
    , m_monitor(monitor)
    , m_users(new ReferenceUsersModel(fleet, monitor, this))
    , m_findings(new ReferenceFindingsModel(monitor, this))
    , m_parts(new QWidget(this))
    , m_none(new EmptyState(this))
    , m_title(new TextLabel({}, TextLabel::Role::Fixed, TextLabel::Ink::Text, this))
    , m_tabs(new QTabBar(this))
    , m_copy(new QToolButton(this))
    , m_silence(new QPushButton(this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(u"secretDetails"_s);
    m_none->setText(tr("Select a reference to see who uses it."));
    m_none->setBackgroundRole(QPalette::Base); // as the tables that come in its place
    m_none->setAutoFillBackground(true);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->addWidget(m_parts);
    auto *layout = new QVBoxLayout(m_parts);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(makeHeader());
    layout->addWidget(new Rule(this));
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(makeUsers());
    m_pages->addWidget(makeFindings());
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &ReferenceDetails::showSilence);
    connect(m_silence, &QPushButton::clicked, this, &ReferenceDetails::askForSilence);
    for (const QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(m_users),
                                            static_cast<QAbstractItemModel *>(m_findings)}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &ReferenceDetails::showCounts);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &ReferenceDetails::showCounts);
    }
    showCounts();
}

QLayout *ReferenceDetails::makeHeader()
{
    m_title->setObjectName(u"secretTitle"_s);
    m_title->setElideMode(Qt::ElideRight);
    m_tabs->setObjectName(u"secretTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the reference"));
    m_tabs->setDrawBase(false);
    m_tabs->addTab({});
    m_tabs->addTab({});
    m_copy->setObjectName(u"copySecretButton"_s);
    m_copy->setIcon(icon("copy"));
    m_copy->setAutoRaise(true);
    m_copy->setToolTip(tr("Copy the reference"));
    m_copy->setAccessibleName(m_copy->toolTip());
    m_silence->setObjectName(u"silenceButton"_s);
    m_silence->setProperty("small", true);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { copyToClipboard(secretText(m_users->reference()), m_copy); });
    auto *header = new QHBoxLayout;
    header->setContentsMargins(Size::PageMargin, 0, Size::Gap, 0);
    header->setSpacing(Size::Gap);
    header->addWidget(m_title, 1);
    header->addWidget(m_copy);
    header->addWidget(m_silence);
    header->addWidget(m_tabs);
    return header;
}

QTableView *ReferenceDetails::makeUsers()
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_users);
    sorted->setSortRole(ReferenceUsersModel::SortRole);
    auto *table = new RowsView(sorted, tr("Used by"), this);
    table->setObjectName(u"secretUsers"_s);
    table->setFrameShape(QFrame::NoFrame);
    table->setSortingEnabled(true);
    table->sortByColumn(ReferenceUsersModel::NameColumn, Qt::AscendingOrder);
    table->setItemDelegateForColumn(ReferenceUsersModel::StatusColumn,
                                    new BadgeDelegate(ReferenceUsersModel::BadgeRole,
                                                      ReferenceUsersModel::RawStatusRole,
                                                      ReferenceUsersModel::OutdatedRole, table));
    BadgeLook widest;
    widest.badge = Badge::StoppedUnexpectedly;
    table->setColumnWidth(ReferenceUsersModel::StatusColumn,
                          badgeSize(widest).width() + 2 * Size::Gap);
    table->setColumnWidth(ReferenceUsersModel::NameColumn, nameWidth);
    table->setColumnWidth(ReferenceUsersModel::PlaceColumn, placeWidth);
    table->setColumnWidth(ReferenceUsersModel::FieldColumn, fieldWidth);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // it ends where the list above does
    addMenu(table, ReferenceUsersModel::KeyRole);
    return table;
}

// Two lines for each row, as reasons and advice are sentences.
QTableView *ReferenceDetails::makeFindings()
{
    auto *table = new RowsView(m_findings, tr("Findings"), this);
    table->setObjectName(u"referenceFindings"_s);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(true);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    table->verticalHeader()->setDefaultSectionSize(2 * fontMetrics().height() + Size::Gap);
    table->setColumnWidth(ReferenceFindingsModel::NameColumn, nameWidth);
    table->setColumnWidth(ReferenceFindingsModel::PlaceColumn, placeWidth);
    table->horizontalHeader()->setSectionResizeMode(ReferenceFindingsModel::ReasonColumn,
                                                    QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(ReferenceFindingsModel::AdviceColumn,
                                                    QHeaderView::Stretch);
    table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table->setColumnWidth(ReferenceFindingsModel::StateColumn, findingStateWidth);
    m_findingsTable = table;
    connect(table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ReferenceDetails::showSilence);
    connect(m_findings, &QAbstractItemModel::dataChanged, this, &ReferenceDetails::showCounts);
    m_noFindings = new EmptyState(table->viewport());
    table->setItemDelegate(new FindingDelegate(table));
    addMenu(table, ReferenceFindingsModel::KeyRole);
    return table;
}

// Enter, double click and the row's menu open its pipeline.
void ReferenceDetails::addMenu(QTableView *table, int keyRole)
{
    const auto open = [this, keyRole](const QModelIndex &index) {
        Q_EMIT openRequested(index.data(keyRole).value<PipelineKey>());
    };
    connect(table, &QTableView::activated, this, open);
    auto *action = new QAction(tr("&Open the pipeline"), table);
    connect(action, &QAction::triggered, this, [table, open] {
        if (table->currentIndex().isValid())
            open(table->currentIndex());
    });
    table->addAction(action);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void ReferenceDetails::setReference(const SecretReference &reference)
{
    m_parts->setVisible(!reference.isEmpty());
    m_none->setVisible(reference.isEmpty());
    m_title->setText(reference.shownText());
    m_title->setToolTip(reference.text());
    m_users->setReference(reference);
    m_findings->setReference(reference);
    showCounts();
}

void ReferenceDetails::showCounts()
{
    m_tabs->setTabText(Users, tr("&Used by %L1").arg(m_users->rowCount()));
    m_tabs->setTabText(Findings, tr("Fi&ndings %L1").arg(m_findings->count()));
    m_noFindings->setVisible(m_findings->rowCount() == 0);
    m_noFindings->setText(tr("Nothing looks wrong with this reference. Sluice cannot check whether "
                             "the vault has it."));
    showSilence();
}

// Several rows are selected with Ctrl, Shift or Ctrl+A.
QModelIndexList ReferenceDetails::chosenFindings() const
{
    return m_findingsTable->selectionModel()->selectedRows();
}

ReferenceDetails::Places ReferenceDetails::chosenPlaces() const
{
    Places places;
    const QModelIndexList rows = chosenFindings();
    for (const QModelIndex &row : rows)
        places[ReferenceRule(row.data(ReferenceFindingsModel::RuleRole).toInt())].insert(
            row.data(ReferenceFindingsModel::KeyRole).value<PipelineKey>());
    return places;
}

bool ReferenceDetails::areSilenced() const
{
    const QModelIndexList rows = chosenFindings();
    return !rows.isEmpty() && std::all_of(rows.cbegin(), rows.cend(), [](const QModelIndex &row) {
        return row.data(ReferenceFindingsModel::SilencedRole).toBool();
    });
}

void ReferenceDetails::showSilence()
{
    const int count = int(chosenFindings().size());
    m_silence->setVisible(m_tabs->currentIndex() == Findings && m_findings->rowCount() > 0);
    m_silence->setEnabled(count > 0);
    const bool isSilenced = areSilenced();
    m_silence->setText(isSilenced ? tr("&Report again…") : tr("&Silence…"));
    m_silence->setToolTip(count == 0   ? tr("Select findings first.")
                          : isSilenced ? tr("Report the rule again, here or for all pipelines")
                                       : tr("Do not report the rule any more, whatever the "
                                            "reference: here or for all pipelines"));
}

// What is selected may be gone when the user has decided. The answer is about what was asked.
void ReferenceDetails::askForSilence()
{
    const bool silent = !areSilenced();
    const Places selected = chosenPlaces();
    Places everywhere = selected;
    QSet<PipelineKey> some;
    QSet<PipelineKey> all;
    QStringList names;
    for (auto it = selected.cbegin(); it != selected.cend(); ++it) {
        names.append(title(it.key()));
        const QList<PipelineKey> its = m_monitor->pipelines(it.key(), !silent);
        everywhere[it.key()].unite({its.cbegin(), its.cend()});
        some.unite(it.value());
        all.unite(everywhere.value(it.key()));
    }
    auto *dialog =
        new SilenceDialog(silent ? SilenceDialog::Wish::Silence : SilenceDialog::Wish::Report,
                          names, int(some.size()), int(all.size()), window());
    connect(dialog, &SilenceDialog::chosen, this,
            [this, silent, selected, everywhere](bool forAll, const QString &reason) {
                setSilent(silent, forAll ? everywhere : selected, reason);
            });
    dialog->open();
}

void ReferenceDetails::setSilent(bool silent, const Places &places, const QString &reason)
{
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        for (const PipelineKey &key : it.value()) {
            if (silent)
                m_monitor->silences()->silence(key, it.key(), reason);
            else
                m_monitor->silences()->report(key, it.key());
        }
    }
}

} // namespace Sluice
