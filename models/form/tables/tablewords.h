// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/form/tables/tablesmodel.h"

// What the grid of tables says about what was done to it.
namespace Sluice::TableWords {

// "3 tables added."
QString added(int count);
// "3 tables removed."
QString removed(int count);
// Why nothing was replaced; empty when it was.
QString refused(const TablesModel::Replaced &replaced);
QString thinned(const TablesModel::Thinned &thinned);
// What is wrong with repeated tables; empty for none.
QString repeats(int count);

} // namespace Sluice::TableWords
