// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"
#include "models/form/fieldfix.h"

#include <QJsonValue>
#include <QString>

// What can be said about a field's value without the server.
namespace Sluice::FieldCheck {

// True for a value that means "not set": missing, null, an empty text, or a map, a table list or a
// secret reference with nothing in it.
bool isAbsent(const Field &field, const QJsonValue &value);

// What is wrong and what to do, one sentence; empty when nothing is. Values that only a newer
// server may know (a choice, a type) are not wrong.
QString problem(const Field &field, const QJsonValue &value);

// A doubt that blocks nothing, and what one click can do about it; empty when there is none.
// source: the type of the source, which says what an address can fill.
FieldAdvice advice(const Field &field, const QJsonValue &value, const QString &source = {});

// True when there surely is a secret itself where only a reference to one is allowed.
bool holdsSecret(const QJsonValue &reference);

// The field's hint, translated.
QString hint(const Field &field);

// What to do about a missing or wrong part of a secret reference or of a table ("secretName",
// "[3].schema"); empty for unknown parts.
QString partHint(const Field &field, const QString &part);

} // namespace Sluice::FieldCheck
