// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/api/apierror.h"

#include <QJsonObject>

#include <optional>

namespace Sluice {

// The definitions around a save without a good answer.
struct LostSave {
    QJsonObject before; // on the server, right before it
    QJsonObject sent;
    QJsonObject now; // on the server
};

// What became of it: none, it is saved; else the error to tell, of unknown effect when
// the server has neither the one nor the other. answer: what came instead of a good one.
std::optional<ApiError> saveOutcome(const LostSave &save, const ApiError &answer);

} // namespace Sluice
