// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace Sluice {

// The text with places to break a line in words that are longer than any of ours: a server's word
// of 400 characters must not widen a window. The places are U+200B, which is not seen.
QString breakable(const QString &text);

} // namespace Sluice
