// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shared/actiontable.h"

#include <QHash>
#include <QList>
#include <QObject>

#include <optional>

class QSettings;

namespace Sluice {

class Actions;

// The keys that the user chose for actions in place of the usual ones, kept in the settings.
class KeyChoices final : public QObject
{
    Q_OBJECT

public:
    // Gives the actions the keys of the last run. Both outlive it.
    KeyChoices(Actions *actions, QSettings *settings, QObject *parent = nullptr);

    QKeySequence keys(ActionId id) const; // empty: it has none
    QKeySequence usual(ActionId id) const;
    bool isUsual(ActionId id) const;

    // Why an action cannot have these keys, a sentence; empty: it can.
    QString obstacle(ActionId id, const QKeySequence &keys) const;
    // The other action that has them now.
    std::optional<ActionId> owner(ActionId id, const QKeySequence &keys) const;

    // Empty: none. Another action that has them loses them.
    void choose(ActionId id, const QKeySequence &keys);
    void reset(ActionId id);

Q_SIGNALS:
    void changed();

private:
    void apply(ActionId id, const QList<QKeySequence> &keys);
    void keep(ActionId id);

    Actions *m_actions;
    QSettings *m_settings;
    QHash<ActionId, QList<QKeySequence>> m_usual;
};

} // namespace Sluice
