// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// The ids and names of the vendor's guide, which the sandbox's seed "guide" has.
namespace Sluice::Test {

inline const QString guideProject = QStringLiteral("3dda0acf-e646-4f4b-b4f6-e00449b69427");
inline const QString guideEnvironment = QStringLiteral("Environment-1");
inline const QString guideRunner = QStringLiteral("2734aa6f-0c64-4d2b-9406-f44dc8f1f3b6");
inline const QString guidePipeline = QStringLiteral("50ead6b2-5d1a-40c7-bb50-0d17c8fb23c3");

} // namespace Sluice::Test
