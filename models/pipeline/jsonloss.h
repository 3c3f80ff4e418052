// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

#include <optional>

namespace Sluice {

// Something in JSON text that its values would not hold, so that it would change unseen.
struct JsonLoss {
    enum class Kind {
        Number,       // more digits than a 64-bit number keeps
        RepeatedName, // one of two equal names in an object; the other one would be gone
    };

    Kind kind = Kind::Number;
    qsizetype offset = 0; // of the number or, of two equal names, the second
    QByteArray text;      // as it stands there; a name without its quotes
};

// The first loss in JSON text that is without faults; nothing when its values hold all of it.
std::optional<JsonLoss> findJsonLoss(const QByteArray &json);

} // namespace Sluice
