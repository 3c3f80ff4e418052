// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"
#include "models/form/fieldfix.h"

namespace Sluice::FieldAddress {

// What to do about an address in a field that needs only a part of it, see addresstext.h. The fix
// puts each part into its field. source: the type of the source, whose fields are filled; empty:
// not chosen yet. Gives nothing when the text is no such address or the field takes none.
FieldAdvice advice(const Field &field, const QString &text, const QString &source);

// Why a text that may hold a password is refused, with the parts that can be taken; empty: it is
// not refused.
FieldAdvice refusal(const Field &field, const QString &text, const QString &source);

} // namespace Sluice::FieldAddress
