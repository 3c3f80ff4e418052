// SPDX-License-Identifier: Apache-2.0
#include "ui/navigation/navigationview.h"

#include "models/fleet/navigation/navigationmodel.h"
#include "ui/navigation/navigationdelegate.h"
#include "ui/theme/icons.h"
#include "ui/widgets/focusring.h"
#include "ui/widgets/widgetkeys.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

constexpr int treeIndent = 14;

NavigationModel::Kind kindOf(const QModelIndex &index)
{
    return NavigationModel::Kind(index.data(NavigationModel::KindRole).toInt());
}

bool hasFailed(const QModelIndex &index)
{
    return index.isValid() &&
           LoadState(index.data(NavigationModel::LoadStateRole).toInt()) == LoadState::Failed;
}

} // namespace

NavigationView::NavigationView(NavigationModel *model, QWidget *parent)
    : QTreeView(parent)
    , m_model(model)
    , m_retry(new QAction(icon("refresh-cw"), tr("&Retry"), this))
{
    setObjectName(u"navigationTree"_s);
    setAccessibleName(tr("Accounts, projects and environments"));
    setModel(model);
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setIndentation(treeIndent);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setExpandsOnDoubleClick(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(true);
    viewport()->setBackgroundRole(QPalette::Window);
    setItemDelegate(new NavigationDelegate(this));
    new FocusRing(this);

    m_retry->setObjectName(u"retryAction"_s);
    m_retry->setShortcut(sequenceOf(WidgetKey::Retry));
    m_retry->setShortcutContext(Qt::WidgetShortcut);
    addAction(m_retry);
    connect(m_retry, &QAction::triggered, this, &NavigationView::retryCurrent);
    connect(model, &QAbstractItemModel::dataChanged, this, &NavigationView::updateRetry);
    connect(model, &QAbstractItemModel::rowsInserted, this, &NavigationView::expandNewAccounts);
    connect(this, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (kindOf(index) == NavigationModel::Kind::Pipeline)
            Q_EMIT pipelineActivated(index.data(NavigationModel::KeyRole).value<PipelineKey>());
    });
    expandNewAccounts({}, 0, model->rowCount() - 1);
    updateRetry();
}

void NavigationView::clearCurrent()
{
    setCurrentIndex({});
    clearSelection();
}

PipelineFilter::Scope NavigationView::currentScope() const
{
    return currentIndex().data(NavigationModel::ScopeRole).value<PipelineFilter::Scope>();
}

QString NavigationView::currentPath() const
{
    QStringList names;
    for (QModelIndex index = currentIndex(); index.isValid(); index = index.parent())
        names.prepend(index.data().toString());
    return names.join(u" › "_s);
}

QString NavigationView::currentAccount() const
{
    return currentIndex().data(NavigationModel::AccountRole).toString();
}

void NavigationView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    updateRetry();
    Q_EMIT currentNodeChanged();
}

void NavigationView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && hasFailed(index) &&
        NavigationDelegate::retryRect(visualRect(index), layoutDirection())
            .contains(event->position().toPoint())) {
        m_model->retry(index);
        return;
    }
    QTreeView::mousePressEvent(event);
}

void NavigationView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint place = byKey ? visualRect(currentIndex()).center() : event->pos();
    if (!byKey && indexAt(place).isValid())
        setCurrentIndex(indexAt(place));
    Q_EMIT contextMenuRequested(viewport()->mapToGlobal(place));
}

void NavigationView::retryCurrent()
{
    if (hasFailed(currentIndex()))
        m_model->retry(currentIndex());
}

void NavigationView::updateRetry()
{
    const bool failed = hasFailed(currentIndex());
    m_retry->setEnabled(failed);
    m_retry->setToolTip(failed ? tr("Read it again") : tr("Nothing failed here."));
}

void NavigationView::expandNewAccounts(const QModelIndex &parent, int first, int last)
{
    if (parent.isValid())
        return;
    for (int row = first; row <= last; ++row)
        expand(m_model->index(row, 0));
}

} // namespace Sluice
