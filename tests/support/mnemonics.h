// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QWidget;

namespace Sluice::Test {

// The letters with Alt that more than one thing on screen in this window has, each with the texts:
// of buttons, labels of fields, tabs and the menu bar. Empty: none.
QStringList clashingMnemonics(const QWidget *window);

} // namespace Sluice::Test
