// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

// The roles that ReferenceFilter reads from ReferencesModel and ReferenceMapModel.
namespace Sluice::ReferenceRoles {

enum Role {
    Reference = Qt::UserRole, // SecretReference; a vault has only provider and location
    Accounts,                 // QStringList: ids of the accounts that use it
    FindingCount,             // int; of all rows below
    Search,                   // QString, lower case; invalid: a row that only holds others
    Sort,                     // by column; a comparable value
    Own,                      // the first role that a model may use for itself
};

} // namespace Sluice::ReferenceRoles
