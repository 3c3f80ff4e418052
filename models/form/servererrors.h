// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace Sluice {

// The server's messages about a definition, each at the row of the form that shows it. No message
// is lost: what has no row is kept as unplaced.
class ServerErrors
{
public:
    // What a change answered.
    struct Dropped {
        QSet<QString> rows;
        bool hasUnplaced = false;
    };

    // Gives each message to the row its path names, to the nearest ancestor that has a row, or to
    // the first row of an object that has none itself. rows: the paths of the rows, in page order.
    void place(const QList<Violation> &violations, const QStringList &rows);

    // Takes away the messages at, above and below the path. Those that name no place stay.
    Dropped drop(const QString &path);

    QList<Violation> at(const QString &row) const { return m_placed.value(row); }

    const QList<Violation> &unplaced() const { return m_unplaced; }

    // The paths of all messages that name one, as the server spelt them.
    QStringList paths() const;

private:
    QHash<QString, QList<Violation>> m_placed; // by row; field is the full path
    QList<Violation> m_unplaced;
};

} // namespace Sluice
