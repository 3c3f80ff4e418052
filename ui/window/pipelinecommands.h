// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinestate.h"
#include "models/fleet/table/selection.h"
#include "ui/widgets/questionbox.h"

#include <QObject>

#include <functional>

class QWidget;

namespace Sluice {

class Actions;
class Fleet;
class LocalStore;

// Carries out what the user chose. Asks first where it matters (deletion, a stop, more than one
// pipeline), then hands the calls to the fleet. The questions are window-modal and never block the
// event loop.
class PipelineCommands final : public QObject
{
    Q_OBJECT

public:
    // store: keeps what is deleted; null: there is no trash.
    PipelineCommands(Fleet *fleet, LocalStore *store, QWidget *window);

    // Connects its actions.
    void handle(Actions *actions);

    void start(const Selection &selection);
    void stop(const Selection &selection);
    void remove(const Selection &selection);
    // The selected ones, or everything when the selection is empty.
    void refresh(const Selection &selection);
    void copyIds(const Selection &selection);

private:
    void ask(const QString &text, const QString &detail, const QString &verb,
             const std::function<void()> &accepted,
             QuestionBox::Kind kind = QuestionBox::Kind::Plain);
    void command(const Selection &able, qsizetype selected, PipelineCommand command);

    bool hasTrash() const;
    QString deletionText(bool one) const;

    Fleet *m_fleet;
    LocalStore *m_store;
    QWidget *m_window;
};

} // namespace Sluice
