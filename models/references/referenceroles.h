// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

// What the rows of ReferencesModel and ReferenceMapModel tell ReferenceFilter.
namespace Sluice::ReferenceRoles {

enum Role {
    Reference = Qt::UserRole, // SecretReference; of a vault its provider and location alone
    Accounts,                 // QStringList: ids of the accounts that use it
    FindingCount,             // int; of all rows below
    Search,                   // QString, lower case; invalid: a row that only leads to others
    Sort,                     // by column; a comparable value
    Own,                      // the first role that is a model's own
};

} // namespace Sluice::ReferenceRoles
