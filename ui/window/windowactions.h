// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QAction;
class QActionGroup;

namespace Sluice {

class Theme;

// The window's own actions: accounts, view, theme, help.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(Theme *theme, QObject *parent = nullptr);

    // account: name of the account that Disconnect is about; empty: none. hasAccounts: there is
    // something to show.
    void update(const QString &account, bool hasAccounts);

    QAction *addAccount() const { return m_addAccount; }

    QAction *disconnectAccount() const { return m_disconnect; }

    QAction *find() const { return m_find; }

    // Shows all references to secrets.
    QAction *secrets() const { return m_secrets; }

    // Goes to the next pipeline whose edits are not saved.
    QAction *unsaved() const { return m_unsaved; }

    // count: of those.
    void setUnsaved(int count);

    QAction *showDetails() const { return m_showDetails; }

    QAction *reduceMotion() const { return m_reduceMotion; }

    QActionGroup *themes() const { return m_themes; }

    QAction *about() const { return m_about; }

    QAction *quit() const { return m_quit; }

private:
    void makeThemes(Theme *theme);

    QAction *m_addAccount;
    QAction *m_disconnect;
    QAction *m_find;
    QAction *m_secrets;
    QAction *m_unsaved;
    QAction *m_showDetails;
    QActionGroup *m_themes;
    QAction *m_reduceMotion;
    QAction *m_about;
    QAction *m_quit;
};

} // namespace Sluice
