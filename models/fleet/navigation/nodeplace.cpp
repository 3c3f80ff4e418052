// SPDX-License-Identifier: Apache-2.0
#include "models/fleet/navigation/nodeplace.h"

#include "models/fleet/navigation/navigationmodel.h"

namespace Sluice {

ProjectPlace placeOf(const QModelIndex &node, const QString &account)
{
    ProjectPlace place;
    place.account = account;
    place.project = node.data(NavigationModel::ProjectRole).toString();
    for (QModelIndex at = node; at.isValid(); at = at.parent()) {
        const auto kind = NavigationModel::Kind(at.data(NavigationModel::KindRole).toInt());
        if (kind == NavigationModel::Kind::Environment)
            place.environment = at.data().toString();
    }
    return place;
}

} // namespace Sluice
