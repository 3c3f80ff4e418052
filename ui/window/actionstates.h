// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/projectplace.h"
#include "models/fleet/table/selection.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace Sluice {

class AccountFlow;
class Actions;
class DashboardPage;
class EditorPage;
class EditorSession;
class Fleet;
class FleetHealth;
class NavigationView;
class PageStack;
class TextFocus;
struct ActionFacts;

// The parts that the states of the actions depend on. All of them outlive this.
struct ActionStatesParts {
    Fleet *fleet = nullptr;
    const FleetHealth *health = nullptr;
    const AccountFlow *accounts = nullptr;
    PageStack *pages = nullptr;
    DashboardPage *dashboard = nullptr;
    EditorPage *editors = nullptr;
    EditorSession *session = nullptr;
    NavigationView *tree = nullptr;
    TextFocus *text = nullptr;
    bool hasStore = false;
};

// Enables the actions that can be done. Once a turn of the event loop it looks at the selection,
// the page, the tree and the health of the accounts, however much of it has changed. A key or a
// click that comes before the end of the turn still meets the right states.
class ActionStates final : public QObject
{
    Q_OBJECT

public:
    ActionStates(Actions *actions, const ActionStatesParts &parts, QObject *parent = nullptr);

    // Something changed that the states depend on.
    void updateSoon();
    void update();

    // The selection on the page that is shown.
    Selection selection() const;
    // The place of a new pipeline: the tree's current node.
    ProjectPlace place() const;
    // The account of the tree's current node, or the only account; empty: none.
    QString account() const;

Q_SIGNALS:
    void updated();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();
    ActionFacts facts() const;
    void addEdits(ActionFacts *facts) const;
    SelectionCounts counts() const;
    QString obstacleAt(const QString &account) const;
    QString obstacleTo(const QStringList &accounts) const;

    Actions *m_actions;
    ActionStatesParts m_parts;
    qsizetype m_unsaved = 0;
    QTimer m_timer;
};

} // namespace Sluice
