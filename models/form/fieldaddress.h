// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"
#include "models/form/fieldfix.h"

namespace Sluice::FieldAddress {

// What to do about an address in a field that wants a part of it, see addresstext.h: the fix puts
// each part into its field. source: the type of the source, whose fields are filled; empty: not
// chosen yet. Empty when the text is no such address, or the field takes none.
FieldAdvice advice(const Field &field, const QString &text, const QString &source);

// Why a text that may hold a password is not taken, with the parts that can be; empty: it is taken.
FieldAdvice refusal(const Field &field, const QString &text, const QString &source);

} // namespace Sluice::FieldAddress
