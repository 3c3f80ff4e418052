// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

class QWidget;

// Secrets that are pasted where a reference to a secret belongs.
namespace Sluice::Test {

// A secret, and a piece of it to search for.
struct Planted {
    QString text;
    QString piece;
};

const QList<Planted> &planted();
// Texts that are not JSON, each with a password.
const QList<Planted> &plantedInBrokenJson();
// JSON with passwords at places for plain text.
const Planted &plantedInProperties();

// Pastes each secret into each part of the reference, with the keyboard and with the context menu.
// False when one of them was not refused.
bool plantInParts(QWidget *window, const QString &reference);

} // namespace Sluice::Test
