// SPDX-License-Identifier: Apache-2.0
#include "models/definition/pipelinetypes.h"

#include "models/definition/fieldlist.h"

#include <algorithm>

namespace Sluice {

namespace {

constexpr std::array common{
    Field{
        .path = "name",
        .label = QT_TRANSLATE_NOOP("Form", "Name"),
        .section = Section::Basics,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter a name for the pipeline."),
    },
    Field{
        .path = "agentId",
        .label = QT_TRANSLATE_NOOP("Form", "Runner"),
        .kind = FieldKind::Runner,
        .section = Section::Basics,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Choose a runner."),
        .help = QT_TRANSLATE_NOOP("Form", "A streaming runner runs one pipeline."),
        .risk = QT_TRANSLATE_NOOP("Form", "May need a new snapshot"),
    },
    Field{
        .path = "streamingSource.type",
        .label = QT_TRANSLATE_NOOP("Form", "Source"),
        .kind = FieldKind::Type,
        .section = Section::SourceType,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Choose a source."),
    },
    Field{
        .path = "streamingTarget.type",
        .label = QT_TRANSLATE_NOOP("Form", "Target"),
        .kind = FieldKind::Type,
        .section = Section::TargetType,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Choose a target."),
    },
    Field{
        .path = "advancedProperties",
        .label = QT_TRANSLATE_NOOP("Form", "Advanced properties"),
        .kind = FieldKind::Map,
        .section = Section::Advanced,
        .hint = QT_TRANSLATE_NOOP("Form", "Check the advanced properties."),
        .help = QT_TRANSLATE_NOOP(
            "Form", "Further settings of the pipeline, by name, for example max.batch.size."),
    },
};

const TypeInfo *find(std::span<const TypeInfo> types, const QString &id)
{
    const auto found = std::find_if(types.begin(), types.end(), [&id](const TypeInfo &type) {
        return id.compare(QLatin1String(type.id), Qt::CaseInsensitive) == 0;
    });
    return found == types.end() ? nullptr : &*found;
}

} // namespace

std::span<const Field> commonFields()
{
    return common;
}

const TypeInfo *findSourceType(const QString &id)
{
    return find(sourceTypes(), id);
}

const TypeInfo *findTargetType(const QString &id)
{
    return find(targetTypes(), id);
}

} // namespace Sluice
