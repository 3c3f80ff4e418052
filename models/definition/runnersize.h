// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// How large a runner must be for a number of tables. The product documentation (sizing of streaming
// runners) gives small ones 100, medium ones 200 and large ones 400 tables. The API's description
// names no limit, so this is only advice.
namespace Sluice::RunnerSize {

// "143 tables. Fits a runner of size medium (up to 200) …", translated. Empty for no tables, and
// above the largest size: warning() speaks then.
QString text(int tables);
// Empty up to the largest size.
QString warning(int tables);

} // namespace Sluice::RunnerSize
