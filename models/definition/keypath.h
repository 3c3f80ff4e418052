// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QStringList>

// Exact places in a definition: the keys from the top, unlike JsonPath, which is the API's dotted
// form. A property's own name may hold dots ("max.batch.size").
namespace Sluice {

using KeyPath = QStringList;

// The value at the keys, Undefined when there is none. Goes through objects only.
QJsonValue valueAt(const QJsonObject &root, const KeyPath &keys);

// Sets or, for Undefined, removes the value at the keys and nothing else: objects that get empty
// stay. What is no object on the way becomes one.
void setValueAt(QJsonObject &root, const KeyPath &keys, const QJsonValue &value);

// Sets the value as setValueAt() does, and takes out what this leaves empty: the place itself and
// the objects above it, each as far as like has none there.
void settleValueAt(QJsonObject &root, const KeyPath &keys, const QJsonValue &value,
                   const QJsonObject &like);

// True when keys are above or lead through it.
bool startsWith(const KeyPath &keys, const KeyPath &above);

// The keys that lead to the one place in which the two differ, or to the innermost place that holds
// all differences. Arrays are one place. Empty: the places differ at the top, or nowhere.
KeyPath differingPlace(const QJsonObject &one, const QJsonObject &other);

} // namespace Sluice
