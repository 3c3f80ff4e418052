// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Sluice {

// Adds places where a long word may break: a server's word of 400 characters must not widen a
// window. The places are U+200B, which nobody sees.
QString breakable(const QString &text);

} // namespace Sluice
