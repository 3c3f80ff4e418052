// SPDX-License-Identifier: Apache-2.0
#include "ui/references/secrettree.h"

#include "models/references/secretmapfilter.h"
#include "ui/references/secretmapdelegate.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/emptystate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int treeNameWidth = 380;
constexpr int kindWidth = 250;
constexpr int usersWidth = 84;

SecretMapModel::Kind kindOf(const QModelIndex &index)
{
    return SecretMapModel::Kind(index.data(SecretMapModel::KindRole).toInt());
}

// What is met on the way down from some rows, in its order.
class Gathering
{
public:
    void addBelow(const QModelIndex &index)
    {
        if (kindOf(index) == SecretMapModel::Kind::Secret)
            addSecret(index);
        if (kindOf(index) == SecretMapModel::Kind::Use)
            pipelines.insert(index.data(SecretMapModel::KeyRole).value<PipelineKey>());
        for (int row = 0; row < index.model()->rowCount(index); ++row)
            addBelow(index.model()->index(row, 0, index));
    }

    void addSecret(const QModelIndex &index)
    {
        const auto one = index.data(SecretMapModel::ReferenceRole).value<SecretReference>();
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

SecretTree::SecretTree(Fleet *fleet, const ReferenceMonitor *watch, SecretMapModel::Mode mode,
                       QWidget *parent)
    : QTreeView(parent)
    , m_mode(mode)
    , m_filter(new SecretMapFilter(this))
    , m_empty(new EmptyState(viewport()))
{
    const bool byVault = mode == SecretMapModel::Mode::ByVault;
    setObjectName(byVault ? u"secretVaults"_s : u"secretRunners"_s);
    setAccessibleName(byVault ? tr("Vaults, their secrets and who uses them")
                              : tr("Runners and what they must be able to read"));
    m_filter->setSourceModel(new SecretMapModel(fleet, watch, mode, this));
    setModel(m_filter);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(ExtendedSelection);
    setItemDelegate(new SecretMapDelegate(this));
    setUpColumns();
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &SecretTree::expandVaults);
    connect(this, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (kindOf(index) == SecretMapModel::Kind::Use)
            Q_EMIT openRequested(index.data(SecretMapModel::KeyRole).value<PipelineKey>());
    });
    expandVaults({}, 0, m_filter->rowCount() - 1);
}

void SecretTree::setUpColumns()
{
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setStretchLastSection(true);
    header()->resizeSection(SecretMapModel::NameColumn, treeNameWidth);
    header()->resizeSection(SecretMapModel::KindColumn, kindWidth);
    header()->resizeSection(SecretMapModel::UsersColumn, usersWidth);
    setSortingEnabled(true);
    sortByColumn(SecretMapModel::NameColumn, Qt::AscendingOrder);
}

// What is at the top is open at first: closed, the tree would say nothing.
void SecretTree::expandVaults(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid())
        return;
    for (int row = first; row <= last; ++row)
        expand(m_filter->index(row, 0));
}

void SecretTree::setCriteria(const SecretCriteria &criteria)
{
    m_filter->setCriteria(criteria);
}

bool SecretTree::hasSelection() const
{
    return selectionModel()->hasSelection();
}

SecretTree::Selection SecretTree::selection(Scope scope) const
{
    Gathering found;
    bool isOfSome = m_mode == SecretMapModel::Mode::ByRunner;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &shown : rows) {
        const QModelIndex row = scope == Scope::All ? m_filter->mapToSource(shown) : shown;
        found.addBelow(row);
        if (kindOf(row) != SecretMapModel::Kind::Use)
            continue;
        isOfSome = true;
        found.addSecret(row.parent());
    }
    return {found.references, isOfSome ? found.pipelines : QSet<PipelineKey>()};
}

SecretReference SecretTree::current() const
{
    const QModelIndex index = currentIndex();
    if (!index.isValid())
        return {};
    switch (kindOf(index)) {
    case SecretMapModel::Kind::Use:
    case SecretMapModel::Kind::Secret: {
        const QModelIndex secret =
            kindOf(index) == SecretMapModel::Kind::Use ? index.parent() : index;
        return secret.data(SecretMapModel::ReferenceRole).value<SecretReference>();
    }
    case SecretMapModel::Kind::Vault:
    case SecretMapModel::Kind::Runner: return {};
    }
    return {};
}

void SecretTree::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTreeView::selectionChanged(selected, deselected);
    Q_EMIT choiceChanged();
}

void SecretTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    Q_EMIT choiceChanged();
}

void SecretTree::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"secretTreeMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *repoint =
        menu->addAction(icon("pencil"), tr("&Re-point…"), this, &SecretTree::repointRequested);
    repoint->setEnabled(hasSelection());
    menu->addSeparator();
    menu->addAction(tr("&Expand all"), this, &QTreeView::expandAll);
    menu->addAction(tr("&Collapse all"), this, &QTreeView::collapseAll);
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    menu->popup(byKey ? viewport()->mapToGlobal(visualRect(currentIndex()).center())
                      : event->globalPos());
}

} // namespace Sluice
