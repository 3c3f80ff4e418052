// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <chrono>

namespace Sluice {

// The time to wait in words, rounded up: "90 s", "10 min", "3 h".
QString waitText(std::chrono::milliseconds wait);

} // namespace Sluice
