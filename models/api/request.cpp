// SPDX-License-Identifier: Apache-2.0
#include "models/api/request.h"

namespace Sluice {

QByteArray verbName(Verb verb)
{
    switch (verb) {
    case Verb::Get: return QByteArrayLiteral("GET");
    case Verb::Post: return QByteArrayLiteral("POST");
    case Verb::Put: return QByteArrayLiteral("PUT");
    case Verb::Delete: return QByteArrayLiteral("DELETE");
    }
    return {};
}

} // namespace Sluice
