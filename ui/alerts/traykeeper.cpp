// SPDX-License-Identifier: Apache-2.0
#include "ui/alerts/traykeeper.h"

#include "models/fleet/fleet.h"
#include "ui/alerts/trayicon.h"
#include "ui/shared/actions.h"
#include "ui/widgets/questionbox.h"

#include <QActionGroup>
#include <QCheckBox>
#include <QMenu>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace Sluice {

TrayKeeper::TrayKeeper(Parts parts, QWidget *window)
    : QObject(window)
    , m_parts(std::move(parts))
    , m_window(window)
    , m_choice(m_parts.settings)
    , m_menu(new QMenu(tr("When the window i&s closed"), window))
{
    m_menu->setObjectName(u"onCloseMenu"_s);
    connect(m_menu, &QMenu::aboutToShow, this, &TrayKeeper::fillMenu);
    fillMenu();
}

void TrayKeeper::handle(Actions *actions)
{
    QAction *pause = actions->action(ActionId::PauseChecks);
    actions->on(ActionId::PauseChecks, this, [this](bool isPaused) {
        m_parts.fleet->setPolling(!isPaused);
        Q_EMIT paused(isPaused);
    });
    connect(m_parts.fleet, &Fleet::pollingChanged, pause,
            [pause](bool isOn) { pause->setChecked(!isOn); });
    pause->setChecked(!m_parts.fleet->isPolling());
    auto *icon = new TrayIcon(m_parts.fleet, m_parts.alerts,
                              {pause, actions->action(ActionId::Quit)}, m_window);
    connect(icon, &TrayIcon::showRequested, this, &TrayKeeper::showRequested);
    connect(icon, &TrayIcon::openRequested, this, &TrayKeeper::openRequested);
    connect(icon, &TrayIcon::alertsRequested, this, &TrayKeeper::alertsRequested);
}

void TrayKeeper::fillMenu()
{
    m_menu->clear();
    using Choice = CloseChoice::Answer;
    addChoice(Choice::Ask, tr("&Ask"), u"onCloseAsk"_s);
    addChoice(Choice::Keep, tr("Keep &watching in the tray"), u"onCloseKeep"_s);
    addChoice(Choice::Quit, tr("&Quit"), u"onCloseQuit"_s);
    if (m_parts.hasTray())
        return;
    m_menu->addSeparator();
    m_menu->addAction(tr("This desktop shows &no tray now, so Sluice quits."))->setEnabled(false);
}

void TrayKeeper::addChoice(CloseChoice::Answer answer, const QString &text,
                           const QString &objectName)
{
    QAction *action = m_menu->addAction(text, this, [this, answer] { m_choice.choose(answer); });
    action->setObjectName(objectName);
    action->setCheckable(true);
    action->setChecked(m_choice.chosen() == answer);
}

CloseChoice::Answer TrayKeeper::onClose()
{
    const bool isWatching = m_parts.fleet->pipelines()->rowCount() > 0;
    const CloseChoice::Answer answer = m_choice.decide(m_parts.hasTray(), isWatching);
    if (answer == CloseChoice::Answer::Ask)
        ask();
    return answer;
}

void TrayKeeper::ask()
{
    if (m_question && m_question->isVisible())
        return;
    auto *box = new QuestionBox(
        tr("Keep watching in the tray, or quit?"),
        tr("In the tray, Sluice goes on to watch what may need you, and tells you of it. When it "
           "quits, nobody is told of anything."),
        tr("&Keep watching"), QuestionBox::Kind::Plain, m_window);
    box->setObjectName(u"closeChoice"_s);
    box->preferVerb();
    QCheckBox *remember = box->addTick(tr("&Remember this"));
    QPushButton *quit = box->addOther(tr("&Quit"));
    quit->setObjectName(u"closeQuit"_s);
    const auto keepAnswer = [this, remember](CloseChoice::Answer answer) {
        if (remember->isChecked())
            m_choice.choose(answer);
    };
    connect(box, &QDialog::accepted, this, [this, keepAnswer] {
        keepAnswer(CloseChoice::Answer::Keep);
        Q_EMIT keepRequested();
    });
    connect(quit, &QPushButton::clicked, this, [this, keepAnswer] {
        keepAnswer(CloseChoice::Answer::Quit);
        Q_EMIT quitRequested();
    });
    m_question = box;
    box->open();
}

} // namespace Sluice
