// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// How large a runner a number of tables wants: the product documentation (sizing of streaming
// runners) gives small ones 100, medium ones 200 and large ones 400 tables. The API's own
// description names no limit, so that this can only be advice.
namespace Sluice::RunnerSize {

// "143 tables. Fits a runner of size medium (up to 200) …", translated; empty for none, and above
// the largest size, where warning() speaks.
QString text(int tables);
// Empty up to the largest size.
QString warning(int tables);

} // namespace Sluice::RunnerSize
