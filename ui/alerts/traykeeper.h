// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/alerts/closechoice.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QMenu;
class QSettings;

namespace Sluice {

class Actions;
class AlertWatch;
class Fleet;
class QuestionBox;
struct PipelineKey;

// Keeps the program in the desktop's tray when its window is closed, if the user wants that.
class TrayKeeper final : public QObject
{
    Q_OBJECT

public:
    struct Parts {
        Fleet *fleet;
        AlertWatch *alerts; // may be null
        QSettings *settings;
        std::function<bool()> hasTray;
    };

    // All parts outlive it.
    TrayKeeper(Parts parts, QWidget *window);

    // What is done when the window is closed, for menus.
    QMenu *menu() const { return m_menu; }

    // Connects its actions, and makes the icon.
    void handle(Actions *actions);

    // What is done now that the window is to be closed. Ask: the question is open, and one of the
    // two signals comes with the answer.
    CloseChoice::Answer onClose();

Q_SIGNALS:
    void keepRequested();
    void quitRequested();
    void showRequested();
    void openRequested(const Sluice::PipelineKey &key);
    void alertsRequested();
    void paused(bool isPaused); // by the user

private:
    void fillMenu();
    void addChoice(CloseChoice::Answer answer, const QString &text, const QString &objectName);
    void ask();

    Parts m_parts;
    QWidget *m_window;
    CloseChoice m_choice;
    QMenu *m_menu;
    QPointer<QuestionBox> m_question;
};

} // namespace Sluice
