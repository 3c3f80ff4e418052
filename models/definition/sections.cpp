// SPDX-License-Identifier: Apache-2.0
#include "models/definition/sections.h"

#include <QCoreApplication>

#include <array>

namespace Sluice {

std::span<const Section> sections()
{
    using enum Section;
    static constexpr std::array all{Basics,     SourceType,       SourceConnection, Tables,
                                    TargetType, TargetConnection, TargetSettings,   Advanced};
    return all;
}

QString sectionTitle(Section section)
{
    switch (section) {
    case Section::Basics: return QCoreApplication::translate("Form", "Basics");
    case Section::SourceType: return QCoreApplication::translate("Form", "Source");
    case Section::SourceConnection: return QCoreApplication::translate("Form", "Source connection");
    case Section::Tables: return QCoreApplication::translate("Form", "Tables");
    case Section::TargetType: return QCoreApplication::translate("Form", "Target");
    case Section::TargetConnection: return QCoreApplication::translate("Form", "Target connection");
    case Section::TargetSettings: return QCoreApplication::translate("Form", "Target settings");
    case Section::Advanced: return QCoreApplication::translate("Form", "Advanced");
    }
    return {};
}

} // namespace Sluice
