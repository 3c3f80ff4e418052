// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"
#include "models/definition/definitionpath.h"

#include <QHash>
#include <QSet>

namespace Sluice {

// The server's messages about a definition, each at the row of the form that shows it. No message
// is lost: one without a row is kept as unplaced.
class ServerErrors
{
public:
    // What drop() took away.
    struct Dropped {
        QSet<DefinitionPath> rows;
        bool hasUnplaced = false;
    };

    // Gives each message to the row of its path, or to the nearest row above, or to the first row
    // below. rows: the paths of the rows, in page order.
    void place(const QList<Violation> &violations, const QList<DefinitionPath> &rows);

    // Takes away the messages at, above and below the path. Those that name no place stay.
    Dropped drop(const DefinitionPath &path);

    QList<Violation> at(const DefinitionPath &row) const { return m_placed.value(row); }

    const QList<Violation> &unplaced() const { return m_unplaced; }

    // The paths of all messages that name one.
    QList<DefinitionPath> paths() const;

private:
    QHash<DefinitionPath, QList<Violation>> m_placed; // by row; field is the full path
    QList<Violation> m_unplaced;
};

} // namespace Sluice
