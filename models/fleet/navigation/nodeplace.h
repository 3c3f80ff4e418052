// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/account/projectplace.h"

class QModelIndex;

namespace Sluice {

// The place of a new pipeline that is created at this node of the navigation tree. account: for
// when no node is current.
ProjectPlace placeOf(const QModelIndex &node, const QString &account);

} // namespace Sluice
