// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

class QWidget;

// Secrets that are pasted where the reference to one is entered.
namespace Sluice::Test {

// Each with a piece of it that is looked for.
struct Planted {
    QString text;
    QString piece;
};

const QList<Planted> &planted();
// Texts that are no JSON, with a password each.
const QList<Planted> &plantedInBrokenJson();
// JSON with passwords where plain texts may stand.
const Planted &plantedInProperties();

// Pastes each secret into each part of the reference, with the keyboard and by the context menu.
// False when one of them was not refused.
bool plantInParts(QWidget *window, const QString &reference);

} // namespace Sluice::Test
