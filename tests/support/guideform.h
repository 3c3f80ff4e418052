// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/guide.h"

#include <QJsonObject>
#include <QString>

namespace Sluice {
class PipelineWizard;
}

// The example of the vendor's guide, as it is entered through the wizard.
namespace Sluice::Test {

// Invalid: the guide's variant without username and authentication.
enum class GuideForm { Valid, Invalid };

QJsonObject guideRequest();
QJsonObject guideInvalidRequest();

// Enters it page by page with mouse and keys; project, environment and runner are chosen already.
void fillGuideForm(PipelineWizard *wizard, GuideForm form = GuideForm::Valid);
// The part that the invalid variant leaves out, on the page Target connection.
void fillGuideAuthentication(PipelineWizard *wizard);

} // namespace Sluice::Test
