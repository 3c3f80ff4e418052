// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/views/savedview.h"

#include <QList>
#include <QObject>

#include <optional>

class QSettings;

namespace Sluice {

// The views that the user saved, in their order, kept in the settings. One of them may be what
// Sluice starts with.
class SavedViews final : public QObject
{
    Q_OBJECT

public:
    enum class Outcome {
        Done,
        NoName,
        NameTaken, // names differ by more than case
        Secret,    // its text may be a secret, which no file may hold
        NotFound,
    };

    // The settings outlive it.
    explicit SavedViews(QSettings *settings, QObject *parent = nullptr);

    const QList<SavedView> &all() const { return m_views; }

    std::optional<SavedView> view(const QString &name) const;

    // The one that Sluice starts with; none: as it was left.
    std::optional<SavedView> start() const { return view(m_start); }

    const QString &startName() const { return m_start; }

    // A new one at the end.
    Outcome add(const SavedView &view);
    // Puts it in the place of the one with its name.
    Outcome replace(const SavedView &view);
    Outcome rename(const QString &name, const QString &newName);
    void remove(const QString &name);
    // By one place, up or down; at an end nothing happens.
    void move(const QString &name, bool isUp);
    // Empty: as it was left.
    void setStart(const QString &name);
    // Removes the views that name a place or a runner of this account.
    void forgetAccount(const QString &account);

Q_SIGNALS:
    void changed();

private:
    qsizetype indexOf(const QString &name) const; // -1: none
    Outcome check(const SavedView &view) const;
    void keep();

    QSettings *m_settings;
    QList<SavedView> m_views;
    QString m_start;
};

} // namespace Sluice
