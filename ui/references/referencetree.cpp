// SPDX-License-Identifier: Apache-2.0
#include "ui/references/referencetree.h"

#include "models/references/referencefilter.h"
#include "ui/references/referencemapdelegate.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/columnfit.h"
#include "ui/widgets/emptystate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

// What the columns get at least, when there is room. What is found gets what the others leave.
constexpr int treeNameWidth = 380;
constexpr int kindWidth = 250;
constexpr int checksWidth = 200;
constexpr int usersWidth = 84;

ReferenceMapModel::Kind kindOf(const QModelIndex &index)
{
    return ReferenceMapModel::Kind(index.data(ReferenceMapModel::KindRole).toInt());
}

// Collects what is below some rows, in the order of the rows.
class Gathering
{
public:
    void addBelow(const QModelIndex &index)
    {
        if (kindOf(index) == ReferenceMapModel::Kind::Secret)
            addSecret(index);
        if (kindOf(index) == ReferenceMapModel::Kind::Use)
            pipelines.insert(index.data(ReferenceMapModel::KeyRole).value<PipelineKey>());
        for (int row = 0; row < index.model()->rowCount(index); ++row)
            addBelow(index.model()->index(row, 0, index));
    }

    void addSecret(const QModelIndex &index)
    {
        const auto one = index.data(ReferenceMapModel::ReferenceRole).value<SecretReference>();
        if (!m_known.contains(one))
            references.append(one);
        m_known.insert(one);
    }

    QList<SecretReference> references;
    QSet<PipelineKey> pipelines;

private:
    QSet<SecretReference> m_known;
};

} // namespace

ReferenceTree::ReferenceTree(Fleet *fleet, const ReferenceMonitor *monitor,
                             ReferenceMapModel::Mode mode, QWidget *parent)
    : QTreeView(parent)
    , m_mode(mode)
    , m_filter(new ReferenceFilter(this))
    , m_empty(new EmptyState(viewport()))
{
    const bool byVault = mode == ReferenceMapModel::Mode::ByVault;
    setObjectName(byVault ? u"secretVaults"_s : u"secretRunners"_s);
    setAccessibleName(byVault ? tr("Vaults, their secrets and who uses them")
                              : tr("Runners and what they must be able to read"));
    m_filter->setSourceModel(new ReferenceMapModel(fleet, monitor, mode, this));
    setModel(m_filter);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // as in the list
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setItemDelegate(new ReferenceMapDelegate(this));
    setUpColumns();
    m_measuring.setSingleShot(true);
    connect(&m_measuring, &QTimer::timeout, this, &ReferenceTree::measure);
    connect(this, &QTreeView::expanded, &m_measuring, qOverload<>(&QTimer::start));
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &ReferenceTree::expandVaults);
    connect(this, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (kindOf(index) == ReferenceMapModel::Kind::Use)
            Q_EMIT openRequested(index.data(ReferenceMapModel::KeyRole).value<PipelineKey>());
    });
    expandVaults({}, 0, m_filter->rowCount() - 1);
}

void ReferenceTree::setUpColumns()
{
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setStretchLastSection(true);
    header()->resizeSection(ReferenceMapModel::UsersColumn, usersWidth);
    setSortingEnabled(true);
    sortByColumn(ReferenceMapModel::NameColumn, Qt::AscendingOrder);
    connect(header(), &QHeaderView::sectionResized, this, [this](int column) {
        m_isUsers =
            m_isUsers || (!m_isFitting && column != ReferenceMapModel::ChecksColumn && isVisible());
    });
    m_wanted = {treeNameWidth, kindWidth, checksWidth};
    fit();
}

// No name is cut while there is room for it.
void ReferenceTree::fit()
{
    if (m_isUsers)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    const QList<int> shares = fairWidths(
        m_wanted, viewport()->width() - header()->sectionSize(ReferenceMapModel::UsersColumn));
    header()->resizeSection(ReferenceMapModel::NameColumn, shares.at(0));
    header()->resizeSection(ReferenceMapModel::KindColumn, shares.at(1));
}

// Columns only grow: they would jump whenever rows come and go.
void ReferenceTree::measure()
{
    m_wanted[0] = qMax(m_wanted.at(0), sizeHintForColumn(ReferenceMapModel::NameColumn));
    m_wanted[1] = qMax(m_wanted.at(1), sizeHintForColumn(ReferenceMapModel::KindColumn));
    fit();
}

void ReferenceTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fit();
}

// Top rows are open at first: closed, the tree would say nothing.
void ReferenceTree::expandVaults(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid())
        return;
    for (int row = first; row <= last; ++row)
        expand(m_filter->index(row, 0));
    m_measuring.start();
}

void ReferenceTree::setCriteria(const ReferenceCriteria &criteria)
{
    m_filter->setCriteria(criteria);
}

bool ReferenceTree::hasSelection() const
{
    return selectionModel()->hasSelection();
}

ReferenceTree::Selection ReferenceTree::selection(Scope scope) const
{
    Gathering found;
    bool isOfSome = m_mode == ReferenceMapModel::Mode::ByRunner;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &shown : rows) {
        const QModelIndex row = scope == Scope::All ? m_filter->mapToSource(shown) : shown;
        found.addBelow(row);
        if (kindOf(row) != ReferenceMapModel::Kind::Use)
            continue;
        isOfSome = true;
        found.addSecret(row.parent());
    }
    return {found.references, isOfSome ? found.pipelines : QSet<PipelineKey>()};
}

SecretReference ReferenceTree::current() const
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return {};
    switch (kindOf(index)) {
    case ReferenceMapModel::Kind::Use:
    case ReferenceMapModel::Kind::Secret: {
        const QModelIndex secret =
            kindOf(index) == ReferenceMapModel::Kind::Use ? index.parent() : index;
        return secret.data(ReferenceMapModel::ReferenceRole).value<SecretReference>();
    }
    case ReferenceMapModel::Kind::Vault:
    case ReferenceMapModel::Kind::Runner: return {};
    }
    return {};
}

void ReferenceTree::selectionChanged(const QItemSelection &selected,
                                     const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT choiceChanged();
}

void ReferenceTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT choiceChanged();
}

void ReferenceTree::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"secretTreeMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *repoint =
        menu->addAction(icon("pencil"), tr("&Re-point…"), this, &ReferenceTree::repointRequested);
    repoint->setEnabled(hasSelection());
    menu->addSeparator();
    menu->addAction(tr("&Expand all"), this, &QTreeView::expandAll);
    menu->addAction(tr("&Collapse all"), this, &QTreeView::collapseAll);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center())
                      : event->globalPos());
}

} // namespace Sluice
