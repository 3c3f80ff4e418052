// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shared/projectplace.h"
#include "ui/shared/selection.h"

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

// What the states of the actions are read from; all of it outlives them.
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

// Keeps the actions to what can be done: looks at the selection, the page, the tree and the health
// of the accounts once a turn of the event loop, however much of it has changed. A key or a click
// that comes before the turn is over meets the states as they are to be.
class ActionStates final : public QObject
{
    Q_OBJECT

public:
    ActionStates(Actions *actions, const ActionStatesParts &parts, QObject *parent = nullptr);

    // Something changed that the states hang on.
    void updateSoon();
    void update();

    // On the page that is shown.
    Selection selection() const;
    // Of a new pipeline: where the tree stands.
    ProjectPlace place() const;
    // The account that the tree stands in, or the only one; empty: none.
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
