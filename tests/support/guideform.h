// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/guide.h"

#include <QJsonObject>
#include <QString>

namespace Sluice {
class PipelineWizard;
}

// Enters the example of the vendor's guide into the wizard.
namespace Sluice::Test {

// Invalid: the guide's variant without username and authentication.
enum class GuideForm { Valid, Invalid };

QJsonObject guideRequest();
QJsonObject guideInvalidRequest();

// Enters it page by page with mouse and keys. Project, environment and runner are already chosen.
void fillGuideForm(PipelineWizard *wizard, GuideForm form = GuideForm::Valid);
// Enters the part that the invalid variant leaves out, on the page Target connection.
void fillGuideAuthentication(PipelineWizard *wizard);

} // namespace Sluice::Test
