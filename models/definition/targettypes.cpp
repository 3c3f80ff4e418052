// SPDX-License-Identifier: Apache-2.0
#include "models/definition/targettypes.h"

#include "models/definition/fieldlist.h"
#include "models/definition/snowflake.h"

namespace Sluice {

namespace {

// The vendor does not document these two. The help says what their names suggest.
constexpr std::array decimalMappings{
    Choice{"LOGICAL", QT_TRANSLATE_NOOP("Form", "Logical decimals"),
           QT_TRANSLATE_NOOP(
               "Form", "By its name, Avro's logical type for decimals. Maia does not document "
                       "it further.")},
    Choice{"LEGACY", QT_TRANSLATE_NOOP("Form", "Older form"),
           QT_TRANSLATE_NOOP(
               "Form", "By its name, an older way to write decimals. Maia does not document it "
                       "further.")},
};

constexpr std::array<Field, 1> bucketWith(const char *help, const char *doubtful,
                                          const char *advice)
{
    return {Field{
        .path = "streamingTarget.bucket",
        .label = QT_TRANSLATE_NOOP("Form", "Bucket"),
        .section = Section::TargetConnection,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the name of the bucket."),
        .help = help,
        .placeholder = "my-bucket",
        .doubtful = doubtful,
        .advice = advice,
    }};
}

constexpr auto s3Place = bucketWith(
    QT_TRANSLATE_NOOP("Form", "Name of the bucket only, without a folder. The runner "
                              "needs the right to write to it."),
    R"([/\s])",
    QT_TRANSLATE_NOOP("Form", "Enter the bucket's name alone, without s3://, folder or spaces."));
constexpr auto gcsPlace = bucketWith(
    QT_TRANSLATE_NOOP("Form", "Name of the bucket. Whether a folder may follow is not documented."),
    R"(://|\s)",
    QT_TRANSLATE_NOOP("Form", "Enter the bucket's name alone, without gs:// or spaces."));

constexpr std::array absPlace{
    Field{
        .path = "streamingTarget.container",
        .label = QT_TRANSLATE_NOOP("Form", "Container"),
        .section = Section::TargetConnection,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the name of the container."),
        .doubtful = R"([/\s])",
        .advice = QT_TRANSLATE_NOOP(
            "Form", "Enter the container's name alone, without an address, folder or spaces."),
    },
    Field{
        .path = "streamingTarget.accountName",
        .label = QT_TRANSLATE_NOOP("Form", "Storage account"),
        .section = Section::TargetConnection,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter the name of the storage account."),
    },
    Field{
        .path = "streamingTarget.accountKey",
        .label = QT_TRANSLATE_NOOP("Form", "Account key"),
        .kind = FieldKind::Secret,
        .section = Section::TargetConnection,
        .required = true,
        .hint = QT_TRANSLATE_NOOP("Form", "Say which secret holds the account key."),
    },
};

constexpr std::array files{
    Field{
        .path = "streamingTarget.prefix",
        .label = QT_TRANSLATE_NOOP("Form", "Prefix"),
        .section = Section::TargetSettings,
        .hint = QT_TRANSLATE_NOOP("Form", "Enter a prefix."),
        .help = QT_TRANSLATE_NOOP(
            "Form", "Folder for the files. It should differ from those of other pipelines."),
        .risk = QT_TRANSLATE_NOOP("Form", "May leave old files behind"),
    },
    Field{
        .path = "streamingTarget.decimalMapping",
        .label = QT_TRANSLATE_NOOP("Form", "Decimals"),
        .kind = FieldKind::Choice,
        .section = Section::TargetSettings,
        .choices = decimalMappings,
        .hint = QT_TRANSLATE_NOOP("Form", "Choose how decimals are stored."),
    },
};

constexpr auto s3 = joinFields(s3Place, files);
constexpr auto blobs = joinFields(absPlace, files);
constexpr auto gcs = joinFields(gcsPlace, files);

} // namespace

std::span<const TypeInfo> targetTypes()
{
    static const std::array types{
        TypeInfo{
            .id = "snowflake",
            .label = QT_TRANSLATE_NOOP("Form", "Snowflake"),
            .mark = "snowflake",
            .description = QT_TRANSLATE_NOOP("Form", "Tables, filled through a stage"),
            .fields = snowflakeFields(),
        },
        TypeInfo{
            .id = "s3",
            .label = QT_TRANSLATE_NOOP("Form", "Amazon S3"),
            .mark = "archive",
            .description = QT_TRANSLATE_NOOP("Form", "Files in a bucket"),
            .fields = s3,
        },
        TypeInfo{
            .id = "abs",
            .label = QT_TRANSLATE_NOOP("Form", "Azure Blob Storage"),
            .mark = "container",
            .description = QT_TRANSLATE_NOOP("Form", "Files in a container"),
            .fields = blobs,
        },
        TypeInfo{
            .id = "gcs",
            .label = QT_TRANSLATE_NOOP("Form", "Google Cloud Storage"),
            .mark = "cloud",
            .description = QT_TRANSLATE_NOOP("Form", "Files in a bucket. May not be available in "
                                                     "your account: not yet documented by Maia"),
            .fields = gcs,
            .documented = false,
        },
    };
    return types;
}

} // namespace Sluice
