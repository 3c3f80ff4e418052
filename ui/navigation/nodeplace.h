// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shared/projectplace.h"

class QModelIndex;

namespace Sluice {

// Where a new pipeline goes when it is asked for at this node of the navigation tree; the account
// is given for when no node is current.
ProjectPlace placeOf(const QModelIndex &node, const QString &account);

} // namespace Sluice
