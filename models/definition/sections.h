// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/definition/field.h"

#include <QString>

namespace Sluice {

// All sections in their order.
std::span<const Section> sections();

// "Source connection", translated.
QString sectionTitle(Section section);

} // namespace Sluice
