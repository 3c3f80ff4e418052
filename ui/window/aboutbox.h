// SPDX-License-Identifier: Apache-2.0
#pragma once

class QWidget;

namespace Sluice {

// Opens the box with name, version and licences.
void showAboutBox(QWidget *parent);

} // namespace Sluice
