// SPDX-License-Identifier: Apache-2.0
#include "ui/window/actionstates.h"

#include "models/fleet/fleet.h"
#include "models/fleet/fleethealth.h"
#include "models/fleet/navigation/nodeplace.h"
#include "ui/dashboard/dashboardpage.h"
#include "ui/dashboard/pipelinetable.h"
#include "ui/editor/editorpage.h"
#include "ui/editor/editorsession.h"
#include "ui/editor/pipelineeditor.h"
#include "ui/navigation/navigationview.h"
#include "ui/shared/actions.h"
#include "ui/widgets/textfocus.h"
#include "ui/window/accountflow.h"
#include "ui/window/pagestack.h"

#include <QCoreApplication>
#include <QEvent>

namespace Sluice {

ActionStates::ActionStates(Actions *actions, const ActionStatesParts &parts, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_parts(parts)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &ActionStates::update);
    actions->setSources([this] { return selection(); }, [this] { return place(); });
    follow();
}

void ActionStates::follow()
{
    const auto soon = [this](auto *sender, auto signal) {
        connect(sender, signal, this, &ActionStates::updateSoon);
    };
    soon(m_parts.fleet, &Fleet::accountAdded);
    soon(m_parts.fleet, &Fleet::accountAboutToBeRemoved); // it is gone in the next turn
    soon(m_parts.health, &FleetHealth::raised);
    soon(m_parts.health, &FleetHealth::cleared);
    soon(m_parts.accounts, &AccountFlow::missingChanged);
    soon(m_parts.pages, &QStackedWidget::currentChanged);
    soon(m_parts.tree, &NavigationView::currentNodeChanged);
    const PipelineTable *table = m_parts.dashboard->table();
    soon(table, &PipelineTable::selectionUpdated);
    soon(table, &PipelineTable::selectionDataChanged);
    soon(m_parts.dashboard, &DashboardPage::shownCountChanged);
    soon(m_parts.editors, &EditorPage::selectionUpdated);
    soon(m_parts.editors, &EditorPage::editsChanged);
    soon(m_parts.text, &TextFocus::changed);
    connect(m_parts.session, &EditorSession::unsavedChanged, this,
            [this](const QSet<PipelineKey> &pipelines) {
                m_unsaved = pipelines.size();
                updateSoon();
            });
}

void ActionStates::updateSoon()
{
    if (m_timer.isActive())
        return;
    m_timer.start();
    qApp->installEventFilter(this);
}

// A fast user may press several keys within one turn.
bool ActionStates::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::ContextMenu: update(); break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

void ActionStates::update()
{
    m_timer.stop();
    qApp->removeEventFilter(this);
    m_actions->update(facts());
    Q_EMIT updated();
}

ActionFacts ActionStates::facts() const
{
    ActionFacts facts;
    facts.selected = counts();
    facts.hasStore = m_parts.hasStore;
    facts.hasAccounts = !m_parts.fleet->accounts().isEmpty();
    facts.hasProject = !place().project.isEmpty();
    facts.placeObstacle = obstacleAt(account());
    facts.selectedObstacle = obstacleTo(facts.selected.accounts);
    if (const Profile *missing = m_parts.accounts->missing())
        facts.account = missing->name;
    else if (const Account *current = m_parts.fleet->account(account()))
        facts.account = current->profile().name;
    facts.unsaved = m_unsaved;
    facts.hasTextFocus = m_parts.text->isInText();
    facts.isTextChosen = m_parts.text->hasSelection();
    facts.isTextFixed = m_parts.text->isReadOnly();
    facts.isBehind = facts.hasAccounts && !m_parts.pages->isShown(PageStack::Page::Dashboard);
    facts.isStartHidden = !m_parts.pages->isShown(PageStack::Page::Start);
    addEdits(&facts);
    return facts;
}

void ActionStates::addEdits(ActionFacts *facts) const
{
    PipelineEditor *editor =
        m_parts.pages->isShown(PageStack::Page::Editors) ? m_parts.editors->current() : nullptr;
    if (!editor)
        return;
    facts->isEditing = true;
    facts->canUndo = editor->canUndo();
    facts->canRedo = editor->canRedo();
    facts->canSave = editor->canSave();
    PipelineDocument *document = editor->document();
    if (!document)
        return;
    facts->undoText = document->undoText();
    facts->redoText = document->redoText();
    facts->hasProblems =
        document->form()->problemCount() > 0 || !document->form()->unplacedErrors().isEmpty();
}

Selection ActionStates::selection() const
{
    if (m_parts.pages->isShown(PageStack::Page::Dashboard))
        return m_parts.dashboard->table()->selection();
    if (m_parts.pages->isShown(PageStack::Page::Editors))
        return m_parts.editors->selection();
    return {};
}

SelectionCounts ActionStates::counts() const
{
    if (m_parts.pages->isShown(PageStack::Page::Dashboard))
        return m_parts.dashboard->table()->selectionCounts();
    SelectionCounts counts;
    const Selection shown = selection();
    for (const SelectedPipeline &one : shown) {
        if (const PipelineRow *row = m_parts.fleet->pipelines()->find(one.key))
            counts.add(*row);
    }
    return counts;
}

ProjectPlace ActionStates::place() const
{
    return placeOf(m_parts.tree->currentIndex(), account());
}

QString ActionStates::account() const
{
    const QString current = m_parts.tree->currentAccount();
    const QList<Account *> accounts = m_parts.fleet->accounts();
    return current.isEmpty() && accounts.size() == 1 ? accounts.first()->id() : current;
}

// With several accounts and none chosen, the wizard asks for one: one that answers is enough.
QString ActionStates::obstacleAt(const QString &account) const
{
    if (!account.isEmpty())
        return m_parts.health->obstacle(account);
    QString obstacle;
    const QList<Account *> accounts = m_parts.fleet->accounts();
    for (const Account *one : accounts) {
        obstacle = m_parts.health->obstacle(one->id());
        if (obstacle.isEmpty())
            break;
    }
    return obstacle;
}

// That of the first one.
QString ActionStates::obstacleTo(const QStringList &accounts) const
{
    QString obstacle;
    for (const QString &account : accounts) {
        obstacle = m_parts.health->obstacle(account);
        if (!obstacle.isEmpty())
            break;
    }
    return obstacle;
}

} // namespace Sluice
