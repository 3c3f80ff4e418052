// SPDX-License-Identifier: Apache-2.0
#include "ui/window/windowactions.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QActionGroup>

using namespace Qt::StringLiterals;

namespace Sluice {

namespace {

QAction *make(QObject *parent, const QString &objectName, const QString &text)
{
    auto *action = new QAction(text, parent);
    action->setObjectName(objectName);
    return action;
}

} // namespace

WindowActions::WindowActions(Theme *theme, QObject *parent)
    : QObject(parent)
    , m_addAccount(make(this, u"addAccountAction"_s, tr("&Add account…")))
    , m_disconnect(make(this, u"disconnectAction"_s, tr("&Disconnect…")))
    , m_find(make(this, u"findAction"_s, tr("&Filter")))
    , m_secrets(make(this, u"secretsAction"_s, tr("S&ecrets")))
    , m_unsaved(make(this, u"unsavedAction"_s, tr("Next &unsaved edits")))
    , m_showDetails(make(this, u"showDetailsAction"_s, tr("&Details")))
    , m_themes(new QActionGroup(this))
    , m_reduceMotion(make(this, u"reduceMotionAction"_s, tr("Reduce &motion")))
    , m_about(make(this, u"aboutAction"_s, tr("&About Sluice")))
    , m_quit(make(this, u"quitAction"_s, tr("&Quit")))
{
    m_addAccount->setIcon(icon("plus"));
    m_addAccount->setToolTip(tr("Connect to another account, or start the sandbox"));
    m_disconnect->setIcon(icon("log-out"));
    m_find->setShortcut(QKeySequence::Find);
    m_find->setIcon(icon("search"));
    m_secrets->setIcon(icon("key-round"));
    m_unsaved->setIcon(icon("pencil"));
    setUnsaved(0);
    m_showDetails->setCheckable(true);
    m_showDetails->setChecked(true);
    m_showDetails->setShortcut(QKeySequence(u"Ctrl+I"_s));
    m_showDetails->setToolTip(tr("Show the current pipeline below the table"));
    m_reduceMotion->setCheckable(true);
    m_reduceMotion->setToolTip(tr("Nothing turns while a pipeline starts or stops"));
    m_quit->setShortcut(QKeySequence(u"Ctrl+Q"_s));
    m_quit->setMenuRole(QAction::QuitRole);
    m_about->setMenuRole(QAction::AboutRole);
    makeThemes(theme);
    update({}, false);
}

void WindowActions::makeThemes(Theme *theme)
{
    const QList<std::pair<Theme::Mode, QString>> modes = {
        {Theme::Mode::System, tr("&System")},
        {Theme::Mode::Light, tr("&Light")},
        {Theme::Mode::Dark, tr("&Dark")},
    };
    m_themes->setExclusive(true);
    for (const auto &[mode, text] : modes) {
        QAction *action = m_themes->addAction(make(this, u"themeAction%1"_s.arg(int(mode)), text));
        action->setCheckable(true);
        action->setData(int(mode));
        action->setChecked(mode == theme->mode());
    }
}

void WindowActions::setUnsaved(int count)
{
    m_unsaved->setEnabled(count > 0);
    m_unsaved->setToolTip(count > 0 ? tr("Go to the next pipeline with edits that are not saved")
                                    : tr("There are no unsaved edits."));
}

void WindowActions::update(const QString &account, bool hasAccounts)
{
    m_secrets->setEnabled(hasAccounts);
    m_secrets->setToolTip(hasAccounts ? tr("All references to secrets, and who uses them")
                                      : tr("Connect to an account first."));
    const bool none = account.isEmpty();
    m_disconnect->setEnabled(!none);
    m_disconnect->setText(none ? tr("&Disconnect…") : tr("&Disconnect %1…").arg(account));
    m_disconnect->setToolTip(none ? tr("Select an account in the tree first.")
                                  : tr("Sign out of %1 and forget its secret").arg(account));
}

} // namespace Sluice
