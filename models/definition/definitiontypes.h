// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/pipelinetypes.h"

#include <QJsonObject>

// The part of a definition that its type decides: streamingSource or streamingTarget.
namespace Sluice {

enum class Side { Source, Target };

inline constexpr int sideCount = 2;

// "streamingSource" or "streamingTarget".
QString sideKey(Side side);

// The value of "type" as it is written; empty when there is none.
QString typeIdOf(Side side, const QJsonObject &definition);

// The chosen type, or null when there is none that Sluice knows.
const TypeInfo *typeOf(Side side, const QJsonObject &definition);

// The chosen value of a field in the words of its list ("Change log"). A value that is not in the
// list is given as it is. Empty when there is none.
QString choiceText(Side side, const QJsonObject &definition, const QString &path);

// Sets the preset of each of these fields that has no value yet.
void addPresets(QJsonObject &definition, std::span<const Field> fields);

// The definition with another type on that side, chosen for the first time. Keeps values that both
// types have at the same path. A usual port becomes that of the new type. Keeps everything when the
// former type is not known.
QJsonObject withType(const QJsonObject &definition, Side side, const QString &typeId);

} // namespace Sluice
