// SPDX-License-Identifier: Apache-2.0
#include "ui/references/secretspage.h"

#include "models/fleet/fleet.h"
#include "models/references/referencemonitor.h"
#include "models/references/secretfilter.h"
#include "models/references/secretsmodel.h"
#include "ui/references/secretdetails.h"
#include "ui/references/secretexport.h"
#include "ui/references/secretsbar.h"
#include "ui/references/secretstable.h"
#include "ui/widgets/emptystate.h"
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

SecretsPage::SecretsPage(Fleet *fleet, ReferenceMonitor *watch, QSettings *settings,
                         const PathChooser &paths, QWidget *parent)
    : QWidget(parent)
    , m_fleet(fleet)
    , m_watch(watch)
    , m_settings(settings)
    , m_model(new SecretsModel(watch, this))
    , m_filter(new SecretFilter(this))
    , m_bar(new SecretsBar(fleet, this))
    , m_export(new SecretExport(watch, paths, this))
    , m_views(new QStackedWidget(this))
    , m_details(new SecretDetails(fleet, watch, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    setObjectName(u"secretsPage"_s);
    m_filter->setSourceModel(m_model);
    m_table = new SecretsTable(m_filter, settings, this);
    makeViews();
    connectBar();
    connect(watch, &ReferenceMonitor::changed, this, &SecretsPage::showCounts);
    connect(m_details, &SecretDetails::openRequested, this, &SecretsPage::openRequested);
    showCounts();
    showCurrent();
}

SecretsPage::~SecretsPage()
{
    m_settings->setValue(secretsSplitterKey, m_splitter->saveState());
}

void SecretsPage::makeViews()
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
    connect(m_table->emptyState(), &EmptyState::buttonClicked, m_bar, &SecretsBar::clearFilters);
    connect(m_table, &SecretsTable::choiceChanged, this, &SecretsPage::showCurrent);
    connect(m_table, &SecretsTable::repointRequested, m_bar, &SecretsBar::repointRequested);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &SecretsPage::showEmptyState);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &SecretsPage::showEmptyState);
}

void SecretsPage::connectBar()
{
    m_bar->exportButton()->setMenu(m_export->menu());
    connect(m_bar, &SecretsBar::rowsRequested, this, &SecretsPage::goToFirst);
    connect(m_bar, &SecretsBar::criteriaChanged, this, &SecretsPage::filter);
    connect(m_bar, &SecretsBar::shapeChanged, this, &SecretsPage::showShape);
    connect(m_bar, &SecretsBar::repointRequested, this, &SecretsPage::requestRepoint);
}

SecretTree *SecretsPage::shownTree() const
{
    switch (m_bar->shape()) {
    case SecretsBar::Shape::List: break;
    case SecretsBar::Shape::ByVault: return m_vaults;
    case SecretsBar::Shape::ByRunner: return m_runners;
    }
    return nullptr;
}

SecretTree *SecretsPage::makeTree(bool byVault)
{
    auto *tree = new SecretTree(
        m_fleet, m_watch, byVault ? SecretMapModel::Mode::ByVault : SecretMapModel::Mode::ByRunner,
        this);
    m_views->addWidget(tree);
    connect(tree, &SecretTree::choiceChanged, this, &SecretsPage::showCurrent);
    connect(tree, &SecretTree::openRequested, this, &SecretsPage::openRequested);
    connect(tree, &SecretTree::repointRequested, m_bar, &SecretsBar::repointRequested);
    connect(tree->emptyState(), &EmptyState::buttonClicked, m_bar, &SecretsBar::clearFilters);
    connect(tree->model(), &QAbstractItemModel::rowsInserted, this, &SecretsPage::showEmptyState);
    connect(tree->model(), &QAbstractItemModel::rowsRemoved, this, &SecretsPage::showEmptyState);
    return tree;
}

void SecretsPage::showShape()
{
    const SecretsBar::Shape shape = m_bar->shape();
    if (shape == SecretsBar::Shape::ByVault && !m_vaults)
        m_vaults = makeTree(true);
    if (shape == SecretsBar::Shape::ByRunner && !m_runners)
        m_runners = makeTree(false);
    m_export->setShape(shape);
    SecretTree *tree = shownTree();
    m_views->setCurrentWidget(tree ? static_cast<QWidget *>(tree) : m_table);
    filter();
    showCurrent();
}

void SecretsPage::filter()
{
    if (SecretTree *tree = shownTree())
        tree->setCriteria(m_bar->criteria());
    else
        m_filter->setCriteria(m_bar->criteria());
    showEmptyState();
}

void SecretsPage::focusFilter()
{
    m_bar->focusText();
}

void SecretsPage::focusRows()
{
    m_views->currentWidget()->setFocus();
}

void SecretsPage::goToFirst()
{
    auto *view = qobject_cast<QAbstractItemView *>(m_views->currentWidget());
    if (!view || view->model()->rowCount() == 0)
        return;
    view->setCurrentIndex(view->model()->index(0, 0));
    view->setFocus(Qt::OtherFocusReason);
}

bool SecretsPage::hasSelection() const
{
    const SecretTree *tree = shownTree();
    return tree ? tree->hasSelection() : m_table->selectionModel()->hasSelection();
}

void SecretsPage::requestRepoint()
{
    const SecretTree *tree = shownTree();
    const SecretTree::Selection shown =
        tree ? tree->selection() : SecretTree::Selection{m_table->selection(), {}};
    if (shown.references.isEmpty())
        return;
    const SecretTree::Selection all = tree ? tree->selection(SecretTree::Scope::All) : shown;
    if (all.references.size() > shown.references.size() ||
        all.pipelines.size() > shown.pipelines.size())
        askForHidden(shown, all);
    else
        Q_EMIT repointRequested(shown.references, shown.pipelines);
}

void SecretsPage::askForHidden(const SecretTree::Selection &shown, const SecretTree::Selection &all)
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

QString SecretsPage::account() const
{
    return m_bar->criteria().account;
}

int SecretsPage::withFindings() const
{
    return m_withFindings;
}

QString SecretsPage::countText() const
{
    const int all = m_model->rowCount();
    const int shown = shownTree() ? all : m_filter->rowCount();
    const QString references = shown != all ? tr("%L1 of %Ln reference(s)", nullptr, all).arg(shown)
                                            : tr("%Ln reference(s)", nullptr, all);
    const QString text = tr("%1, %Ln with findings", nullptr, m_withFindings).arg(references);
    const int selected = shownTree() ? 0 : int(m_table->selectionModel()->selectedRows().size());
    return selected > 1 ? tr("%1, %Ln selected", nullptr, selected).arg(text) : text;
}

void SecretsPage::showCounts()
{
    m_withFindings = m_model->withFindings();
    m_bar->setWithFindings(m_withFindings);
    showEmptyState();
}

void SecretsPage::showEmptyState()
{
    const SecretTree *tree = shownTree();
    EmptyState *empty = tree ? tree->emptyState() : m_table->emptyState();
    empty->setVisible((tree ? tree->model() : m_filter)->rowCount() == 0);
    if (m_bar->criteria().isEmpty())
        empty->setText(tr("No pipeline refers to a secret yet."));
    else
        empty->setText(tr("No references in this filter."), tr("Clear filters"));
    Q_EMIT countsChanged();
}

void SecretsPage::showCurrent()
{
    const SecretTree *tree = shownTree();
    m_details->setReference(tree ? tree->current() : m_table->current());
    m_bar->setRepointObstacle(hasSelection() ? QString()
                                             : tr("Select the references to re-point first."));
    Q_EMIT countsChanged();
}

} // namespace Sluice
