// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"
#include "models/definition/field.h"

// What a field shows of the server's messages.
namespace Sluice::ServerMessages {

// The place of a message inside a field: "[3].schema" below tables, "secretName" below a password,
// empty for the field itself or for a message about an object above it.
QString placeIn(const Field &field, const QString &path);

// What to do first, then the server's words in quotes: `Enter a username. The server says: "must
// not be empty".` problem is what the client check says, or empty.
QString text(const Field &field, const QString &problem, const QList<Violation> &violations);

// The beginning of a message, short enough for a cell or a tooltip: it may be a whole page.
QString clipped(const QString &message);

} // namespace Sluice::ServerMessages
