// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/templates/templatestore.h"

#include <QObject>

class QMenu;
class QWidget;

namespace Sluice {

class Actions;
class Fleet;
class LocalStore;

// Local templates in the window: the menu to begin with one, saving, and the list to rename and
// delete.
class TemplateCommands final : public QObject
{
    Q_OBJECT

public:
    // store may be null: then there are no templates. It outlives this.
    TemplateCommands(LocalStore *store, QWidget *window);

    // Connects its actions. fleet: has the selected pipelines.
    void handle(Actions *actions, Fleet *fleet);

    // Asks for a name, and asks before it replaces a template.
    void save(const QJsonObject &definition);
    void showList();

    // Why a name was refused, as a sentence; empty for Done.
    static QString problemText(TemplateStore::Outcome outcome, LocalStore *store);

Q_SIGNALS:
    void chosen(const Sluice::PipelineTemplate &chosen);

private:
    void fill();
    void saySaved(const QString &name);
    void askToReplace(const QString &name, const QJsonObject &definition);

    LocalStore *m_store;
    QWidget *m_window;
    QMenu *m_menu; // "New from template", which follows the store; disabled while there is none
};

} // namespace Sluice
