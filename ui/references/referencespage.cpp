// SPDX-License-Identifier: Apache-2.0
#include "ui/references/referencespage.h"

#include "models/fleet/fleet.h"
#include "models/references/referencefilter.h"
#include "models/references/referencemonitor.h"
#include "models/references/referencesmodel.h"
#include "ui/references/referencedetails.h"
#include "ui/references/referenceexport.h"
#include "ui/references/referencesbar.h"
#include "ui/references/referencestable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/endmenu.h"
#include "ui/widgets/questionbox.h"

#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr auto secretsSplitterKey = "secrets/splitter"_L1;
constexpr int secretsTableHeight = 420;
constexpr int secretsPaneHeight = 260;

} // namespace

ReferencesPage::ReferencesPage(Fleet *fleet, ReferenceMonitor *monitor, QSettings *settings,
                               const PathChooser &paths, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_monitor(monitor)
    , m_settings(settings)
    , m_model(new ReferencesModel(monitor, this))
    , m_filter(new ReferenceFilter(this))
    , m_bar(new ReferencesBar(fleet, this))
    , m_export(new ReferenceExport(monitor, paths, this))
    , m_views(new QStackedWidget(this))
    , m_details(new ReferenceDetails(fleet, monitor, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    setObjectName(u"secretsPage"_s);
    m_filter->setSourceModel(m_model);
    m_table = new ReferencesTable(m_filter, settings, this);
    makeViews();
    connectBar();
    connect(monitor, &ReferenceMonitor::changed, this, &ReferencesPage::showCounts);
    connect(m_details, &ReferenceDetails::openRequested, this, &ReferencesPage::openRequested);
    showCounts();
    showCurrent();
}

ReferencesPage::~ReferencesPage()
{
    m_settings->setValue(secretsSplitterKey, m_splitter->saveState());
}

void ReferencesPage::makeViews()
{
    m_views->addWidget(m_table);
    m_splitter->setObjectName(u"secretsSplitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_views);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({secretsTableHeight, secretsPaneHeight});
    m_splitter->restoreState(m_settings->value(secretsSplitterKey).toByteArray());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_splitter, 1);
    m_table->emptyState()->button()->setObjectName(u"clearSecretFilters"_s);
    connect(m_table->emptyState(), &EmptyState::buttonClicked, m_bar, &ReferencesBar::clearFilters);
    connect(m_table, &ReferencesTable::choiceChanged, this, &ReferencesPage::showCurrent);
    connect(m_table, &ReferencesTable::repointRequested, m_bar, &ReferencesBar::repointRequested);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ReferencesPage::showEmptyState);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &ReferencesPage::showEmptyState);
}

void ReferencesPage::connectBar()
{
    m_bar->exportButton()->setMenu(m_export->menu());
    new EndMenu(m_bar->exportButton());
    connect(m_bar, &ReferencesBar::rowsRequested, this, &ReferencesPage::goToFirst);
    connect(m_bar, &ReferencesBar::criteriaChanged, this, &ReferencesPage::filter);
    connect(m_bar, &ReferencesBar::shapeChanged, this, &ReferencesPage::showShape);
    connect(m_bar, &ReferencesBar::repointRequested, this, &ReferencesPage::requestRepoint);
}

ReferenceTree *ReferencesPage::shownTree() const
{
    switch (m_bar->shape()) {
    case ReferencesBar::Shape::List: break;
    case ReferencesBar::Shape::ByVault: return m_vaults;
    case ReferencesBar::Shape::ByRunner: return m_runners;
    }
    return nullptr;
}

ReferenceTree *ReferencesPage::makeTree(bool byVault)
{
    auto *tree = new ReferenceTree(
        m_fleet, m_monitor,
        byVault ? ReferenceMapModel::Mode::ByVault : ReferenceMapModel::Mode::ByRunner, this);
    m_views->addWidget(tree);
    connect(tree, &ReferenceTree::choiceChanged, this, &ReferencesPage::showCurrent);
    connect(tree, &ReferenceTree::openRequested, this, &ReferencesPage::openRequested);
    connect(tree, &ReferenceTree::repointRequested, m_bar, &ReferencesBar::repointRequested);
    connect(tree->emptyState(), &EmptyState::buttonClicked, m_bar, &ReferencesBar::clearFilters);
    connect(tree->model(), &QAbstractItemModel::rowsInserted, this,
            &ReferencesPage::showEmptyState);
    connect(tree->model(), &QAbstractItemModel::rowsRemoved, this, &ReferencesPage::showEmptyState);
    return tree;
}

void ReferencesPage::showShape()
{
    const ReferencesBar::Shape shape = m_bar->shape();
    if (shape == ReferencesBar::Shape::ByVault && !m_vaults)
        m_vaults = makeTree(true);
    if (shape == ReferencesBar::Shape::ByRunner && !m_runners)
        m_runners = makeTree(false);
    m_export->setShape(shape);
    ReferenceTree *tree = shownTree();
    m_views->setCurrentWidget(tree ? static_cast<QWidget *>(tree) : m_table);
    filter();
    showCurrent();
}

void ReferencesPage::filter()
{
    if (ReferenceTree *tree = shownTree())
        tree->setCriteria(m_bar->criteria());
    else
        m_filter->setCriteria(m_bar->criteria());
    showEmptyState();
}

void ReferencesPage::focusFilter()
{
    m_bar->focusText();
}

void ReferencesPage::focusRows()
{
    m_views->currentWidget()->setFocus();
}

void ReferencesPage::goToFirst()
{
    auto *view = qobject_cast<QAbstractItemView *>(m_views->currentWidget());
    if (!view || view->model()->rowCount() == 0)
        return;
    view->setCurrentIndex(view->model()->index(0, 0));
    view->setFocus(Qt::OtherFocusReason);
}

bool ReferencesPage::hasSelection() const
{
    const ReferenceTree *tree = shownTree();
    return tree ? tree->hasSelection() : m_table->selectionModel()->hasSelection();
}

void ReferencesPage::requestRepoint()
{
    const ReferenceTree *tree = shownTree();
    const ReferenceTree::Selection shown =
        tree ? tree->selection() : ReferenceTree::Selection{m_table->selection(), {}};
    if (shown.references.isEmpty())
        return;
    const ReferenceTree::Selection all = tree ? tree->selection(ReferenceTree::Scope::All) : shown;
    if (all.references.size() > shown.references.size() ||
        all.pipelines.size() > shown.pipelines.size())
        askForHidden(shown, all);
    else
        Q_EMIT repointRequested(shown.references, shown.pipelines);
}

void ReferencesPage::askForHidden(const ReferenceTree::Selection &shown,
                                  const ReferenceTree::Selection &all)
{
    QString detail = tr("Of %Ln reference(s) below what you selected, %L1 are shown.", nullptr,
                        int(all.references.size()))
                         .arg(shown.references.size());
    if (!all.pipelines.isEmpty())
        detail += u' ' + tr("Of %Ln pipeline(s) that use them there, %L1 are shown.", nullptr,
                            int(all.pipelines.size()))
                             .arg(shown.pipelines.size());
    auto *box = new QuestionBox(tr("Re-point also what the filter hides?"), detail,
                                tr("All of them…"), QuestionBox::Kind::Plain, window());
    box->setObjectName(u"hiddenQuestion"_s);
    box->confirmButton()->setObjectName(u"repointHidden"_s);
    QPushButton *only = box->addOther(tr("Only what is shown…"));
    only->setObjectName(u"repointShown"_s);
    connect(only, &QPushButton::clicked, this,
            [this, shown] { Q_EMIT repointRequested(shown.references, shown.pipelines); });
    connect(box, &QDialog::accepted, this,
            [this, all] { Q_EMIT repointRequested(all.references, all.pipelines); });
    box->open();
}

QString ReferencesPage::account() const
{
    return m_bar->criteria().account;
}

int ReferencesPage::withFindings() const
{
    return m_withFindings;
}

QString ReferencesPage::countText() const
{
    const int all = m_model->rowCount();
    const int shown = shownTree() ? all : m_filter->rowCount();
    const QString references = shown != all ? tr("%L1 of %Ln reference(s)", nullptr, all).arg(shown)
                                            : tr("%Ln reference(s)", nullptr, all);
    const QString text = tr("%1, %Ln with findings", nullptr, m_withFindings).arg(references);
    const int selected = shownTree() ? 0 : int(m_table->selectionModel()->selectedRows().size());
    return selected > 1 ? tr("%1, %Ln selected", nullptr, selected).arg(text) : text;
}

void ReferencesPage::showCounts()
{
    m_withFindings = m_model->withFindings();
    m_bar->setWithFindings(m_withFindings);
    showEmptyState();
}

void ReferencesPage::showEmptyState()
{
    const ReferenceTree *tree = shownTree();
    EmptyState *empty = tree ? tree->emptyState() : m_table->emptyState();
    empty->setVisible((tree ? tree->model() : m_filter)->rowCount() == 0);
    if (m_bar->criteria().isEmpty())
        empty->setText(tr("No pipeline refers to a secret yet."));
    else
        empty->setText(tr("No references in this filter."), tr("Clear filters"));
    Q_EMIT countsChanged();
}

void ReferencesPage::showCurrent()
{
    const ReferenceTree *tree = shownTree();
    m_details->setReference(tree ? tree->current() : m_table->current());
    m_bar->setRepointObstacle(hasSelection() ? QString()
                                             : tr("Select the references to re-point first."));
    Q_EMIT countsChanged();
}

} // namespace Sluice
